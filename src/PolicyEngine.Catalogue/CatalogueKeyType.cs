namespace PolicyEngine.Catalogue;

/// <summary>The type of the values of a condition key.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public enum CatalogueKeyType
{
    /// <summary>The source names no type.</summary>
    Unknown,

    /// <summary>Text.</summary>
    String,

    /// <summary>Amazon Resource Name.</summary>
    Arn,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>Number.</summary>
    Numeric,

    /// <summary>Date, as ISO 8601 text or seconds since 1970.</summary>
    Date,

    /// <summary>Address or network of IPv4 or IPv6.</summary>
    IpAddress,

    /// <summary>Bytes, as base64 text.</summary>
    Binary,
}
