using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Matching.Conditions;

/// <summary>One key under any operator but Null: what the operator makes of a missing key, of several values, and of each of them.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Conditions with multiple context keys or values</see>.</remarks>
/// <param name="key">The key.</param>
/// <param name="op">The operator.</param>
/// <param name="test">The values; null when the policy gives none.</param>
internal sealed class ConditionMatcher(string key, ConditionOperator op, ValueTest? test) : KeyMatcher(key)
{
    /// <summary>The texts of which the key must hold one, for a plain StringEquals; null for every other condition.</summary>
    internal string[]? RequiredTexts =>
        op is { Kind: ConditionOperatorKind.StringEquals, Qualifier: SetQualifier.None, IfExists: false } ? (test as StringTest)?.LiteralTexts : null;

    internal override void AddKeys(ICollection<string> keys)
    {
        base.AddKeys(keys);
        test?.AddKeys(keys);
    }

    private protected override MatchResult MatchText(string text, RequestContext context)
    {
        if (op.Qualifier != SetQualifier.None) return MatchSet(new ReadOnlySpan<string>(in text), context);
        if (test is not null) return MatchOne(text, context);
        return op is { IfExists: true, IsNegated: false }
            ? MatchResult.No(MatchReason.EmptyPolicyValues)
            : MatchResult.Undecided(MatchReason.EmptyPolicyValues);
    }

    private protected override MatchResult MatchList(ReadOnlySpan<string> values, RequestContext context)
    {
        if (values.IsEmpty) return MatchEmptyList();
        return op.Qualifier != SetQualifier.None ? MatchSet(values, context) : MatchResult.Undecided(MatchReason.MultivaluedWithoutSet);
    }

    private protected override MatchResult MatchMissing()
    {
        if (op.Qualifier == SetQualifier.ForAllValues) return MatchResult.Yes(MatchReason.EmptySet);
        if (op.Qualifier == SetQualifier.ForAnyValue)
        {
            return op.IfExists ? MatchResult.Undecided(MatchReason.ForAnyIfExists) : MatchResult.No(MatchReason.EmptySet);
        }

        return MatchAbsent();
    }

    /// <summary>An empty list counts as absent, but is known to be empty, so that IfExists does not save ForAnyValue.</summary>
    private MatchResult MatchEmptyList() => op.Qualifier switch
    {
        SetQualifier.ForAllValues => MatchResult.Yes(MatchReason.EmptySet),
        SetQualifier.ForAnyValue => MatchResult.No(MatchReason.EmptySet),
        _ => MatchAbsent(),
    };

    private MatchResult MatchAbsent()
    {
        if (op.IfExists) return MatchResult.Yes(MatchReason.KeyMissingIfExists);
        if (test is null) return MatchResult.Undecided(MatchReason.EmptyPolicyValues);
        return op.IsNegated ? MatchResult.Yes(MatchReason.KeyMissingNegated) : MatchResult.No(MatchReason.KeyMissing);
    }

    /// <summary>Every value, or any value; <c>{""}</c> may also be read as the empty set, and both readings must agree.</summary>
    private MatchResult MatchSet(ReadOnlySpan<string> values, RequestContext context)
    {
        bool all = op.Qualifier == SetQualifier.ForAllValues;
        MatchResult result = all ? MatchResult.True : MatchResult.No(MatchReason.ValueDiffers);
        foreach (string value in values)
        {
            MatchResult one = MatchOne(value, context);
            result = all ? result.And(one) : result.Or(one);
        }

        bool differsFromNone = all ? !result.IsTrue : !result.IsFalse;
        if (values is [""] && differsFromNone) return result.Agree(MatchResult.When(all, MatchReason.EmptySet), MatchReason.EmptyValueInSet);
        if (test is not null) return result;
        return op.IsNegated ? MatchResult.Undecided(MatchReason.EmptyPolicyValues) : MatchResult.No(MatchReason.EmptyPolicyValues);
    }

    /// <summary>One value of the request against all values of the policy: any for a positive operator, none for a negated one.</summary>
    private MatchResult MatchOne(string value, RequestContext context)
    {
        MatchResult any = test?.MatchAny(value, context) ?? MatchResult.No(MatchReason.EmptyPolicyValues);
        if (!op.IsNegated) return any;
        return any.IsTrue ? MatchResult.No(MatchReason.ValueExcluded) : any.Not();
    }
}
