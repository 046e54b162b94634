using PolicyEngine.Language;

namespace PolicyEngine.Matching;

/// <summary>A policy text compiled to literals, wildcards and variables.</summary>
/// <remarks>Immutable and safe for concurrent use. The text is cut once, before any value is known, so that a value never
/// acts as a pattern.</remarks>
internal sealed class TextPattern
{
    private readonly PatternSegment[] segments;
    private readonly bool hasAnyOne;

    /// <summary>Reads the variables where the pattern stands alone, and is no part of a text.</summary>
    private readonly PatternVariables whole;

    private TextPattern(PatternSegment[] segments, PatternVariable[] variables, bool isMalformed)
    {
        this.segments = segments;
        Variables = variables;
        IsMalformed = isMalformed;
        hasAnyOne = Array.Exists(segments, static s => s.Kind == PatternTokenKind.AnyOne);
        whole = PatternVariables.Of([this]);
        IsConstant = whole.IsConstant;
        Simple = IsConstant ? SimpleGlob.Of(segments) : default;
    }

    /// <summary>The variables, in the order in which they stand.</summary>
    internal PatternVariable[] Variables { get; }

    /// <summary>Whether a variable of the pattern is malformed.</summary>
    internal bool IsMalformed { get; }

    /// <summary>Whether the pattern says the same for every request: it has no variables, well-formed or not.</summary>
    internal bool IsConstant { get; }

    /// <summary>The pattern as one of a simple shape; of no shape where it is none.</summary>
    internal SimpleGlob Simple { get; }

    /// <summary>Whether the pattern is <c>*</c>.</summary>
    internal bool IsAnything => Simple.Shape == GlobShape.Any;

    /// <summary>Whether the pattern begins with <c>*</c>.</summary>
    internal bool BeginsWithAnyRun => segments is [{ Kind: PatternTokenKind.AnyRun }, ..];

    /// <summary>Whether the pattern ends with <c>*</c>.</summary>
    internal bool EndsWithAnyRun => segments is [.., { Kind: PatternTokenKind.AnyRun }];

    /// <summary>The literal text with which a constant pattern begins; may be empty.</summary>
    internal string LiteralPrefix => segments is [{ Kind: PatternTokenKind.Literal } first, ..] ? first.Text : "";

    /// <summary>Whether the pattern is one literal text, or empty.</summary>
    internal bool IsLiteral => segments is [] or [{ Kind: PatternTokenKind.Literal }];

    /// <summary>The longest literal text of a constant pattern; may be empty.</summary>
    internal string LongestLiteral => segments.Where(static s => s.Kind == PatternTokenKind.Literal).Select(static s => s.Text).MaxBy(static text => text.Length) ?? "";

    internal ReadOnlySpan<PatternSegment> Segments => segments;

    internal static TextPattern Compile(string text, bool wildcards, bool variables)
    {
        List<PatternToken> tokens = PatternTokens.Cut(text, wildcards, variables, out string? fault);
        PatternSegment[] compiled = new PatternSegment[tokens.Count];
        List<PatternVariable> own = [];
        for (int i = 0; i < compiled.Length; i++)
        {
            PatternToken token = tokens[i];
            bool isVariable = token.Kind == PatternTokenKind.Variable;
            compiled[i] = new PatternSegment(token.Kind, isVariable ? own.Count : -1, token.Text);
            if (isVariable) own.Add(new PatternVariable(ConditionKey.OfAny(token.Text), token.Default));
        }

        return new TextPattern(compiled, [.. own], fault is not null);
    }

    /// <summary>Whether the pattern has a <c>*</c>, and a text begins with what stands before the first one.</summary>
    internal bool BeginsWithRun(ReadOnlySpan<char> text, ReadOnlySpan<string?> values, bool codePoints) =>
        new WildcardMatcher<NoMeter>(text, values, TextComparison.Ordinal, codePoints).BeginsWithRun(segments);

    /// <summary>Adds the condition keys whose values the variables take.</summary>
    internal void AddKeys(ICollection<string> keys) => whole.AddKeys(keys);

    /// <summary>Matches a text; all readings of the variables must agree.</summary>
    internal MatchResult Match(ReadOnlySpan<char> text, RequestContext context, TextComparison comparison = TextComparison.Ordinal) =>
        whole.Match(new ReadPattern(this, text, comparison), context);

    /// <summary>Matches when all variables have a text. <c>?</c> is read as a code point and as a UTF-16 unit, where that differs.</summary>
    internal MatchResult MatchResolved(ReadOnlySpan<char> text, ReadOnlySpan<string?> values, TextComparison comparison = TextComparison.Ordinal)
    {
        if (Simple.Shape != GlobShape.General && comparison == TextComparison.Ordinal) return MatchResult.When(Simple.IsMatch(text), MatchReason.ValueDiffers);
        bool units = new WildcardMatcher<NoMeter>(text, values, comparison, codePoints: false).IsMatch(segments);
        if (hasAnyOne && text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            bool points = new WildcardMatcher<NoMeter>(text, values, comparison, codePoints: true).IsMatch(segments);
            if (units != points) return MatchResult.Undecided(MatchReason.CodePointWildcard);
        }

        return MatchResult.When(units, MatchReason.ValueDiffers);
    }

    /// <summary>The pattern beside a text.</summary>
    private readonly ref struct ReadPattern(TextPattern pattern, ReadOnlySpan<char> text, TextComparison comparison) : IReadText
    {
        private readonly ReadOnlySpan<char> text = text;

        public MatchResult Match(scoped ReadOnlySpan<string?> values) => pattern.MatchResolved(text, values, comparison);
    }
}
