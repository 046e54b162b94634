namespace PolicyEngine;

/// <summary>Which part of Amazon S3 a host name leads to.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html">AWS PrivateLink for Amazon S3</see>.</remarks>
public enum S3EndpointForm
{
    /// <summary>Not a name of Amazon S3.</summary>
    None = 0,

    /// <summary>Buckets and their objects.</summary>
    Bucket = 1,

    /// <summary>Access points.</summary>
    AccessPoint = 2,

    /// <summary>The control operations of an account.</summary>
    Control = 3,
}
