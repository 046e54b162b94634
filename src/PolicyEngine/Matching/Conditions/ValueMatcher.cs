namespace PolicyEngine.Matching.Conditions;

/// <summary>The values of one condition key, compiled for the family of its operator.</summary>
/// <remarks>A test is always the positive one; <see cref="ConditionMatcher"/> negates, repeats and excuses.</remarks>
internal abstract class ValueMatcher
{
    /// <summary>Whether any value of the policy matches this one value of the request.</summary>
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
}
