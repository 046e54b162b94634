using PolicyEngine.Language;

namespace PolicyEngine.Matching.Conditions;

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
    private readonly struct ResolvedArn(ArnValue pattern, string value, ArnParts own) : PatternVariables.IResolved
    {
        public MatchResult Match(scoped ReadOnlySpan<string?> values) => pattern.MatchResolved(value, own, values);
    }
}
