using PolicyEngine.Requests;

namespace PolicyEngine.Matching;

/// <summary>The values that a request gives to the variables of a pattern.</summary>
/// <remarks>A key may give more than one reading: the empty value is read once as no value and once as empty text, and names
/// that differ in letter case only are tried one after the other. All readings of a pattern must agree.
/// AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">IAM policy elements: Variables and tags</see>.</remarks>
internal static class VariableValues
{
    /// <summary>How many readings a key gives; at least 1.</summary>
    internal static int CountReadings(RequestContext context, string key)
    {
        int count = 0;
        foreach (ContextValue value in context.Find(key)) count += IsEmptyText(value) ? 2 : 1;
        return Math.Max(count, 1);
    }

    /// <summary>Resolves a variable in one reading: true with its text, or why there is none.</summary>
    internal static MatchResult Resolve(RequestContext context, in PatternSegment variable, int reading, out string? text)
    {
        text = null;
        ReadOnlySpan<ContextValue> values = context.Find(variable.Text);
        foreach (ContextValue value in values)
        {
            int readings = IsEmptyText(value) ? 2 : 1;
            bool isLast = value.Equals(values[^1]);
            if (reading >= readings && !isLast)
            {
                reading -= readings;
                continue;
            }

            if (value.IsUnknown) return MatchResult.UnknownKey;
            if (value.IsList) return MatchResult.Undecided(MatchReason.VariableMultivalued);
            if (readings == 2 && reading == 0) break;
            text = value.Values[0];
            return MatchResult.True;
        }

        text = variable.Default;
        return MatchResult.When(text is not null, MatchReason.VariableUnresolved);
    }

    private static bool IsEmptyText(ContextValue value) => !value.IsList && value.Values is [""];
}
