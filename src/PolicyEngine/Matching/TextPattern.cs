using PolicyEngine.Language;

namespace PolicyEngine.Matching;

/// <summary>A policy text compiled to literals, wildcards and variables.</summary>
/// <remarks>Immutable and safe for concurrent use. The text is cut once, before any value is known, so that a value never
/// acts as a pattern.</remarks>
internal sealed class TextPattern
{
    private readonly Segment[] segments;
    /// <summary>The variables, for a pattern that is a whole text and no part of one.</summary>
    private readonly PatternVariables whole;

    private TextPattern(Segment[] segments, PatternVariables.Variable[] variables, bool isMalformed)
    {
        this.segments = segments;
        Variables = variables;
        IsMalformed = isMalformed;
        HasAnyOne = Array.Exists(segments, static s => s.Kind == PatternTokens.Kind.AnyOne);
        whole = PatternVariables.Of([this]);
        IsConstant = whole.IsConstant;
        Simple = IsConstant ? SimpleGlob.Of(segments) : default;
    }

    /// <summary>The variables, in the order of the text.</summary>
    internal PatternVariables.Variable[] Variables { get; }

    /// <summary>True where a variable of the pattern is malformed.</summary>
    internal bool IsMalformed { get; }

    /// <summary>True where the pattern is the same for every request: it has no variables, well-formed or not.</summary>
    internal bool IsConstant { get; }

    /// <summary>The pattern as one of a simple shape; of no shape where it is none.</summary>
    internal SimpleGlob Simple { get; }

    /// <summary>True for <c>*</c>.</summary>
    internal bool IsAnything => Simple.Shape == GlobShape.Any;

    /// <summary>True where the pattern has a <c>?</c>.</summary>
    internal bool HasAnyOne { get; }

    /// <summary>True where the pattern ends with <c>*</c>.</summary>
    internal bool EndsWithAnyRun => segments is [.., { Kind: PatternTokens.Kind.AnyRun }];

    /// <summary>The literal text with which a constant pattern begins; may be empty.</summary>
    internal string LiteralPrefix => segments is [{ Kind: PatternTokens.Kind.Literal } first, ..] ? first.Text : "";

    /// <summary>True where the pattern is one literal text, or empty.</summary>
    internal bool IsLiteral => segments is [] or [{ Kind: PatternTokens.Kind.Literal }];

    /// <summary>The longest literal text of a constant pattern; may be empty.</summary>
    internal string LongestLiteral => segments.Where(static s => s.Kind == PatternTokens.Kind.Literal).Select(static s => s.Text).MaxBy(static text => text.Length) ?? "";

    internal ReadOnlySpan<Segment> Segments => segments;

    internal static TextPattern Compile(string text, bool wildcards, bool variables)
    {
        List<PatternTokens.Token> tokens = PatternTokens.Cut(text, wildcards, variables, out string? fault);
        Segment[] compiled = new Segment[tokens.Count];
        List<PatternVariables.Variable> own = [];
        for (int i = 0; i < compiled.Length; i++)
        {
            PatternTokens.Token token = tokens[i];
            bool isVariable = token.Kind == PatternTokens.Kind.Variable;
            compiled[i] = new Segment(token.Kind, isVariable ? own.Count : -1, token.Text);
            if (isVariable) own.Add(new PatternVariables.Variable(ConditionKey.OfAny(token.Text), token.Default));
        }

        return new TextPattern(compiled, [.. own], fault is not null);
    }

    /// <summary>Adds the condition keys whose values the variables take.</summary>
    internal void AddKeys(ICollection<string> keys) => whole.AddKeys(keys);

    /// <summary>Matches a text; all assignments of values to the variables must agree.</summary>
    internal MatchResult Match(ReadOnlySpan<char> text, RequestContext context, TextComparison comparison = TextComparison.Ordinal) =>
        whole.Match(new ResolvedText(this, text, comparison), context);

    /// <summary>Matches when all variables have a text. <c>?</c> is read as a code point and as a UTF-16 unit, where that differs.</summary>
    internal MatchResult MatchResolved(ReadOnlySpan<char> text, ReadOnlySpan<string?> values, TextComparison comparison = TextComparison.Ordinal)
    {
        if (Simple.Shape != GlobShape.General && comparison == TextComparison.Ordinal) return MatchResult.When(Simple.IsMatch(text), MatchReason.ValueDiffers);
        bool units = new WildcardMatcher<ICharacterMeter.None>(text, values, comparison, codePoints: false).IsMatch(segments);
        if (HasAnyOne && text.ContainsAnyInRange('\uD800', '\uDFFF'))
        {
            bool points = new WildcardMatcher<ICharacterMeter.None>(text, values, comparison, codePoints: true).IsMatch(segments);
            if (units != points) return MatchResult.Undecided(MatchReason.CodePointWildcard);
        }

        return MatchResult.When(units, MatchReason.ValueDiffers);
    }

    /// <summary>The pattern beside a text.</summary>
    private readonly ref struct ResolvedText(TextPattern pattern, ReadOnlySpan<char> text, TextComparison comparison) : PatternVariables.IResolved
    {
        private readonly ReadOnlySpan<char> text = text;

        public MatchResult Match(scoped ReadOnlySpan<string?> values) => pattern.MatchResolved(text, values, comparison);
    }

    /// <summary>A segment of a compiled pattern.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Slot">Of a variable: its index among the values that a request gives.</param>
    /// <param name="Text">The characters of a literal; the name of a variable.</param>
    internal readonly record struct Segment(PatternTokens.Kind Kind, int Slot, string Text)
    {
        /// <summary>The characters to compare: its own, or the value of its variable. A value is never a pattern.</summary>
        internal ReadOnlySpan<char> Literal(ReadOnlySpan<string?> values) => Kind == PatternTokens.Kind.Variable ? values[Slot] : Text;
    }
}
