using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Matching.Conditions;

/// <summary>Null: whether the key is missing. An empty list is missing; for the empty text AWS does not say.</summary>
/// <remarks>With a set operator it is constant.
/// AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null">Condition operator to check existence of condition keys</see>.</remarks>
internal sealed class NullMatcher : KeyMatcher
{
    private readonly SetQualifier qualifier;
    private readonly MatchResult whenMissing;
    private readonly MatchResult whenPresent;

    internal NullMatcher(string key, SetQualifier qualifier, IReadOnlyCollection<string> values)
        : base(key)
    {
        this.qualifier = qualifier;
        bool accepts(bool isNull) => values.Any(text => BooleanText.TryParse(text, out bool value) && value == isNull);
        bool hasUnreadable = values.Count == 0 || !values.All(static text => BooleanText.TryParse(text, out _));
        MatchReason unreadable = values.Count == 0 ? MatchReason.EmptyPolicyValues : MatchReason.PolicyValueUnreadable;
        whenMissing = Answer(accepts(true), MatchReason.KeyMissing);
        whenPresent = Answer(accepts(false), MatchReason.ValueDiffers);

        MatchResult Answer(bool accepted, MatchReason otherwise) =>
            accepted ? MatchResult.True : hasUnreadable ? MatchResult.Undecided(unreadable) : MatchResult.No(otherwise);
    }

    private protected override MatchResult MatchMissing() => Constant() ?? whenMissing;

    private protected override MatchResult MatchText(string text, RequestContext context) => Constant() ?? MatchKnown(text.Length == 0);

    private protected override MatchResult MatchList(ReadOnlySpan<string> values, RequestContext context) =>
        Constant() ?? (values.IsEmpty ? whenMissing : MatchKnown(values is [""]));

    private MatchResult MatchKnown(bool isEmptyText) => isEmptyText ? whenPresent.Agree(whenMissing, MatchReason.EmptyValueNull) : whenPresent;

    private MatchResult? Constant() => qualifier switch
    {
        SetQualifier.ForAllValues => MatchResult.Yes(MatchReason.EmptySet),
        SetQualifier.ForAnyValue => MatchResult.No(MatchReason.EmptySet),
        _ => null,
    };
}
