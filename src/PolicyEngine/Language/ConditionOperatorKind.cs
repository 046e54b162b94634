namespace PolicyEngine.Syntax;

/// <summary>The base condition operators, without set operator and without <c>IfExists</c>.</summary>
/// <remarks>Names are those of the policy language. A negated operator is true when no value matches, and when the key is
/// missing. AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">IAM JSON policy elements: Condition operators</see>.</remarks>
public enum ConditionOperatorKind
{
    /// <summary>True when text is equal, letter case included.</summary>
    StringEquals = 0,

    /// <summary>The negation of StringEquals.</summary>
    StringNotEquals = 1,

    /// <summary>True when text is equal, letter case ignored.</summary>
    StringEqualsIgnoreCase = 2,

    /// <summary>The negation of StringEqualsIgnoreCase.</summary>
    StringNotEqualsIgnoreCase = 3,

    /// <summary>True when text matches a pattern with * and ?.</summary>
    StringLike = 4,

    /// <summary>The negation of StringLike.</summary>
    StringNotLike = 5,

    /// <summary>True when numbers are equal.</summary>
    NumericEquals = 6,

    /// <summary>The negation of NumericEquals.</summary>
    NumericNotEquals = 7,

    /// <summary>True when the value in the request is less.</summary>
    NumericLessThan = 8,

    /// <summary>True when the value in the request is less or equal.</summary>
    NumericLessThanEquals = 9,

    /// <summary>True when the value in the request is greater.</summary>
    NumericGreaterThan = 10,

    /// <summary>True when the value in the request is greater or equal.</summary>
    NumericGreaterThanEquals = 11,

    /// <summary>True when instants are equal.</summary>
    DateEquals = 12,

    /// <summary>The negation of DateEquals.</summary>
    DateNotEquals = 13,

    /// <summary>True when the instant in the request is earlier.</summary>
    DateLessThan = 14,

    /// <summary>True when the instant in the request is earlier or equal.</summary>
    DateLessThanEquals = 15,

    /// <summary>True when the instant in the request is later.</summary>
    DateGreaterThan = 16,

    /// <summary>True when the instant in the request is later or equal.</summary>
    DateGreaterThanEquals = 17,

    /// <summary>True when both are true or both are false.</summary>
    Bool = 18,

    /// <summary>True when bytes are equal.</summary>
    BinaryEquals = 19,

    /// <summary>True when the address lies in a range.</summary>
    IpAddress = 20,

    /// <summary>The negation of IpAddress.</summary>
    NotIpAddress = 21,

    /// <summary>True when the ARN matches part by part; the same as ArnLike.</summary>
    ArnEquals = 22,

    /// <summary>The negation of ArnEquals.</summary>
    ArnNotEquals = 23,

    /// <summary>True when the ARN matches part by part, with wildcards.</summary>
    ArnLike = 24,

    /// <summary>The negation of ArnLike.</summary>
    ArnNotLike = 25,

    /// <summary>True when the key is missing, or not.</summary>
    Null = 26,
}
