namespace PolicyEngine;

/// <summary>What a VPC endpoint leads to, and how.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/concepts.html">AWS PrivateLink concepts</see>.</remarks>
public enum VpcEndpointType
{
    /// <summary>Not known.</summary>
    Unrecognized = 0,

    /// <summary>Network interfaces with private addresses, which lead to one service.</summary>
    Interface = 1,

    /// <summary>A target of route tables, for Amazon S3 and DynamoDB.</summary>
    Gateway = 2,

    /// <summary>Leads packets to appliances; it has no policy and carries no API calls.</summary>
    GatewayLoadBalancer = 3,

    /// <summary>Leads to a resource such as a database, by VPC Lattice; it carries no API calls.</summary>
    Resource = 4,

    /// <summary>Leads to a service network of VPC Lattice; it carries no API calls.</summary>
    ServiceNetwork = 5,
}
