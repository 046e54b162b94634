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

/// <summary>One ARN pattern of a condition. Its text is split before variables are resolved, so that a colon in a value stays in its part.</summary>
internal sealed class ArnValue
{
    private readonly TextPattern[] parts;
    private readonly PatternVariables variables;

    internal ArnValue(string text, bool variables)
    {
        List<string> texts = ArnParts.SplitPattern(text, variables);
        parts = ArnParts.ArePattern(texts) ? [.. texts.Select(part => TextPattern.Compile(part, wildcards: true, variables))] : [];
        this.variables = PatternVariables.Of(parts);
        if (this.variables.IsConstant && parts.Length > 0) LiteralPrefix = FindPrefix();
    }

    /// <summary>What a matching ARN begins with; null where that is unknown.</summary>
    internal string? LiteralPrefix { get; }

    internal void AddKeys(ICollection<string> keys) => variables.AddKeys(keys);

    internal MatchResult Match(string value, ArnParts own, RequestContext context) =>
        parts.Length == 0 ? MatchResult.Undecided(MatchReason.NotAnArn) : variables.Match(new ResolvedArn(this, value, own), context);

    /// <summary>Matches with the values of all variables.</summary>
    private MatchResult MatchResolved(string value, ArnParts own, ReadOnlySpan<string?> values)
    {
        MatchResult all = MatchResult.True;
        for (int i = parts.Length - 1; i >= 0 && !all.IsFalse; i--)
        {
            all = all.And(parts[i].MatchResolved(own.Of(value, i), values[^parts[i].Variables.Length..]));
            values = values[..^parts[i].Variables.Length];
        }

        return all;
    }

    /// <summary>The literal text up to the first wildcard.</summary>
    private string FindPrefix()
    {
        string prefix = "";
        for (int i = 0; i < parts.Length; i++)
        {
            prefix += i == 0 ? parts[i].LiteralPrefix : $":{parts[i].LiteralPrefix}";
            if (!parts[i].IsLiteral) break;
        }

        return prefix;
    }

    /// <summary>The pattern beside an ARN.</summary>
    private readonly struct ResolvedArn(ArnValue pattern, string value, ArnParts own) : IResolvedMatch
    {
        public MatchResult Match(scoped ReadOnlySpan<string?> values) => pattern.MatchResolved(value, own, values);
    }
}
