using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Matching;

/// <summary>A policy text compiled to literals, wildcards and variables.</summary>
/// <remarks>Immutable and safe for concurrent use. The text is cut once, before any value is known, so that a value never
/// acts as a pattern.</remarks>
internal sealed class TextPattern
{
    private readonly PatternSegment[] segments;
    private readonly int slots;
    private readonly bool hasAnyOne;

    private TextPattern(PatternSegment[] segments, int slots, bool isMalformed)
    {
        this.segments = segments;
        this.slots = slots;
        IsMalformed = isMalformed;
        hasAnyOne = Array.Exists(segments, static s => s.Kind == PatternTokenKind.AnyOne);
        IsConstant = slots == 0 && !isMalformed;
        Simple = IsConstant ? SimpleGlob.Of(segments) : default;
    }

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
        int variableCount = 0;
        for (int i = 0; i < compiled.Length; i++)
        {
            PatternToken token = tokens[i];
            bool isVariable = token.Kind == PatternTokenKind.Variable;
            int slot = isVariable ? variableCount++ : -1;
            compiled[i] = new PatternSegment(token.Kind, slot, token.Text, isVariable ? new PatternVariable(ContextKey.OfAny(token.Text), token.Default) : null);
        }

        return new TextPattern(compiled, variableCount, fault is not null);
    }

    /// <summary>Adds the condition keys whose values the variables take.</summary>
    internal void AddKeys(ICollection<string> keys)
    {
        foreach (PatternSegment segment in segments)
        {
            if (segment.Kind == PatternTokenKind.Variable) keys.Add(segment.Text);
        }
    }

    /// <summary>Whether the pattern has a text in one reading: true, false when a variable has no value, or undecided, whatever else the pattern holds.</summary>
    internal MatchResult CanResolve(RequestContext context, VariableReading reading)
    {
        if (IsMalformed) return MatchResult.Undecided(MatchReason.VariableMalformed);
        MatchResult all = MatchResult.True;
        foreach (ref readonly PatternSegment segment in segments.AsSpan())
        {
            if (segment.Kind == PatternTokenKind.Variable) all = Join(all, VariableValues.Resolve(context, segment, reading, out _));
        }

        return all;
    }

    /// <summary>Whether a text cut into parts has a text in one reading.</summary>
    internal static MatchResult CanResolve(ReadOnlySpan<TextPattern> parts, RequestContext context, VariableReading reading)
    {
        MatchResult all = MatchResult.True;
        foreach (TextPattern part in parts)
        {
            if (part.IsMalformed) return part.CanResolve(context, reading);
            all = Join(all, part.CanResolve(context, reading));
        }

        return all;
    }

    /// <summary>Whether each variable of a text cut into parts has one value with characters, so that there is one reading only.</summary>
    internal static bool ArePlain(ReadOnlySpan<TextPattern> parts, RequestContext context)
    {
        foreach (TextPattern part in parts)
        {
            if (part.IsConstant) continue;
            if (part.IsMalformed) return false;
            foreach (ref readonly PatternSegment segment in part.segments.AsSpan())
            {
                if (segment.Variable is { } variable && context.Find(variable.Key) is not string { Length: > 0 }) return false;
            }
        }

        return true;
    }

    /// <summary>Reads the variables where each has one value with characters.</summary>
    private bool TryReadPlain(RequestContext context, Span<string?> values)
    {
        if (IsMalformed) return false;
        foreach (ref readonly PatternSegment segment in segments.AsSpan())
        {
            if (segment.Variable is not { } variable) continue;
            if (context.Find(variable.Key) is not string { Length: > 0 } text) return false;
            values[segment.Slot] = text;
        }

        return true;
    }

    /// <summary>Undecided dominates; else false; else true.</summary>
    private static MatchResult Join(MatchResult all, MatchResult one)
    {
        if (all.IsIndeterminate && !one.IsIndeterminate) return all;
        return one.IsIndeterminate && all.IsFalse ? one : all.And(one);
    }

    /// <summary>Matches a text in one reading of the variables.</summary>
    internal MatchResult MatchReading(ReadOnlySpan<char> text, RequestContext context, VariableReading reading, TextComparison comparison = TextComparison.Ordinal)
    {
        if (IsConstant) return MatchResolved(text, [], comparison);
        VariableTexts buffer = default;
        Span<string?> values = slots <= VariableTexts.Length ? ((Span<string?>)buffer)[..slots] : new string?[slots];
        if (TryReadPlain(context, values)) return MatchResolved(text, values, comparison);
        MatchResult resolved = CanResolve(context, reading);
        if (!resolved.IsTrue) return resolved;
        TakeValues(values, context, reading);
        return MatchResolved(text, values, comparison);
    }

    /// <summary>Whether the pattern has a <c>*</c>, and a text begins with what stands before the first one, in one reading of variables that have texts.</summary>
    internal bool BeginsWithRun(ReadOnlySpan<char> text, RequestContext context, VariableReading reading, bool codePoints)
    {
        VariableTexts buffer = default;
        Span<string?> values = slots <= VariableTexts.Length ? ((Span<string?>)buffer)[..slots] : new string?[slots];
        TakeValues(values, context, reading);
        return new WildcardMatcher<NoMeter>(text, values, TextComparison.Ordinal, codePoints).BeginsWithRun(segments);
    }

    private void TakeValues(Span<string?> values, RequestContext context, VariableReading reading)
    {
        foreach (ref readonly PatternSegment segment in segments.AsSpan())
        {
            if (segment.Kind == PatternTokenKind.Variable) VariableValues.Resolve(context, segment, reading, out values[segment.Slot]);
        }
    }

    /// <summary>Matches a text; all readings of the variables must agree.</summary>
    internal MatchResult Match(ReadOnlySpan<char> text, RequestContext context, TextComparison comparison = TextComparison.Ordinal)
    {
        if (IsConstant) return MatchResolved(text, [], comparison);
        TextPattern self = this;
        if (ArePlain(new ReadOnlySpan<TextPattern>(in self), context)) return MatchReading(text, context, VariableReading.Only, comparison);
        VariableReadings readings = VariableReadings.Of(new ReadOnlySpan<TextPattern>(in self), context);
        if (readings.IsTooMany) return MatchResult.Undecided(MatchReason.KeyCaseConflict);
        MatchResult match = MatchReading(text, context, readings[0], comparison);
        for (int reading = 1; reading < readings.Count; reading++)
        {
            match = match.Agree(MatchReading(text, context, readings[reading], comparison), MatchReason.VariableEmpty);
        }

        return match;
    }

    /// <summary>Matches when all variables have a text. <c>?</c> is read as a code point and as a UTF-16 unit, where that differs.</summary>
    private MatchResult MatchResolved(ReadOnlySpan<char> text, ReadOnlySpan<string?> values, TextComparison comparison)
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
}
