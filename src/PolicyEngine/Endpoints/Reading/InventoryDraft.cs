namespace PolicyEngine.Endpoints.Reading;

/// <summary>An inventory while it is read.</summary>
internal sealed class InventoryDraft(VpcEndpointServices? services)
{
    internal VpcEndpointServices? Services => services;

    internal List<VpcEndpoint> Endpoints { get; } = [];

    internal HashSet<string> Ids { get; } = new(StringComparer.Ordinal);

    internal bool IsComplete { get; set; } = true;

    /// <summary>Whether the object at the top wraps endpoints, and is none itself.</summary>
    internal bool IsWrapper { get; set; }
}
