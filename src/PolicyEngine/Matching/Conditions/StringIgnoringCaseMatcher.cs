namespace PolicyEngine.Matching.Conditions;

/// <summary>StringEqualsIgnoreCase: ASCII letter case is ignored for certain; that of other letters leaves it undecided.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String">String condition operators</see>.</remarks>
internal sealed class StringIgnoringCaseMatcher(TextPattern[] patterns) : ValueMatcher
{
    internal override MatchResult MatchAny(string value, RequestContext context)
    {
        MatchResult any = MatchResult.No(MatchReason.None);
        foreach (TextPattern pattern in patterns)
        {
            any = any.Or(Match(pattern, value, context));
            if (any.IsTrue) break;
        }

        return any.OrElse(MatchReason.ValueDiffers);
    }

    internal override void AddKeys(ICollection<string> keys)
    {
        foreach (TextPattern pattern in patterns) pattern.AddKeys(keys);
    }

    private static MatchResult Match(TextPattern pattern, string value, RequestContext context)
    {
        MatchResult ascii = pattern.Match(value, context, TextComparison.IgnoreAsciiCase);
        if (!ascii.IsFalse) return ascii;
        return pattern.Match(value, context, TextComparison.IgnoreUnicodeCase).IsFalse ? ascii : MatchResult.Undecided(MatchReason.UnicodeCase);
    }
}
