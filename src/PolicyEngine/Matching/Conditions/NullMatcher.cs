using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Matching.Conditions;

/// <summary>Null: true where the key is missing. An empty list is missing; AWS does not document it for the empty text.</summary>
/// <remarks>With a set operator it is constant.
/// AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null">Condition operator to check existence of condition keys</see>.</remarks>
internal sealed class NullMatcher : ValueMatcher
{
    private readonly MatchResult whenEmptyText;

    internal NullMatcher(SetQualifier qualifier, IReadOnlyCollection<string> values)
    {
        WhenMissing = Answer(qualifier, values, isNull: true);
        WhenPresent = Answer(qualifier, values, isNull: false);
        whenEmptyText = WhenPresent.Agree(WhenMissing, MatchReason.EmptyValueNull);
    }

    /// <summary>The answer where the request lacks the key.</summary>
    internal MatchResult WhenMissing { get; }

    /// <summary>The answer where the request has the key.</summary>
    internal MatchResult WhenPresent { get; }

    internal override MatchResult MatchAny(string value, RequestContext context) => value.Length == 0 ? whenEmptyText : WhenPresent;

    internal MatchResult MatchList(ReadOnlySpan<string> values) => values.IsEmpty ? WhenMissing : values is [""] ? whenEmptyText : WhenPresent;

    private static MatchResult Answer(SetQualifier qualifier, IReadOnlyCollection<string> values, bool isNull)
    {
        if (qualifier != SetQualifier.None) return qualifier == SetQualifier.ForAllValues ? MatchResult.Yes(MatchReason.EmptySet) : MatchResult.No(MatchReason.EmptySet);
        if (values.Count == 0) return MatchResult.Undecided(MatchReason.EmptyPolicyValues);
        bool hasUnreadable = false;
        foreach (string text in values)
        {
            if (!BooleanText.TryParse(text, out bool value)) hasUnreadable = true;
            else if (value == isNull) return MatchResult.True;
        }

        return hasUnreadable ? MatchResult.Undecided(MatchReason.PolicyValueUnreadable) : MatchResult.No(isNull ? MatchReason.KeyMissing : MatchReason.ValueDiffers);
    }
}
