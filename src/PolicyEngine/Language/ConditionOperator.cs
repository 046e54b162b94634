using PolicyEngine.Language;

namespace PolicyEngine.Syntax;

/// <summary>A condition operator as a policy names it: base operator, set operator and <c>IfExists</c>.</summary>
/// <remarks>Immutable; <see langword="default"/> is <c>StringEquals</c>. Names are case-sensitive.
/// AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM JSON policy elements: Condition operators</see>.</remarks>
/// <param name="Kind">The base operator.</param>
/// <param name="Qualifier">The set operator; default is none.</param>
/// <param name="IfExists">True where a missing key counts as a match; never with <see cref="ConditionOperatorKind.Null"/>.</param>
public readonly record struct ConditionOperator(
    ConditionOperatorKind Kind, SetQualifier Qualifier = SetQualifier.None, bool IfExists = false)
{
    /// <summary>The kind of value that the operator compares.</summary>
    internal OperatorFamily Family => Kind switch
    {
        <= ConditionOperatorKind.StringNotLike => OperatorFamily.String,
        <= ConditionOperatorKind.NumericGreaterThanEquals => OperatorFamily.Numeric,
        <= ConditionOperatorKind.DateGreaterThanEquals => OperatorFamily.Date,
        ConditionOperatorKind.Bool => OperatorFamily.Boolean,
        ConditionOperatorKind.BinaryEquals => OperatorFamily.Binary,
        ConditionOperatorKind.IpAddress or ConditionOperatorKind.NotIpAddress => OperatorFamily.IpAddress,
        ConditionOperatorKind.Null => OperatorFamily.Null,
        _ => OperatorFamily.Arn,
    };

    /// <summary>True where the base operator is one of the negated ones, which are true for a missing key.</summary>
    public bool IsNegated => Kind is
        ConditionOperatorKind.StringNotEquals or ConditionOperatorKind.StringNotEqualsIgnoreCase or
        ConditionOperatorKind.StringNotLike or ConditionOperatorKind.NumericNotEquals or
        ConditionOperatorKind.DateNotEquals or ConditionOperatorKind.NotIpAddress or
        ConditionOperatorKind.ArnNotEquals or ConditionOperatorKind.ArnNotLike;

    /// <summary>True where values of this operator may hold policy variables.</summary>
    public bool TakesVariables => Family is OperatorFamily.String or OperatorFamily.Arn;

    /// <summary>True where <c>*</c> and <c>?</c> in values of this operator are wildcards.</summary>
    public bool TakesWildcards =>
        Kind is ConditionOperatorKind.StringLike or ConditionOperatorKind.StringNotLike || Family == OperatorFamily.Arn;

    /// <summary>Reads an operator name.</summary>
    /// <param name="name">The name, case-sensitive, such as <c>ForAllValues:StringLikeIfExists</c>.</param>
    /// <param name="value">The operator, where the result is true.</param>
    /// <returns>True where the name is an operator; <c>NullIfExists</c> is none.</returns>
    public static bool TryParse(ReadOnlySpan<char> name, out ConditionOperator value) => OperatorNames.TryParse(name, out value);

    /// <summary>The name as a policy has it.</summary>
    /// <returns>Such as <c>ForAnyValue:StringLike</c>.</returns>
    public override string ToString() => OperatorNames.NameOf(this);
}
