namespace PolicyEngine.FsCheck.Texts;

/// <summary>The kind of values that a condition operator compares.</summary>
internal enum ValueFamily
{
    String,
    Numeric,
    Date,
    Boolean,
    Binary,
    IpAddress,
    Arn,
    Null,
}
