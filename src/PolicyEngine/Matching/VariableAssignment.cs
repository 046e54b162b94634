namespace PolicyEngine.Matching;

/// <summary>One assignment of values to the variables of a policy text.</summary>
internal readonly ref struct VariableAssignment
{
    private readonly ref readonly VariableAssignments all;

    /// <summary>The lowest bit set where an empty value counts as a value; above it the choice among the values of the keys.</summary>
    private readonly int index;

    internal VariableAssignment(ref readonly VariableAssignments all, int index)
    {
        this.all = ref all;
        this.index = index;
    }

    private bool KeepsEmptyText => (index & 1) != 0;

    /// <summary>True where the value is one, and empty.</summary>
    internal static bool IsEmptyText(ContextValue value) => !value.IsList && value.Values is [""];

    /// <summary>Resolves a variable: true with its text, or the reason why it has none.</summary>
    internal MatchResult Resolve(RequestContext context, PatternVariables.Variable variable, out string? text)
    {
        object? found = context.Find(variable.Key);
        text = found as string;
        if (text is { Length: > 0 }) return MatchResult.True;
        if (text is not null && KeepsEmptyText) return MatchResult.True;
        ContextValue? value = found as ContextValue;
        if (value is { Alternatives: { IsDefault: false } values }) value = values[all.IndexOf(variable.Key.Name, index / 2)];
        if (value is null || (IsEmptyText(value) && !KeepsEmptyText))
        {
            text = variable.Default;
            return MatchResult.When(text is not null, MatchReason.VariableUnresolved);
        }

        if (value.IsUnknown) return MatchResult.UnknownKey;
        if (value.IsList) return MatchResult.Undecided(MatchReason.VariableMultivalued);
        text = value.Values[0];
        return MatchResult.True;
    }
}
