using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Matching.Conditions;

/// <summary>StringEquals and StringLike.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String">String condition operators</see>.</remarks>
internal sealed class StringMatcher(TextPattern[] patterns) : ValueMatcher
{
    private readonly PatternSet set = new(patterns);

    /// <summary>The values, where all of them are compared as they stand; null where any has a wildcard or a variable.</summary>
    internal string[]? LiteralTexts => Array.TrueForAll(patterns, static p => p.IsConstant && p.IsLiteral) ? [.. patterns.Select(static p => p.LiteralPrefix)] : null;

    internal PatternSet Texts => set;

    internal override MatchResult MatchAny(string value, RequestContext context) => set.Match(value, context);

    internal override void AddKeys(ICollection<string> keys) => set.AddKeys(keys);
}
