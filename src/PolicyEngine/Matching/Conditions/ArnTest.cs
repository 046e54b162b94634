using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Matching.Conditions;

/// <summary>ArnEquals and ArnLike, which are the same: six parts, each a pattern; only the last part holds colons.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN">Amazon Resource Name (ARN) condition operators</see>.</remarks>
internal sealed class ArnTest(ArnValue[] values) : ValueTest
{
    internal override MatchResult MatchAny(string value, RequestContext context)
    {
        if (!ArnParts.TrySplit(value, out ArnParts parts) || parts.Of(value, 0) is not "arn")
        {
            return MatchResult.Undecided(MatchReason.NotAnArn);
        }

        MatchResult any = MatchResult.No(MatchReason.ValueDiffers);
        foreach (ArnValue candidate in values)
        {
            any = any.Or(candidate.Match(value, parts, context));
            if (any.IsTrue) break;
        }

        return any;
    }

    internal override void AddKeys(ICollection<string> keys)
    {
        foreach (ArnValue value in values) value.AddKeys(keys);
    }
}

/// <summary>One ARN pattern of a condition. Its text is split before variables are resolved, so that a colon in a value stays in its part.</summary>
internal sealed class ArnValue
{
    private readonly TextPattern[] parts;

    internal ArnValue(string text, bool variables)
    {
        List<string> texts = ArnParts.SplitPattern(text, variables);
        parts = ArnParts.ArePattern(texts) ? [.. texts.Select(part => TextPattern.Compile(part, wildcards: true, variables))] : [];
    }

    internal void AddKeys(ICollection<string> keys)
    {
        foreach (TextPattern part in parts) part.AddKeys(keys);
    }

    internal MatchResult Match(string value, ArnParts own, RequestContext context)
    {
        if (parts.Length == 0) return MatchResult.Undecided(MatchReason.NotAnArn);
        VariableReadings readings = VariableReadings.Of(parts, context);
        if (readings.IsTooMany) return MatchResult.Undecided(MatchReason.KeyCaseConflict);
        MatchResult match = MatchReading(value, own, context, readings[0]);
        for (int reading = 1; reading < readings.Count; reading++)
        {
            match = match.Agree(MatchReading(value, own, context, readings[reading]), MatchReason.VariableEmpty);
        }

        return match;
    }

    private MatchResult MatchReading(string value, ArnParts own, RequestContext context, VariableReading reading)
    {
        MatchResult all = TextPattern.CanResolve(parts, context, reading);
        if (!all.IsTrue) return all;
        for (int i = 0; i < parts.Length; i++) all = all.And(parts[i].MatchReading(own.Of(value, i), context, reading));
        return all;
    }
}
