namespace PolicyEngine;

/// <summary>The network origin of an S3 access point.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-vpc.html">Creating access points restricted to a
/// virtual private cloud</see>.</remarks>
public enum AccessPointOrigin
{
    /// <summary>Not told.</summary>
    Unknown = 0,

    /// <summary>Calls from everywhere.</summary>
    Internet = 1,

    /// <summary>Calls from one VPC alone; others are denied, whatever policies allow.</summary>
    Vpc = 2,
}
