using System.Buffers;
using System.Runtime.CompilerServices;

namespace PolicyEngine.Matching;

/// <summary>The variables of one policy text, which may be cut into parts, and their values in a request.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal sealed class PatternVariables
{
    private static readonly PatternVariables None = new([], isMalformed: false, MatchResult.No(MatchReason.VariableUnresolved));
    private readonly Variable[] variables;
    private readonly bool isMalformed;
    private readonly MatchResult whenUnresolved;

    private PatternVariables(Variable[] variables, bool isMalformed, MatchResult whenUnresolved)
    {
        this.variables = variables;
        this.isMalformed = isMalformed;
        this.whenUnresolved = whenUnresolved;
        IsConstant = variables.Length == 0 && !isMalformed;
    }

    /// <summary>True where there are none, well-formed or not, so that the text is the same for every request.</summary>
    internal bool IsConstant { get; }

    /// <summary>The variables of a text.</summary>
    /// <param name="parts">Its parts.</param>
    /// <param name="whenUnresolved">The match of a text with a variable that has no value; default false.</param>
    internal static PatternVariables Of(ReadOnlySpan<TextPattern> parts, MatchResult? whenUnresolved = null)
    {
        List<Variable> found = [];
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
        foreach (Variable variable in variables) keys.Add(variable.Key.Name);
    }

    /// <summary>Matches a text; all assignments of values to the variables must agree.</summary>
    internal MatchResult Match<TText>(TText text, RequestContext context)
        where TText : struct, IResolved, allows ref struct
    {
        if (IsConstant) return text.Match([]);
        if (isMalformed) return MatchResult.Undecided(MatchReason.VariableMalformed);
        if (variables.Length > ValueBuffer.Length) return MatchMany(text, context);
        ValueBuffer buffer = default;
        return Match(text, context, ((Span<string?>)buffer)[..variables.Length]);
    }

    /// <summary>Matches a text of more variables than the stack has room for.</summary>
    private MatchResult MatchMany<TText>(TText text, RequestContext context)
        where TText : struct, IResolved, allows ref struct
    {
        string?[] rented = ArrayPool<string?>.Shared.Rent(variables.Length);
        MatchResult match = Match(text, context, rented.AsSpan(0, variables.Length));
        ArrayPool<string?>.Shared.Return(rented, clearArray: true);
        return match;
    }

    private MatchResult Match<TText>(TText text, RequestContext context, Span<string?> values)
        where TText : struct, IResolved, allows ref struct =>
        TryGetSingleValues(context, values) ? text.Match(values) : MatchAssignments(text, context, values);

    /// <summary>Gets the values where each variable has one that is not empty, so that there is one assignment only.</summary>
    private bool TryGetSingleValues(RequestContext context, Span<string?> values)
    {
        for (int i = 0; i < variables.Length; i++)
        {
            if (context.Find(variables[i].Key) is not string { Length: > 0 } text) return false;
            values[i] = text;
        }

        return true;
    }

    private MatchResult MatchAssignments<TText>(TText text, RequestContext context, Span<string?> values)
        where TText : struct, IResolved, allows ref struct
    {
        VariableAssignments assignments = VariableAssignments.Of(variables, context);
        if (assignments.IsTooMany) return MatchResult.Undecided(MatchReason.KeyCaseConflict);
        MatchResult match = MatchAssignment(text, context, assignments[0], values);
        for (int i = 1; i < assignments.Count; i++)
        {
            match = match.Agree(MatchAssignment(text, context, assignments[i], values), MatchReason.VariableEmpty);
        }

        return match;
    }

    private MatchResult MatchAssignment<TText>(TText text, RequestContext context, VariableAssignment assignment, Span<string?> values)
        where TText : struct, IResolved, allows ref struct
    {
        MatchResult resolved = MatchResult.True;
        for (int i = 0; i < variables.Length; i++) resolved = Join(resolved, assignment.Resolve(context, variables[i], out values[i]));
        if (resolved.IsFalse) return whenUnresolved;
        return resolved.IsTrue ? text.Match(values) : resolved;
    }

    /// <summary>Undecided dominates; else false; else true.</summary>
    private static MatchResult Join(MatchResult all, MatchResult one)
    {
        if (all.IsIndeterminate && !one.IsIndeterminate) return all;
        return one.IsIndeterminate && all.IsFalse ? one : all.And(one);
    }

    /// <summary>Room on the stack for the values of the variables of one text, so that matching it allocates nothing (AllocationBenchmarks).</summary>
    [InlineArray(Length)]
    private struct ValueBuffer
    {
        internal const int Length = 8;
        private string? first;
    }

    /// <summary>A match of a policy text that can be made once its variables have values.</summary>
    internal interface IResolved
    {
        /// <summary>Matches with the values of all variables, in the order of the text.</summary>
        MatchResult Match(scoped ReadOnlySpan<string?> values);
    }

    /// <summary>A variable of a pattern.</summary>
    /// <param name="Key">The condition key whose value it takes.</param>
    /// <param name="Default">Its text where the key has no value; null where there is none.</param>
    internal sealed record Variable(ConditionKey Key, string? Default);
}
