using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Validation;

/// <summary>What one key of a condition says about a request that does not have the key.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM JSON policy elements: Condition operators</see>.</remarks>
internal static class MissingKey
{
    /// <summary>Whether it is true then.</summary>
    internal static bool IsTrue(ConditionOperator op, ConditionEntry entry) => Decide(op, entry) == true;

    /// <summary>Whether it is false then: only requests with the key get through.</summary>
    internal static bool IsFalse(ConditionOperator op, ConditionEntry entry) => Decide(op, entry) == false;

    private static bool? Decide(ConditionOperator op, ConditionEntry entry)
    {
        if (op.Kind == ConditionOperatorKind.Null)
        {
            return op.Qualifier == SetQualifier.None && entry.Values is [{ Text: var text }] && BooleanText.TryParse(text, out bool missing) ? missing : null;
        }

        return op.Qualifier switch
        {
            SetQualifier.ForAllValues => true,
            SetQualifier.ForAnyValue => op.IfExists ? null : false,
            _ => op.IsNegated || op.IfExists,
        };
    }
}
