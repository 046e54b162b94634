namespace PolicyEngine.Endpoints;

/// <summary>The kinds of IP addresses that an endpoint has.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html">VpcEndpoint</see>.</remarks>
internal enum EndpointIpAddressType
{
    /// <summary>Not known.</summary>
    Unrecognized = 0,

    /// <summary>IPv4 only.</summary>
    Ipv4 = 1,

    /// <summary>IPv4 and IPv6.</summary>
    Dualstack = 2,

    /// <summary>IPv6 only.</summary>
    Ipv6 = 3,
}
