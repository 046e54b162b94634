namespace PolicyEngine;

/// <summary>The type of the values of a condition key.</summary>
public enum ConditionKeyType
{
    /// <summary>Text.</summary>
    String = 0,

    /// <summary>An Amazon Resource Name.</summary>
    Arn = 1,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 2,

    /// <summary>A decimal number.</summary>
    Numeric = 3,

    /// <summary>An instant.</summary>
    Date = 4,

    /// <summary>An IP address.</summary>
    IpAddress = 5,
}
