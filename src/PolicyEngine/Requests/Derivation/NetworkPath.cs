using System.Collections.Immutable;

namespace PolicyEngine.Requests.Derivation;

/// <summary>Over which network a call came to AWS, and what is known of the way.</summary>
internal sealed record NetworkPath(NetworkPathKind Kind)
{
    internal static NetworkPath Untold { get; } = new(NetworkPathKind.Untold);

    internal static NetworkPath Unknown { get; } = new(NetworkPathKind.Unknown);

    /// <summary>Of a forwarded call: how the caller called the first service.</summary>
    internal NetworkPathKind First { get; init; } = NetworkPathKind.Unknown;

    /// <summary>The address of a call over the internet, or of the first call of a forwarded one; null where it is not known.</summary>
    internal string? SourceIp { get; init; }

    /// <summary>The endpoint; null where there is none.</summary>
    internal RequestEndpoint? Endpoint { get; init; }

    /// <summary>The address of the client as the endpoint sees it; null where it is not known.</summary>
    internal string? ClientIp { get; init; }

    /// <summary>The account that owns the endpoint; null where it is not known.</summary>
    internal string? EndpointOwner { get; init; }

    /// <summary>The Region of the VPC of the endpoint; null where it is not known.</summary>
    internal string? VpcRegion { get; init; }

    /// <summary>The Region of the service to which the endpoint leads; null where it is not known.</summary>
    internal string? EndpointRegion { get; init; }

    /// <summary>The services of a forwarded call, first to last; empty where the services do not tell, default where they are not known.</summary>
    internal ImmutableArray<string> Services { get; init; }

    /// <summary>True where a service made the call on behalf of the caller; null where it is not known.</summary>
    internal bool? IsForwarded => Kind switch
    {
        NetworkPathKind.Forwarded => true,
        NetworkPathKind.Unknown or NetworkPathKind.ServiceWithRole => null,
        _ => false,
    };

    /// <summary>The path as the subject of a sentence.</summary>
    internal string Description => Kind switch
    {
        NetworkPathKind.Public => "a call from the internet",
        NetworkPathKind.Endpoint => "a call through an endpoint",
        NetworkPathKind.Forwarded => "a call on behalf of the caller",
        NetworkPathKind.ServiceNetwork or NetworkPathKind.ServicePrincipal => "a call from the network of a service",
        _ => "a call over an unknown path",
    };

    /// <summary>True where a key cannot be given for a call over this path. What only some services send, or tell of a chain, may be known better elsewhere.</summary>
    internal bool Excludes(string key) => Kind switch
    {
        NetworkPathKind.Public => ConditionKeys.IsOfEndpoint(key) || ConditionKeys.IsOfChain(key),
        NetworkPathKind.Endpoint => ConditionKeys.IsSourceIp(key) || ConditionKeys.IsOfChain(key),
        NetworkPathKind.Forwarded => ConditionKeys.IsOfEndpoint(key) || (First == NetworkPathKind.Endpoint && ConditionKeys.IsSourceIp(key)),
        _ => false,
    };

    /// <summary>The path of a call that a service makes on behalf of the caller, who called over this path.</summary>
    internal NetworkPath ForwardBy(ImmutableArray<string> services) =>
        Kind == NetworkPathKind.Forwarded ? this with { Services = services } : new NetworkPath(NetworkPathKind.Forwarded) { First = Kind, SourceIp = SourceIp, Services = services };
}
