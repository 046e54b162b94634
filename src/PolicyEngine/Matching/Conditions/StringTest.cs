using PolicyEngine.Requests;

namespace PolicyEngine.Matching.Conditions;

/// <summary>StringEquals, StringEqualsIgnoreCase and StringLike.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String">String condition operators</see>.</remarks>
internal sealed class StringTest(TextPattern[] patterns, bool ignoresCase) : ValueTest
{
    /// <summary>The values, where all of them are compared as they stand; null where any has a wildcard or a variable.</summary>
    internal string[]? LiteralTexts => Array.TrueForAll(patterns, static p => p.IsConstant && p.IsLiteral) ? [.. patterns.Select(static p => p.LiteralPrefix)] : null;

    internal override MatchResult MatchAny(string value, RequestContext context)
    {
        MatchResult any = MatchResult.No(MatchReason.ValueDiffers);
        foreach (TextPattern pattern in patterns)
        {
            any = any.Or(ignoresCase ? MatchIgnoringCase(pattern, value, context) : pattern.Match(value, context));
            if (any.IsTrue) break;
        }

        return any;
    }

    internal override void AddKeys(ICollection<string> keys)
    {
        foreach (TextPattern pattern in patterns) pattern.AddKeys(keys);
    }

    /// <summary>ASCII letter case is ignored for certain; that of other letters leaves it undecided.</summary>
    private static MatchResult MatchIgnoringCase(TextPattern pattern, string value, RequestContext context)
    {
        MatchResult ascii = pattern.Match(value, context, TextComparison.IgnoreAsciiCase);
        if (!ascii.IsFalse) return ascii;
        return pattern.Match(value, context, TextComparison.IgnoreUnicodeCase).IsFalse ? ascii : MatchResult.Undecided(MatchReason.UnicodeCase);
    }
}
