using PolicyEngine.Language;
using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Matching.Conditions;

/// <summary>ArnEquals and ArnLike, which are the same: six parts, each a pattern; only the last part holds colons.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">Amazon Resource Name (ARN) condition operators</see>.</remarks>
internal sealed class ArnMatcher : ValueMatcher
{
    private const int FewValues = 8;
    private readonly ArnValue[] values;
    private readonly ArnValue[] unindexed;
    private readonly PrefixTrie? prefixes;

    internal ArnMatcher(ArnValue[] values)
    {
        this.values = values;
        unindexed = values;
        if (values.Length <= FewValues) return;
        prefixes = PrefixTrie.Build([.. values.Index().Where(static v => v.Item.LiteralPrefix is not null).Select(static v => (v.Item.LiteralPrefix!, v.Index))]);
        unindexed = [.. values.Where(static v => v.LiteralPrefix is null)];
    }

    internal override MatchResult MatchAny(string value, RequestContext context)
    {
        if (!ArnParts.TrySplit(value, out ArnParts parts) || parts.Of(value, 0) is not "arn")
        {
            return MatchResult.Undecided(MatchReason.NotAnArn);
        }

        MatchResult any = MatchResult.No(MatchReason.None);
        foreach (ArnValue candidate in unindexed)
        {
            any = any.Or(candidate.Match(value, parts, context));
            if (any.IsTrue) return any;
        }

        return (prefixes is null ? any : MatchIndexed(value, parts, context, any)).OrElse(MatchReason.ValueDiffers);
    }

    internal override void AddKeys(ICollection<string> keys)
    {
        foreach (ArnValue value in values) value.AddKeys(keys);
    }

    private MatchResult MatchIndexed(string value, ArnParts parts, RequestContext context, MatchResult any)
    {
        for (PrefixTrie.Walk walk = prefixes!.Find(value); walk.MoveNext();)
        {
            foreach (int number in walk.Numbers)
            {
                any = any.Or(values[number].Match(value, parts, context));
                if (any.IsTrue) return any;
            }
        }

        return any;
    }
}
