namespace PolicyEngine;

/// <summary>What is told of the S3 access point that a request is on.</summary>
/// <remarks>Immutable. A request on an access point is checked on the access point and on its bucket; one on an Object Lambda access point besides on
/// itself. What is not told keeps a request from being allowed. AWS pages:
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">Configuring IAM policies for using access points</see>,
/// <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/olap-policies.html">Configuring IAM policies for Object Lambda access points</see>.</remarks>
public sealed record AccessPoint
{
    /// <summary>The policy of the access point, or that it has none; default unknown.</summary>
    public AttachedPolicies Policies { get; init; } = AttachedPolicies.Unknown;

    /// <summary>The ARN of its bucket; null when not told.</summary>
    public string? BucketArn { get; init; }

    /// <summary>The 12 digits of the account that owns the bucket, which may be another than that of the access point; null when not told.</summary>
    public string? BucketAccount { get; init; }

    /// <summary>From where it takes calls; default not told.</summary>
    public AccessPointOrigin Origin { get; init; }

    /// <summary>The id of the VPC from which alone it takes calls; null where it takes others, or when not told.</summary>
    public string? VpcId { get; init; }

    /// <summary>The ARN of the access point itself; needed of a <see cref="Supporting"/> one alone, as that of others is the resource of the request.</summary>
    public string? Arn { get; init; }

    /// <summary>Of an Object Lambda access point: the access point from which it gets objects, with its bucket; null for others, or when not told.</summary>
    public AccessPoint? Supporting { get; init; }
}
