using System.Buffers;
using PolicyEngine.Language;

namespace PolicyEngine.Facts;

/// <summary>The form of condition key names, which ignore letter case.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class ConditionKeyName
{
    private static readonly SearchValues<char> PlainCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789:/.-_@");

    /// <summary>The comparer of key names: ordinal, letter case ignored, the tag key after a slash included.</summary>
    internal static StringComparer Comparer => StringComparer.OrdinalIgnoreCase;

    /// <summary>True for a name without a colon, which IAM stores and which no request has.</summary>
    internal static bool IsOfNoRequest(ReadOnlySpan<char> name) => !name.IsEmpty && !name.Contains(':');

    /// <summary>What is wrong with the name, or null: a key is <c>prefix:rest</c>, and the prefix may hold slashes (OIDC issuers).</summary>
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
