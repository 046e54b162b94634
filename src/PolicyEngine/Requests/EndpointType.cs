namespace PolicyEngine;

/// <summary>The type of the VPC endpoint that a request came through.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html">Gateway endpoints</see>.</remarks>
public enum EndpointType
{
    /// <summary>Not known: then a gateway endpoint for S3 and DynamoDB actions, an interface endpoint for others.</summary>
    Unknown = 0,

    /// <summary>An interface endpoint: its policy matches principals like any resource policy.</summary>
    Interface = 1,

    /// <summary>A gateway endpoint: its policy matches principals by <c>*</c> only.</summary>
    Gateway = 2,
}
