namespace PolicyEngine.FsCheck.Policies;

/// <summary>The kind of values that a condition operator compares.</summary>
internal enum OperatorFamily
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
