using System.Collections.Immutable;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Matching.Conditions;

/// <summary>One key under one operator: the match of a missing key, of several values, and of each of them.</summary>
/// <remarks>Where the request has the key in several letter cases with different values, each is tried and all must agree. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-logic-multiple-context-keys-or-values.html">Conditions with multiple context keys or values</see>.</remarks>
internal sealed class ConditionMatcher
{
    private readonly ConditionOperator op;
    private readonly ValueMatcher? matcher;
    private readonly bool isSet;
    private readonly bool isNegated;
    private readonly bool isOfNoRequest;
    private readonly MatchResult whenMissing;

    /// <summary>The texts of a matcher of literal texts and patterns only.</summary>
    private readonly PatternSet? texts;

    /// <summary>The text of a matcher of one literal text only, and the match where the value differs (SecretPolicyBenchmarks.Compiled).</summary>
    private readonly string? onlyText;
    private readonly MatchResult whenNot;

    /// <summary>Makes a matcher.</summary>
    /// <param name="key">The key.</param>
    /// <param name="op">The operator.</param>
    /// <param name="matcher">The values; null when the policy gives none.</param>
    internal ConditionMatcher(string key, ConditionOperator op, ValueMatcher? matcher)
    {
        Key = ConditionKey.OfAny(key);
        this.op = op;
        this.matcher = matcher;
        isSet = op.Qualifier != SetQualifier.None && op.Kind != ConditionOperatorKind.Null;
        isNegated = op.IsNegated;
        isOfNoRequest = ConditionKey.IsOfNoRequest(key);
        texts = isSet ? null : (matcher as StringMatcher)?.Texts;
        onlyText = texts?.OnlyText;
        whenNot = MatchResult.No(isNegated ? MatchReason.ValueExcluded : MatchReason.ValueDiffers);
        whenMissing = (matcher as NullMatcher)?.WhenMissing ?? MatchMissing();
    }

    /// <summary>The key.</summary>
    internal ConditionKey Key { get; }

    /// <summary>The texts of which the key must hold one, for a plain StringEquals; null for every other condition.</summary>
    internal string[]? RequiredTexts =>
        op is { Kind: ConditionOperatorKind.StringEquals, Qualifier: SetQualifier.None, IfExists: false } ? (matcher as StringMatcher)?.LiteralTexts : null;

    internal MatchResult Match(RequestContext context)
    {
        object? found = isOfNoRequest ? null : context.Find(Key);
        if (found is string text) return MatchText(text, context);
        return found is null ? whenMissing : MatchValue((ContextValue)found, context);
    }

    /// <summary>Adds the condition keys that the condition reads.</summary>
    internal void AddKeys(ICollection<string> keys)
    {
        keys.Add(Key.Name);
        matcher?.AddKeys(keys);
    }

    /// <summary>Operator, key and the kind of its values.</summary>
    public override string ToString() => $"{op} {Key} by {matcher?.GetType().Name ?? "no values"}";

    private MatchResult MatchText(string text, RequestContext context)
    {
        if (onlyText is not null) return text == onlyText != isNegated ? MatchResult.True : whenNot;
        if (texts is not null) return Negate(texts.Match(text, context));
        if (isSet) return MatchSet(new ReadOnlySpan<string>(in text), context);
        if (matcher is not null) return Negate(matcher.MatchAny(text, context));
        return op is { IfExists: true, IsNegated: false }
            ? MatchResult.No(MatchReason.EmptyPolicyValues)
            : MatchResult.Undecided(MatchReason.EmptyPolicyValues);
    }

    private MatchResult MatchValue(ContextValue value, RequestContext context)
    {
        if (!value.Alternatives.IsDefault) return MatchAll(value.Alternatives, context);
        if (value.IsUnknown) return value.Foreign is { } foreign ? MatchForeign(foreign, context) : MatchResult.UnknownKey;
        return value.IsList ? MatchList(value.Values, context) : MatchText(value.Values[0], context);
    }

    /// <summary>An unknown value that is none of those that the request tells: where that settles the match, it is settled.</summary>
    private MatchResult MatchForeign(ForeignValue foreign, RequestContext context)
    {
        MatchResult present = matcher switch
        {
            NullMatcher nulls => nulls.WhenPresent,
            StringMatcher own => Negate(own.MatchForeign(foreign, context)),
            _ => MatchResult.UnknownKey,
        };
        bool isSettled = !foreign.IsOrganization || (present.IsTrue && whenMissing.IsTrue) || (present.IsFalse && whenMissing.IsFalse);
        return isSettled ? present : MatchResult.UnknownKey;
    }

    private MatchResult MatchAll(ImmutableArray<ContextValue> values, RequestContext context)
    {
        MatchResult match = MatchValue(values[0], context);
        foreach (ContextValue other in values.AsSpan()[1..]) match = match.Agree(MatchValue(other, context), MatchReason.KeyCaseConflict);
        return match;
    }

    private MatchResult MatchList(ReadOnlySpan<string> values, RequestContext context)
    {
        if (matcher is NullMatcher nulls) return nulls.MatchList(values);
        if (values.IsEmpty) return MatchEmptyList();
        return isSet ? MatchSet(values, context) : MatchResult.Undecided(MatchReason.MultivaluedWithoutSet);
    }

    private MatchResult MatchMissing() => op.Qualifier switch
    {
        SetQualifier.ForAllValues => MatchResult.Yes(MatchReason.EmptySet),
        SetQualifier.ForAnyValue => op.IfExists ? MatchResult.Undecided(MatchReason.ForAnyIfExists) : MatchResult.No(MatchReason.EmptySet),
        _ => MatchAbsent(),
    };

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
        if (matcher is null) return MatchResult.Undecided(MatchReason.EmptyPolicyValues);
        return isNegated ? MatchResult.Yes(MatchReason.KeyMissingNegated) : MatchResult.No(MatchReason.KeyMissing);
    }

    /// <summary>Every value, or any value; <c>{""}</c> may also mean the empty set, and both meanings must agree.</summary>
    private MatchResult MatchSet(ReadOnlySpan<string> values, RequestContext context)
    {
        bool all = op.Qualifier == SetQualifier.ForAllValues;
        MatchResult result = all ? MatchResult.True : MatchResult.No(MatchReason.ValueDiffers);
        foreach (string value in values)
        {
            MatchResult one = Negate(matcher?.MatchAny(value, context) ?? MatchResult.No(MatchReason.EmptyPolicyValues));
            result = all ? result.And(one) : result.Or(one);
        }

        bool differsFromNone = all ? !result.IsTrue : !result.IsFalse;
        if (values is [""] && differsFromNone) return result.Agree(MatchResult.When(all, MatchReason.EmptySet), MatchReason.EmptyValueInSet);
        if (matcher is not null) return result;
        return isNegated ? MatchResult.Undecided(MatchReason.EmptyPolicyValues) : MatchResult.No(MatchReason.EmptyPolicyValues);
    }

    /// <summary>One value of the request against all values of the policy: any for a positive operator, none for a negated one.</summary>
    private MatchResult Negate(MatchResult any)
    {
        if (!isNegated) return any;
        return any.IsTrue ? MatchResult.No(MatchReason.ValueExcluded) : any.Not();
    }
}
