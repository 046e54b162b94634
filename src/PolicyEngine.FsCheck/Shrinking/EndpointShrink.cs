using PolicyEngine.FsCheck.Endpoints;

namespace PolicyEngine.FsCheck.Shrinking;

/// <summary>Smaller endpoints, inventories and calls.</summary>
internal static class EndpointShrink
{
    internal static IEnumerable<VpcEndpoint> Of(VpcEndpoint endpoint)
    {
        if (!endpoint.HasDefaultPolicy) yield return EndpointGenerator.Copy(endpoint, VpcEndpoint.DefaultPolicy, isBare: false);
        bool hasMore = endpoint.OwnerId is not null || endpoint.PrivateDnsEnabled || endpoint.RouteTableIds.Length + endpoint.DnsNames.Length > 0;
        if (hasMore) yield return EndpointGenerator.Copy(endpoint, endpoint.Policy, isBare: true);
        if (endpoint.HasDefaultPolicy) yield break;
        foreach (PolicyDocument smaller in DocumentShrink.Of(endpoint.Policy)) yield return EndpointGenerator.Copy(endpoint, smaller, isBare: false);
    }

    internal static IEnumerable<VpcEndpointInventory> Of(VpcEndpointInventory inventory) =>
        ListShrink.Without(inventory.Endpoints).Concat(ListShrink.Within(inventory.Endpoints, Of)).Select(endpoints => new VpcEndpointInventory(endpoints, inventory.IsComplete));

    /// <summary>Smaller calls. One without errors shrinks to such ones only.</summary>
    internal static IEnumerable<ApiCall> Of(ApiCall call) =>
        call.FindErrors().Length > 0 ? Candidates(call) : Candidates(call).Where(static smaller => smaller.FindErrors().Length == 0);

    private static IEnumerable<ApiCall> Candidates(ApiCall call)
    {
        if (call.ForwardedBy.Count > 0) yield return call with { ForwardedBy = [] };
        if (call.Time is not null) yield return call with { Time = null };
        if (call.Endpoint is not null) yield return call with { Endpoint = null, ClientAddress = null };
        if (call.ClientAddress is not null) yield return call with { ClientAddress = null };
        if (call.SourceAddress is not null) yield return call with { SourceAddress = null };
        foreach (RequestContext smaller in RequestShrink.Of(call.Keys)) yield return call with { Keys = smaller };
        foreach (RequestPrincipal smaller in RequestShrink.Of(call.Principal)) yield return call with { Principal = smaller };
        if (call.Endpoint is { } endpoint)
        {
            foreach (VpcEndpoint smaller in Of(endpoint)) yield return call with { Endpoint = smaller };
        }
    }
}
