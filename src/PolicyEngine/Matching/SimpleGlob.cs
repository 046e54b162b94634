using PolicyEngine.Language;

namespace PolicyEngine.Matching;

/// <summary>A pattern of a simple shape, compared ordinally.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="First">The text before the first wildcard, or the only text.</param>
/// <param name="Last">The text after the last wildcard.</param>
/// <param name="Middle">The text between two wildcards.</param>
internal readonly record struct SimpleGlob(GlobShape Shape, string First, string Last, string Middle = "")
{
    internal static SimpleGlob Of(ReadOnlySpan<TextPattern.Segment> segments)
    {
        const PatternTokens.Kind literal = PatternTokens.Kind.Literal;
        const PatternTokens.Kind run = PatternTokens.Kind.AnyRun;
        return segments switch
        {
            [] => new SimpleGlob(GlobShape.Exact, "", ""),
            [{ Kind: run }] => new SimpleGlob(GlobShape.Any, "", ""),
            [{ Kind: literal } only] => new SimpleGlob(GlobShape.Exact, only.Text, ""),
            [{ Kind: literal } first, { Kind: run }] => new SimpleGlob(GlobShape.Prefix, first.Text, ""),
            [{ Kind: run }, { Kind: literal } last] => new SimpleGlob(GlobShape.Suffix, "", last.Text),
            [{ Kind: literal } first, { Kind: run }, { Kind: literal } last] => new SimpleGlob(GlobShape.PrefixSuffix, first.Text, last.Text),
            [{ Kind: run }, { Kind: literal } middle, { Kind: run }] => new SimpleGlob(GlobShape.Between, "", "", middle.Text),
            [{ Kind: literal } first, { Kind: run }, { Kind: literal } middle, { Kind: run }] => new SimpleGlob(GlobShape.Between, first.Text, "", middle.Text),
            [{ Kind: run }, { Kind: literal } middle, { Kind: run }, { Kind: literal } last] => new SimpleGlob(GlobShape.Between, "", last.Text, middle.Text),
            [{ Kind: literal } first, { Kind: run }, { Kind: literal } middle, { Kind: run }, { Kind: literal } last] => new SimpleGlob(GlobShape.Between, first.Text, last.Text, middle.Text),
            _ => default,
        };
    }

    internal bool IsMatch(ReadOnlySpan<char> text) => Shape switch
    {
        GlobShape.Any => true,
        GlobShape.Exact => text.SequenceEqual(First),
        GlobShape.Prefix => text.StartsWith(First),
        GlobShape.Suffix => text.EndsWith(Last),
        GlobShape.PrefixSuffix => HasEnds(text),
        _ => HasEnds(text) && text[First.Length..^Last.Length].IndexOf(Middle) >= 0,
    };

    /// <summary>The end first, as texts that are compared with one pattern mostly begin alike.</summary>
    private bool HasEnds(ReadOnlySpan<char> text) => text.Length >= First.Length + Last.Length && text.EndsWith(Last) && text.StartsWith(First);
}
