using PolicyEngine.Language;
using PolicyEngine.Requests;

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

    /// <summary>True where any value of the policy matches whatever an unknown value may be, false where none can.</summary>
    internal MatchResult MatchForeign(ForeignValue foreign, RequestContext context)
    {
        MatchResult any = MatchResult.No(MatchReason.ValueDiffers);
        foreach (TextPattern pattern in patterns)
        {
            if (pattern.IsAnything) return MatchResult.True;
            if (pattern.IsMalformed) any = any.Or(pattern.Match("", context));
            else if (!IsOther(pattern, foreign, context)) any = any.Or(MatchResult.UnknownKey);
        }

        return any;
    }

    /// <summary>True where a pattern certainly does not match: it names an organization, or one of the accounts that the value is not.</summary>
    private static bool IsOther(TextPattern pattern, ForeignValue foreign, RequestContext context)
    {
        bool hasWildcard = false;
        foreach (ref readonly TextPattern.Segment segment in pattern.Segments) hasWildcard |= segment.Kind is PatternTokens.Kind.AnyRun or PatternTokens.Kind.AnyOne;
        if (foreign.IsOrganization) return !hasWildcard || NamesOrganization(pattern.LiteralPrefix);
        if (hasWildcard) return false;
        foreach (string account in foreign.Accounts)
        {
            if (pattern.Match(account, context).IsTrue) return true;
        }

        return false;
    }

    /// <summary>True for the beginning of a path, such as <c>o-a1b2c3d4e5/</c>.</summary>
    private static bool NamesOrganization(string text) => text.StartsWith("o-", StringComparison.Ordinal) && text.Contains('/', StringComparison.Ordinal);

    internal override void AddKeys(ICollection<string> keys) => set.AddKeys(keys);
}
