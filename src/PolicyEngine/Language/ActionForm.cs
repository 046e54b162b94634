using System.Buffers;

namespace PolicyEngine.Language;

/// <summary>Tells what the text of an action means.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_action.html">IAM JSON policy elements: Action</see>.</remarks>
internal static class ActionForm
{
    private static readonly SearchValues<char> ServiceCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-");

    /// <summary>What names hold as a rule: no blank, no colon and no policy variable.</summary>
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789*?-_./");

    internal static ActionFormKind Classify(string text, out string fault)
    {
        fault = "";
        if (IsPlain(text)) return ActionFormKind.Named;
        if (text is "*" or "*:*") return ActionFormKind.Any;
        fault = FindFault(text);
        if (fault.Length > 0) return ActionFormKind.Malformed;
        return text.AsSpan(0, text.IndexOf(':', StringComparison.Ordinal)).ContainsAny('*', '?')
            ? ActionFormKind.PrefixWildcard
            : ActionFormKind.Named;
    }

    /// <summary>True where the text is service:Name of ordinary characters, without a wildcard in the service, as nearly all are; nothing else needs to be looked at then.</summary>
    internal static bool IsPlain(string text)
    {
        int colon = text.AsSpan().IndexOfAnyExcept(ServiceCharacters);
        return colon > 0 && text[colon] == ':' && colon < text.Length - 1 && !text.AsSpan(colon + 1).ContainsAnyExcept(NameCharacters);
    }

    private static string FindFault(string text)
    {
        if (text.Length == 0) return "it is empty";
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return "it has no service prefix";
        if (colon == 0) return "nothing stands before the colon";
        if (colon == text.Length - 1) return "nothing follows the colon";
        if (text.IndexOf(':', colon + 1) >= 0) return "it has two colons";
        foreach (char c in text.AsSpan(0, colon))
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('.' or '-' or '*' or '?')) return "its service prefix holds other characters than letters, digits, '.' and '-'";
        }

        return "";
    }
}
