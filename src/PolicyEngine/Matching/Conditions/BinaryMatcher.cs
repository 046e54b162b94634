using PolicyEngine.Language;

namespace PolicyEngine.Matching.Conditions;

/// <summary>BinaryEquals: equal bytes. Only canonical base64 is read, and then equal bytes are equal texts.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Binary">Binary condition operator</see>.</remarks>
internal sealed class BinaryMatcher : ValueMatcher
{
    private readonly HashSet<string> accepted = new(StringComparer.Ordinal);
    private readonly bool hasUnreadable;

    internal BinaryMatcher(IEnumerable<string> values)
    {
        foreach (string text in values)
        {
            if (Base64Text.IsCanonical(text)) accepted.Add(text);
            else hasUnreadable = true;
        }
    }

    internal override MatchResult MatchAny(string value, RequestContext context) =>
        Base64Text.IsCanonical(value) ? AnyOf(accepted.Contains(value), hasUnreadable) : MatchResult.Undecided(MatchReason.ValueUnreadable);
}
