namespace PolicyEngine.Language;

/// <summary>The kind of value that a condition operator compares.</summary>
internal enum OperatorFamily
{
    /// <summary>Text, compared code unit by code unit.</summary>
    String = 0,

    /// <summary>Decimal numbers of any length.</summary>
    Numeric = 1,

    /// <summary>Instants.</summary>
    Date = 2,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean = 3,

    /// <summary>Bytes written as base64.</summary>
    Binary = 4,

    /// <summary>IPv4 and IPv6 addresses.</summary>
    IpAddress = 5,

    /// <summary>Amazon Resource Names.</summary>
    Arn = 6,

    /// <summary>True where the key is there at all.</summary>
    Null = 7,
}
