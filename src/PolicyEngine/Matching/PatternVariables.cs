using System.Buffers;

namespace PolicyEngine.Matching;

/// <summary>A policy text in a request, which matches or not once its variables have texts.</summary>
internal interface IReadText
{
    /// <summary>Matches with the texts of all variables, in the order in which they stand.</summary>
    MatchResult Match(scoped ReadOnlySpan<string?> values);
}

/// <summary>The variables of one policy text, which may be cut into parts, and what a request makes of them.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal sealed class PatternVariables
{
    private static readonly PatternVariables None = new([], isMalformed: false, MatchResult.No(MatchReason.VariableUnresolved));
    private readonly PatternVariable[] variables;
    private readonly bool isMalformed;
    private readonly MatchResult whenUnresolved;

    private PatternVariables(PatternVariable[] variables, bool isMalformed, MatchResult whenUnresolved)
    {
        this.variables = variables;
        this.isMalformed = isMalformed;
        this.whenUnresolved = whenUnresolved;
        IsConstant = variables.Length == 0 && !isMalformed;
    }

    /// <summary>Whether there are none, well-formed or not, so that the text says the same for every request.</summary>
    internal bool IsConstant { get; }

    /// <summary>Those of a text.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="whenUnresolved">What is said of a text with a variable that has no value: nothing matches it, unless said otherwise.</param>
    internal static PatternVariables Of(ReadOnlySpan<TextPattern> parts, MatchResult? whenUnresolved = null)
    {
        List<PatternVariable> found = [];
        bool someMalformed = false;
        foreach (TextPattern part in parts)
        {
            found.AddRange(part.Variables);
            someMalformed |= part.IsMalformed;
        }

        return found.Count == 0 && !someMalformed ? None : new PatternVariables([.. found], someMalformed, whenUnresolved ?? MatchResult.No(MatchReason.VariableUnresolved));
    }

    /// <summary>Adds the condition keys whose values the variables take.</summary>
    internal void AddKeys(ICollection<string> keys)
    {
        foreach (PatternVariable variable in variables) keys.Add(variable.Key.Name);
    }

    /// <summary>Matches a text; all ways to read the variables must agree.</summary>
    internal MatchResult Match<TText>(TText text, RequestContext context)
        where TText : struct, IReadText, allows ref struct
    {
        if (IsConstant) return text.Match([]);
        if (isMalformed) return MatchResult.Undecided(MatchReason.VariableMalformed);
        if (variables.Length > VariableTexts.Length) return MatchMany(text, context);
        VariableTexts buffer = default;
        return Match(text, context, ((Span<string?>)buffer)[..variables.Length]);
    }

    /// <summary>Matches a text of more variables than the stack has room for.</summary>
    private MatchResult MatchMany<TText>(TText text, RequestContext context)
        where TText : struct, IReadText, allows ref struct
    {
        string?[] rented = ArrayPool<string?>.Shared.Rent(variables.Length);
        MatchResult match = Match(text, context, rented.AsSpan(0, variables.Length));
        ArrayPool<string?>.Shared.Return(rented, clearArray: true);
        return match;
    }

    private MatchResult Match<TText>(TText text, RequestContext context, Span<string?> values)
        where TText : struct, IReadText, allows ref struct =>
        TryReadPlain(context, values) ? text.Match(values) : MatchReadings(text, context, values);

    /// <summary>Reads the variables where each has one value with characters, so that there is one way only.</summary>
    private bool TryReadPlain(RequestContext context, Span<string?> values)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            if (context.Find(variables[i].Key) is not string { Length: > 0 } text) return false;
            values[i] = text;
        }

        return true;
    }

    private MatchResult MatchReadings<TText>(TText text, RequestContext context, Span<string?> values)
        where TText : struct, IReadText, allows ref struct
    {
        VariableReadings readings = VariableReadings.Of(variables, context);
        if (readings.IsTooMany) return MatchResult.Undecided(MatchReason.KeyCaseConflict);
        MatchResult match = MatchReading(text, context, readings[0], values);
        for (int reading = 1; reading < readings.Count; reading++)
        {
            match = match.Agree(MatchReading(text, context, readings[reading], values), MatchReason.VariableEmpty);
        }

        return match;
    }

    private MatchResult MatchReading<TText>(TText text, RequestContext context, VariableReading reading, Span<string?> values)
        where TText : struct, IReadText, allows ref struct
    {
        MatchResult resolved = MatchResult.True;
        for (int i = 0; i < variables.Length; i++) resolved = Join(resolved, VariableValues.Resolve(context, variables[i], reading, out values[i]));
        if (resolved.IsFalse) return whenUnresolved;
        return resolved.IsTrue ? text.Match(values) : resolved;
    }

    /// <summary>Undecided dominates; else false; else true.</summary>
    private static MatchResult Join(MatchResult all, MatchResult one)
    {
        if (all.IsIndeterminate && !one.IsIndeterminate) return all;
        return one.IsIndeterminate && all.IsFalse ? one : all.And(one);
    }
}
