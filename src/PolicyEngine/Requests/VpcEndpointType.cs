namespace PolicyEngine;

/// <summary>What a VPC endpoint leads to, and how. An endpoint policy matches principals by the type.</summary>
/// <remarks>AWS pages: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html">AWS PrivateLink concepts</see>,
/// <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html">Gateway endpoints</see>.</remarks>
public enum VpcEndpointType
{
    /// <summary>Not known. A request through it counts as through a gateway endpoint for S3 and DynamoDB actions, else through an interface endpoint.</summary>
    Unknown = 0,

    /// <summary>Network interfaces with private addresses, which lead to one service. Its policy matches principals as a resource policy does.</summary>
    Interface = 1,

    /// <summary>A target of route tables, for Amazon S3 and DynamoDB. Its policy matches principals by <c>*</c> only.</summary>
    Gateway = 2,

    /// <summary>Leads packets to appliances; it has no policy and carries no API calls.</summary>
    GatewayLoadBalancer = 3,

    /// <summary>Leads to a resource such as a database, by VPC Lattice; it carries no API calls.</summary>
    Resource = 4,

    /// <summary>Leads to a service network of VPC Lattice; it carries no API calls.</summary>
    ServiceNetwork = 5,

    /// <summary>It carries no API calls.</summary>
    Tunnel = 6,

    /// <summary>The type has a name that this library does not know: what policy such an endpoint has is not known, so that nothing through it is allowed
    /// for certain.</summary>
    Unrecognized = 7,
}
