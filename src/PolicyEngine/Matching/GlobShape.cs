using PolicyEngine.Primitives;

namespace PolicyEngine.Matching;

/// <summary>The form of a pattern without variables, which tells the cheapest way to match it.</summary>
internal enum GlobShape
{
    /// <summary>Any other form.</summary>
    General,

    /// <summary><c>*</c>.</summary>
    Any,

    /// <summary><c>text</c>.</summary>
    Exact,

    /// <summary><c>text*</c>.</summary>
    Prefix,

    /// <summary><c>*text</c>.</summary>
    Suffix,

    /// <summary><c>text*text</c>.</summary>
    PrefixSuffix,

    /// <summary><c>*text*</c>.</summary>
    Contains,
}

/// <summary>A pattern of a simple shape, compared ordinally.</summary>
/// <param name="Shape">The shape.</param>
/// <param name="First">The text before the wildcard, or the only text.</param>
/// <param name="Last">The text after the wildcard.</param>
internal readonly record struct SimpleGlob(GlobShape Shape, string First, string Last)
{
    internal static SimpleGlob Of(ReadOnlySpan<PatternSegment> segments)
    {
        const PatternTokenKind literal = PatternTokenKind.Literal;
        const PatternTokenKind run = PatternTokenKind.AnyRun;
        return segments switch
        {
            [] => new SimpleGlob(GlobShape.Exact, "", ""),
            [{ Kind: run }] => new SimpleGlob(GlobShape.Any, "", ""),
            [{ Kind: literal } only] => new SimpleGlob(GlobShape.Exact, only.Text, ""),
            [{ Kind: literal } first, { Kind: run }] => new SimpleGlob(GlobShape.Prefix, first.Text, ""),
            [{ Kind: run }, { Kind: literal } last] => new SimpleGlob(GlobShape.Suffix, "", last.Text),
            [{ Kind: literal } first, { Kind: run }, { Kind: literal } last] => new SimpleGlob(GlobShape.PrefixSuffix, first.Text, last.Text),
            [{ Kind: run }, { Kind: literal } middle, { Kind: run }] => new SimpleGlob(GlobShape.Contains, middle.Text, ""),
            _ => default,
        };
    }

    internal bool IsMatch(ReadOnlySpan<char> text) => Shape switch
    {
        GlobShape.Any => true,
        GlobShape.Exact => text.SequenceEqual(First),
        GlobShape.Prefix => text.StartsWith(First),
        GlobShape.Suffix => text.EndsWith(Last),
        GlobShape.PrefixSuffix => text.Length >= First.Length + Last.Length && text.StartsWith(First) && text.EndsWith(Last),
        _ => text.IndexOf(First) >= 0,
    };
}
