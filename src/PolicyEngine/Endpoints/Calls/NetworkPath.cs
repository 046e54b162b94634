using System.Collections.Immutable;

namespace PolicyEngine.Endpoints.Calls;

/// <summary>Over which network a call came to AWS.</summary>
internal abstract record NetworkPath
{
    /// <summary>The path as the subject of a sentence.</summary>
    internal abstract string Description { get; }
}

/// <summary>Nobody knows.</summary>
internal sealed record UnknownNetworkPath : NetworkPath
{
    internal override string Description => "a call over an unknown path";
}

/// <summary>Over the internet, or AWS's own network, from an address.</summary>
/// <param name="SourceIp">The address.</param>
internal sealed record PublicPath(string SourceIp) : NetworkPath
{
    internal override string Description => "a call from the internet";
}

/// <summary>Through a VPC endpoint.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="ClientIp">The address of the client as the endpoint sees it; null when nobody knows.</param>
internal sealed record EndpointPath(VpcEndpoint Endpoint, string? ClientIp) : NetworkPath
{
    internal override string Description => "a call through an endpoint";
}

/// <summary>From a service that calls on behalf of the caller.</summary>
/// <param name="First">How the caller called the first service; null when nobody knows.</param>
/// <param name="Services">The services on the way, first to last; empty when they do not say so.</param>
internal sealed record ForwardedPath(NetworkPath? First, ImmutableArray<string> Services) : NetworkPath
{
    internal override string Description => "a call on behalf of the caller";
}

/// <summary>From the network of a service, which calls by itself or with a role that was passed to it.</summary>
internal sealed record ServicePath : NetworkPath
{
    internal override string Description => "a call from the network of a service";
}
