using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Matching.Conditions;

/// <summary>StringEquals and StringLike.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String">String condition operators</see>.</remarks>
internal sealed class StringMatcher(TextPattern[] patterns) : ValueMatcher
{
    private readonly PatternSet set = new(patterns);

    /// <summary>The values, where all of them are literal; null where any has a wildcard or a variable.</summary>
    internal string[]? LiteralTexts => Array.TrueForAll(patterns, static p => p.IsConstant && p.IsLiteral) ? [.. patterns.Select(static p => p.LiteralPrefix)] : null;

    internal PatternSet Texts => set;

    internal override MatchResult MatchAny(string value, RequestContext context) => set.Match(value, context);

    internal override void AddKeys(ICollection<string> keys) => set.AddKeys(keys);
}

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
