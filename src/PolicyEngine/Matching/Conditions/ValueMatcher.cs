namespace PolicyEngine.Matching.Conditions;

/// <summary>The values of one condition key, compiled for the family of its operator.</summary>
/// <remarks>Matches as the positive operator does; <see cref="ConditionMatcher"/> adds negation, set operators and IfExists.</remarks>
internal abstract class ValueMatcher
{
    /// <summary>True where any value of the policy matches this one value of the request.</summary>
    internal abstract MatchResult MatchAny(string value, RequestContext context);

    /// <summary>Adds the condition keys whose values the policy's values take.</summary>
    internal virtual void AddKeys(ICollection<string> keys)
    {
        // Only texts and ARNs have variables.
    }

    /// <summary>Any match is true; else a policy value that cannot be read leaves it undecided; else false.</summary>
    private protected static MatchResult AnyOf(bool matches, bool hasUnreadable)
    {
        if (matches) return MatchResult.True;
        return hasUnreadable ? MatchResult.Undecided(MatchReason.PolicyValueUnreadable) : MatchResult.No(MatchReason.ValueDiffers);
    }

    /// <summary>Values of which some hold policy variables under an operator that has none: those are undecided, the others compared.</summary>
    internal sealed class UnsupportedVariable(ValueMatcher others) : ValueMatcher
    {
        internal override MatchResult MatchAny(string value, RequestContext context) =>
            others.MatchAny(value, context).Or(MatchResult.Undecided(MatchReason.VariableNotSupported));
    }
}
