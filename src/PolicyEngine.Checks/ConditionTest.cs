using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>One key of a condition with its operator. The tests of a condition must all be true.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM JSON policy elements: Condition operators</see>.</remarks>
internal readonly record struct ConditionTest(ConditionBlock Condition, ConditionClause Clause, ConditionEntry Entry)
{
    internal ConditionOperator Operator => Clause.Operator;

    /// <summary>True for a test of what the key holds, and not of whether it is there.</summary>
    internal bool IsOfValue => Operator.Kind != ConditionOperatorKind.Null;

    internal bool IsOfString => Operator.Family == OperatorFamily.String;

    /// <summary>The operator as a policy writes it.</summary>
    internal string Name => Operator.ToString();

    /// <summary>True for a request that does not have the key.</summary>
    internal bool IsTrueWhenMissing => DecideWhenMissing() == true;

    /// <summary>False for a request that does not have the key: only requests with the key get through.</summary>
    internal bool IsFalseWhenMissing => DecideWhenMissing() == false;

    /// <summary>Checks the values one by one, each under its own path.</summary>
    internal void CheckEach(AdviceContext context, Action<AdviceContext, ConditionTest, ConditionValue> check)
    {
        context.Enter(this);
        for (int i = 0; i < Entry.Values.Count; i++)
        {
            context.EnterItem(Entry.Values, i);
            check(context, this, Entry.Values[i]);
        }

        context.Leave();
    }

    /// <summary>True where the test is of this key.</summary>
    internal bool IsOn(string key) => ConditionKey.NameComparer.Equals(Entry.Key, key);

    /// <summary>True where the test is of one of these keys.</summary>
    internal bool IsOnAny(params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            if (IsOn(key)) return true;
        }

        return false;
    }

    private bool? DecideWhenMissing()
    {
        if (Operator.Kind == ConditionOperatorKind.Null)
        {
            return Operator.Qualifier == SetQualifier.None && Entry.Values is [{ Text: var text }] && BooleanText.TryParse(text, out bool missing) ? missing : null;
        }

        return Operator.Qualifier switch
        {
            SetQualifier.ForAllValues => true,
            SetQualifier.ForAnyValue => Operator.IfExists ? null : false,
            _ => Operator.IsNegated || Operator.IfExists,
        };
    }
}
