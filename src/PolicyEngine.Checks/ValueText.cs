using System.Buffers;
using PolicyEngine.Language;

namespace PolicyEngine.Checks;

/// <summary>What the texts of conditions and resources are, before a check asks what they mean.</summary>
internal static class ValueText
{
    private static readonly SearchValues<char> Open = SearchValues.Create("*?$<{[ ");

    /// <summary>True for a text that names one thing: no wildcard, no variable, no gap of somebody's template.</summary>
    internal static bool IsPlain(string text) => !text.AsSpan().ContainsAny(Open);

    /// <summary>True for a text with a gap that somebody is to fill in, such as <c>&lt;account&gt;</c>; a policy variable is none.</summary>
    internal static bool IsPlaceholder(string text)
    {
        ReadOnlySpan<char> rest = text;
        for (int open = rest.IndexOf("${"); open >= 0; open = rest.IndexOf("${"))
        {
            if (rest[..open].ContainsAny("<{[ ")) return true;
            int close = rest[open..].IndexOf('}');
            if (close < 0) return true;
            rest = rest[(open + close + 1)..];
        }

        return rest.ContainsAny("<{[ ");
    }

    /// <summary>True for wildcards of which each matches any text.</summary>
    internal static bool IsStars(string text) => text.Length > 0 && !text.AsSpan().ContainsAnyExcept('*');

    /// <summary>True where a wildcard or variable leaves open what the text is.</summary>
    internal static bool IsOpen(string text) => text.AsSpan().ContainsAny('*', '?') || PatternTokens.HasVariable(text);
}
