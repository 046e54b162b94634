namespace PolicyEngine.Cli.Running;

/// <summary>The policies of requests that bring none of their own, as the command line names them.</summary>
/// <param name="Source">The policies.</param>
/// <param name="Inventory">The endpoints that are known, with their policies.</param>
internal sealed record PolicyDefaults(PolicySource Source, VpcEndpointInventory Inventory)
{
    /// <summary>The policies for a request. The policy of an endpoint is the one that is named, or else the one in the inventory; of an endpoint that
    /// is not there the policy is unknown.</summary>
    internal ParsedPolicies For(AuthorizationRequest request)
    {
        ParsedPolicies parsed = Source.For(request);
        bool isNamed = Source.Policies.IsTold(PolicyType.VpcEndpoint);
        return request.Endpoint is { } endpoint && !isNamed ? parsed with { Set = parsed.Set with { VpcEndpoint = SlotOf(endpoint) } } : parsed;
    }

    private AttachedPolicies SlotOf(RequestEndpoint endpoint) =>
        endpoint.Id is { } id && Inventory.TryFind(id, out VpcEndpoint? found) ? AttachedPolicies.Of(found.Policy) : AttachedPolicies.Unknown;
}
