namespace PolicyEngine.Matching;

/// <summary>The values that a request gives to the variables of a pattern.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal static class VariableValues
{
    /// <summary>Resolves a variable in one reading: true with its text, or why there is none.</summary>
    internal static MatchResult Resolve(RequestContext context, PatternVariable variable, VariableReading reading, out string? text)
    {
        object? found = context.Find(variable.Key);
        text = found as string;
        if (text is { Length: > 0 }) return MatchResult.True;
        if (text is not null && reading.KeepsEmptyText) return MatchResult.True;
        ContextValue? value = found as ContextValue;
        if (value is { Alternatives: { IsDefault: false } all }) value = reading.Choose(variable.Key.Name, all.AsSpan());
        if (value is null || (IsEmptyText(value) && !reading.KeepsEmptyText))
        {
            text = variable.Default;
            return MatchResult.When(text is not null, MatchReason.VariableUnresolved);
        }

        if (value.IsUnknown) return MatchResult.UnknownKey;
        if (value.IsList) return MatchResult.Undecided(MatchReason.VariableMultivalued);
        text = value.Values[0];
        return MatchResult.True;
    }

    /// <summary>Whether the value is one, and empty.</summary>
    internal static bool IsEmptyText(ContextValue value) => !value.IsList && value.Values is [""];
}
