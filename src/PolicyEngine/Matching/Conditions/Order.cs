namespace PolicyEngine.Matching.Conditions;

/// <summary>The order that a value of the request must have to a value of the policy.</summary>
internal enum Order
{
    Equal,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}
