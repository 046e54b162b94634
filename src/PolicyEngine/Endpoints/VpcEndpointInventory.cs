using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Endpoints;
using PolicyEngine.Endpoints.Hosts;

namespace PolicyEngine;

/// <summary>The VPC endpoints that are known.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed partial class VpcEndpointInventory
{
    private readonly FrozenDictionary<string, VpcEndpoint> byId;

    /// <summary>Makes an inventory.</summary>
    /// <param name="endpoints">The endpoints; no two of one id.</param>
    /// <param name="isComplete">True if no endpoint of the VPCs in question is missing; otherwise no call is taken for a public one.</param>
    /// <exception cref="ArgumentNullException"><paramref name="endpoints"/> is null.</exception>
    /// <exception cref="ArgumentException">Two endpoints have one id.</exception>
    public VpcEndpointInventory(IEnumerable<VpcEndpoint> endpoints, bool isComplete = true)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        Endpoints = [.. endpoints];
        IsComplete = isComplete;
        Dictionary<string, VpcEndpoint> found = new(StringComparer.Ordinal);
        foreach (VpcEndpoint endpoint in Endpoints)
        {
            if (endpoint.Id is { } id && !found.TryAdd(id, endpoint)) throw new ArgumentException($"Two endpoints have the id '{id}'.", nameof(endpoints));
        }

        byId = found.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The inventory that holds nothing.</summary>
    public static VpcEndpointInventory Empty { get; } = new([]);

    /// <summary>All endpoints, in the order in which they were given.</summary>
    public ImmutableArray<VpcEndpoint> Endpoints { get; }

    /// <summary>True if no endpoint of the VPCs in question is missing, as far as is known.</summary>
    public bool IsComplete { get; }

    /// <summary>Finds an endpoint.</summary>
    /// <param name="id">The id; letter case counts.</param>
    /// <param name="endpoint">The endpoint, where the result is true.</param>
    /// <returns>True if there is such an endpoint.</returns>
    public bool TryFind(string id, [NotNullWhen(true)] out VpcEndpoint? endpoint) => byId.TryGetValue(id, out endpoint);

    /// <summary>Tells where a host name leads: through which endpoint, or to the public addresses of a service.</summary>
    /// <remarks>Only the host counts, and the first segment of the path for buckets of Amazon S3. The cost is linear in
    /// its length and in the number of endpoints. AWS page: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html">Access AWS services through AWS PrivateLink</see>.</remarks>
    /// <param name="url">A URL, or a host with or without port and path.</param>
    /// <param name="client">The network of the client; default not known.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="url"/> has a backslash, a control character, another scheme than http and https, or a user name before a host of AWS: <see cref="FindRefusal"/> tells it without an exception.</exception>
    public EndpointResolution Resolve(string url, EndpointClient? client = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (EndpointHostName.FindRefusal(url) is { } refusal) throw new ArgumentException($"The URL is refused: {refusal}.", nameof(url));
        if (!EndpointHostName.TryRead(url, out EndpointHostName? host, out string? fault))
        {
            host = EndpointHostName.ReadListed(url) is { } read && Endpoints.Any(endpoint => PrivateDns.Lists(endpoint, read.Host)) ? read : null;
        }

        if (host is null) return new EndpointResolution(EndpointResolutionStatus.NotAws, $"The URL leads to nothing of AWS: {fault}");
        return new EndpointResolver(this, host, client ?? new EndpointClient()).Resolve();
    }

    /// <summary>Tells why <see cref="Resolve"/> refuses a URL, as clients read such texts differently.</summary>
    /// <param name="url">A URL, or a host with or without port and path. Its cost is linear in the length.</param>
    /// <returns>Such as <c>it has a backslash</c>, without a final stop; null where the URL is not refused.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="url"/> is null.</exception>
    public static string? FindRefusal(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return EndpointHostName.FindRefusal(url);
    }

    /// <summary>How much is known.</summary>
    /// <returns>Such as <c>2 endpoints</c> or <c>2 endpoints and perhaps more</c>.</returns>
    public override string ToString() => $"{(Endpoints.Length == 1 ? "1 endpoint" : $"{Endpoints.Length} endpoints")}{(IsComplete ? "" : " and perhaps more")}";
}
