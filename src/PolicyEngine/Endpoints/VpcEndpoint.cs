using System.Collections.Immutable;
using PolicyEngine.Endpoints;
using PolicyEngine.Endpoints.Hosts;
using PolicyEngine.Facts;

namespace PolicyEngine;

/// <summary>A VPC endpoint, as <c>describe-vpc-endpoints</c> tells of it.</summary>
/// <remarks>Immutable and safe for concurrent use. What is not told is null or empty, never guessed. AWS page:
/// <see href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcEndpoint.html">VpcEndpoint</see>.</remarks>
public sealed class VpcEndpoint
{
    private const string FullAccess = """{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}""";

    private static readonly PolicyDocument Default = PolicyParser.Parse(
        PolicyText.FromString(FullAccess, "default endpoint policy"), new PolicyParserOptions { Type = PolicyType.VpcEndpoint }).GetValueOrThrow();

    private readonly bool? supportsPolicy;
    private readonly string? vpcRegion;

    /// <summary>Makes an endpoint of which nothing is known.</summary>
    public VpcEndpoint()
    {
    }

    internal VpcEndpoint(bool? supportsPolicy) => this.supportsPolicy = supportsPolicy;

    /// <summary>The policy that AWS gives an endpoint without one of its own: full access, without Version.</summary>
    /// <remarks>AWS page: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html">Endpoint policies</see>.</remarks>
    public static PolicyDocument DefaultPolicy => Default;

    /// <summary>The id, such as <c>vpce-1234a5678b9012c</c>, the value of <c>aws:SourceVpce</c>, letter case as written; null for an
    /// endpoint that is only planned.</summary>
    public string? Id { get; init; }

    /// <summary>What the endpoint leads to; default not known.</summary>
    public VpcEndpointType Type { get; init; }

    /// <summary>The id of the VPC that holds the endpoint, the value of <c>aws:SourceVpc</c>; null when not told.</summary>
    public string? VpcId { get; init; }

    /// <summary>The service; null for types that have none, and when not told.</summary>
    public VpcEndpointServiceName? ServiceName { get; init; }

    /// <summary>The Region of the service, where it is another one than that of the endpoint; null when not told.</summary>
    public string? ServiceRegion { get; init; }

    /// <summary>The state; default not known, which carries no traffic.</summary>
    public VpcEndpointState State { get; init; }

    /// <summary>The endpoint policy; default <see cref="DefaultPolicy"/>.</summary>
    public PolicyDocument Policy { get; init; } = Default;

    /// <summary>True if the policy is <see cref="DefaultPolicy"/>: none was recorded, or the same one.</summary>
    public bool HasDefaultPolicy => Policy == Default;

    /// <summary>The route tables of a gateway endpoint.</summary>
    public ImmutableArray<string> RouteTableIds { get; init; } = [];

    /// <summary>True if the public name of the service leads to the endpoint inside its VPC; default no.</summary>
    public bool PrivateDnsEnabled { get; init; }

    /// <summary>The DNS names that lead to the endpoint; none for a gateway.</summary>
    public ImmutableArray<string> DnsNames { get; init; } = [];

    /// <summary>True where the private names are answered only to queries through an inbound resolver, so that clients in the VPC keep
    /// to the gateway endpoint; null when not told, which is true for Amazon S3 and false for other services.</summary>
    /// <remarks>AWS page: <see href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_DnsOptions.html">DnsOptions</see>.</remarks>
    public bool? PrivateDnsOnlyForInboundResolver { get; init; }

    /// <summary>The account that owns the endpoint, the value of <c>aws:VpceAccount</c>; null when not told: it need not be that of
    /// the caller.</summary>
    public string? OwnerId { get; init; }

    /// <summary>True if traffic can pass: the state is <see cref="VpcEndpointState.Available"/>.</summary>
    public bool IsAvailable => State == VpcEndpointState.Available;

    /// <summary>The Region of the VPC, which is not that of the service where the endpoint leads to another Region. Where it is not told, that of a zonal
    /// name among <see cref="DnsNames"/>; of a gateway, and of an endpoint of which no <see cref="ServiceRegion"/> is told, that of the service; else null.</summary>
    public string? VpcRegion
    {
        get => vpcRegion ?? ZonalRegion() ?? (Type == VpcEndpointType.Gateway || ServiceRegion is null ? Region : null);
        init => vpcRegion = value;
    }

    /// <summary>The kinds of addresses that the endpoint has; unrecognized where none are told.</summary>
    internal EndpointIpAddressType IpAddressType { get; init; }

    /// <summary>The Region of the service: <see cref="ServiceRegion"/>, or that in the service name; null when neither tells.</summary>
    public string? Region => ServiceRegion ?? ServiceName?.Region;

    /// <summary>True if AWS API calls pass that AWS authorizes by endpoint keys and an endpoint policy: interface endpoints to AWS
    /// services, and gateway endpoints. True where the type is not known.</summary>
    /// <remarks>AWS page: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">AWS services that integrate with AWS PrivateLink</see>.</remarks>
    public bool CarriesApiCalls => Type switch
    {
        VpcEndpointType.Interface or VpcEndpointType.Unknown or VpcEndpointType.Unrecognized => ServiceName is not { IsCustomerService: true },
        _ => Type == VpcEndpointType.Gateway,
    };

    /// <summary>True if the policy is asked at all: some services give every endpoint full access, whatever policy is stored.</summary>
    /// <remarks>Unless set, from <see cref="ServiceTables.Default"/>; true for services not listed there.</remarks>
    public bool SupportsPolicy
    {
        get => CarriesApiCalls && (supportsPolicy ?? (ServiceName?.Service is not { } service || ServiceTables.Default.HasEndpointPolicy(service)));
        init => supportsPolicy = value;
    }

    /// <summary>The endpoint in a few words.</summary>
    /// <returns>Id, type and service.</returns>
    public override string ToString() => $"{Id ?? "(planned)"} {Type} {ServiceName}".TrimEnd();

    /// <summary>The Region in the name of an Availability Zone of the VPC.</summary>
    private string? ZonalRegion()
    {
        foreach (string name in DnsNames)
        {
            if (EndpointLabel.FindZoneRegion(name) is { } region) return region;
        }

        return null;
    }
}
