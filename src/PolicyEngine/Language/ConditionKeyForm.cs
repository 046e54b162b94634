using System.Buffers;

namespace PolicyEngine.Language;

/// <summary>The form of condition keys: <c>prefix:rest</c>, where the prefix may hold slashes (OIDC issuers).</summary>
internal static class ConditionKeyForm
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/.-_@");

    /// <summary>What is wrong with a name; null where it is a key.</summary>
    internal static string? FindFault(ReadOnlySpan<char> name)
    {
        int colon = name.IndexOf(':');
        bool isPlain = colon > 0 && colon < name.Length - 1 && !name.ContainsAnyExcept(PlainCharacters);
        if (isPlain && name[^1] != '/') return null;
        if (colon < 0) return "it has no colon";
        if (colon == 0) return "nothing stands before the colon";
        if (name[..colon].ContainsAny(" \t")) return "its prefix holds a blank";
        if (colon == name.Length - 1) return "nothing follows the colon";
        if (name[^1] == '/') return "the tag key after the slash is missing";
        if (PatternTokens.HasVariable(name)) return "keys hold no variables";
        foreach (char c in name)
        {
            if (char.IsControl(c)) return "it holds a control character";
        }

        return null;
    }
}
