using PolicyEngine.Language;

namespace PolicyEngine.Matching.Conditions;

/// <summary>Bool: <c>true</c> or <c>false</c> on both sides, letter case ignored. A policy variable here is undecided.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean">Boolean condition operators</see>.</remarks>
internal sealed class BooleanMatcher : ValueMatcher
{
    private readonly bool acceptsTrue;
    private readonly bool acceptsFalse;
    private readonly bool hasUnreadable;

    internal BooleanMatcher(IEnumerable<string> values)
    {
        foreach (string text in values)
        {
            if (!BooleanText.TryParse(text, out bool value)) hasUnreadable = true;
            else if (value) acceptsTrue = true;
            else acceptsFalse = true;
        }
    }

    internal override MatchResult MatchAny(string value, RequestContext context)
    {
        if (!BooleanText.TryParse(value, out bool own)) return MatchResult.Undecided(MatchReason.ValueUnreadable);
        return AnyOf(own ? acceptsTrue : acceptsFalse, hasUnreadable);
    }
}
