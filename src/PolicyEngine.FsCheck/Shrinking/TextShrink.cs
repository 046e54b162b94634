using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck.Shrinking;

/// <summary>Shorter texts of the same form.</summary>
internal static class TextShrink
{
    /// <summary>Shorter texts: half of it, without the first or the last character.</summary>
    internal static IEnumerable<string> Of(string text) => Of(text, 0, 0);

    /// <summary>The action with a shorter name behind its service.</summary>
    internal static IEnumerable<string> Action(string action) => Of(action, action.IndexOf(':', StringComparison.Ordinal) + 1, 1);

    /// <summary>The ARN with a shorter last part.</summary>
    internal static IEnumerable<string> Arn(string arn) => Of(arn, TextSteps.TailOf(arn), 1);

    /// <summary>A pattern that is shorter: everything, or with its last part cut.</summary>
    internal static IEnumerable<string> Pattern(string pattern)
    {
        if (pattern.Length > 1) yield return "*";
        int from = pattern.StartsWith("arn:", StringComparison.Ordinal) ? TextSteps.TailOf(pattern) : pattern.IndexOf(':', StringComparison.Ordinal) + 1;
        if (pattern.Length > from + 1) yield return string.Concat(pattern.AsSpan(0, from), "*");
        foreach (string shorter in Of(pattern, from, 1)) yield return shorter;
    }

    private static IEnumerable<string> Of(string text, int from, int least)
    {
        int length = text.Length - from;
        if (length <= least) yield break;
        if (length / 2 > least) yield return text[..(from + (length / 2))];
        yield return text[..^1];
        if (length > 1) yield return string.Concat(text.AsSpan(0, from), text.AsSpan(from + 1));
    }
}
