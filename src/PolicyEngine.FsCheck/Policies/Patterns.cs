using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Policies;

/// <summary>Makes elements of statements out of texts, and texts out of the patterns in them.</summary>
internal static class Patterns
{
    internal static SyntaxList<TextValue> Texts(IEnumerable<string> texts) => List([.. texts.Select(static t => new TextValue { Text = t })]);

    /// <summary>An array, or the one value without an array as policies mostly write it.</summary>
    internal static SyntaxList<T> List<T>(T[] items) => items is [T only] ? SyntaxList.Single(only) : [.. items];

    /// <summary>The text as a pattern that matches it alone; null where there is none.</summary>
    internal static string? Literal(string text, bool variables)
    {
        if (!text.AsSpan().ContainsAny('*', '?', '$')) return text;
        return variables ? PolicyPattern.Literal(text).Text : null;
    }
}
