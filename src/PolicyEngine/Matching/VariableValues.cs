using PolicyEngine.Requests;

namespace PolicyEngine.Matching;

/// <summary>The values that a request gives to the variables of a pattern.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal static class VariableValues
{
    /// <summary>Resolves a variable in one reading: true with its text, or why there is none.</summary>
    internal static MatchResult Resolve(RequestContext context, in PatternSegment variable, VariableReading reading, out string? text)
    {
        text = variable.Default;
        ReadOnlySpan<ContextValue> values = context.Find(variable.Text);
        ContextValue? value = values.IsEmpty ? null : reading.Choose(variable.Text, values);
        if (value is null || (IsEmptyText(value) && !reading.KeepsEmptyText)) return MatchResult.When(text is not null, MatchReason.VariableUnresolved);
        if (value.IsUnknown) return MatchResult.UnknownKey;
        if (value.IsList) return MatchResult.Undecided(MatchReason.VariableMultivalued);
        text = value.Values[0];
        return MatchResult.True;
    }

    /// <summary>Whether the value is one, and empty.</summary>
    internal static bool IsEmptyText(ContextValue value) => !value.IsList && value.Values is [""];
}
