using PolicyEngine.Endpoints.Hosts;

namespace PolicyEngine.Endpoints;

/// <summary>Finds the way that a call to one host takes: DNS decides first, then the route table.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html">Gateway endpoints</see>.</remarks>
internal sealed class EndpointResolver(VpcEndpointInventory inventory, EndpointHostName host, EndpointClient client)
{
    internal EndpointResolution Resolve()
    {
        if (host.Endpoint is { } label) return ResolveEndpoint(label);
        if (host.HasNoForm && ResolveListed() is { } listed) return listed;
        if (string.IsNullOrEmpty(client.VpcId)) return Answer(EndpointResolutionStatus.Unknown, "The VPC of the client is not known, so that an endpoint there may answer to the name");
        return ResolvePrivateName() ?? (host.HasNoForm ? Answer(EndpointResolutionStatus.Unknown, "The name is under a suffix of AWS and has no form that is known") : ResolveRoute());
    }

    /// <summary>The endpoint whose own name the inventory lists, whatever form it has.</summary>
    private EndpointResolution? ResolveListed()
    {
        VpcEndpoint[] listing = host.Host.Contains("vpce-", StringComparison.Ordinal) ? [.. inventory.Endpoints.Where(endpoint => PrivateDns.Lists(endpoint, host.Host))] : [];
        return listing is not [{ Id: { } id } only] ? null
            : only.IsAvailable ? Through(only, $"The inventory lists the name for {id}", only.ServiceName?.Service)
            : Answer(EndpointResolutionStatus.NotAvailable, $"The inventory lists the name for {id}, whose state is {only.State}", only, id, only.ServiceName?.Service);
    }

    private EndpointResolution ResolveEndpoint(EndpointLabel label)
    {
        if (!inventory.TryFind(label.Id, out VpcEndpoint? endpoint))
        {
            return Answer(EndpointResolutionStatus.NotInInventory, $"The name is that of {label.Id}, which the inventory does not hold", id: label.Id);
        }

        EndpointResolutionStatus status = endpoint.IsAvailable ? EndpointResolutionStatus.Resolved : EndpointResolutionStatus.NotAvailable;
        string reason = endpoint.IsAvailable ? $"The name is that of {label.Id}" : $"The name is that of {label.Id}, whose state is {endpoint.State}";
        return Answer(status, reason, endpoint, label.Id, ServiceOf(endpoint), DoubtAbout(endpoint));
    }

    /// <summary>The endpoint to which the DNS of the VPC gives the public name; null when it gives the name to none.</summary>
    private EndpointResolution? ResolvePrivateName()
    {
        VpcEndpoint[] answering = [.. OfClient().Where(endpoint => PrivateDns.Covers(endpoint, host, client.ViaInboundResolver))];
        return answering switch
        {
            [] => null,
            [{ Type: VpcEndpointType.Unknown or VpcEndpointType.Unrecognized }] => Answer(EndpointResolutionStatus.Unknown, $"The type of {answering[0].Id} is not known, so that the name may lead to it"),
            [VpcEndpoint endpoint] => Through(endpoint, $"The private DNS of {endpoint.Id} answers to the name in {client.VpcId}", endpoint.ServiceName?.Service),
            _ => Answer(EndpointResolutionStatus.Unknown, $"The private DNS of {answering.Length} endpoints of {client.VpcId} answers to the name"),
        };
    }

    private EndpointResolution ResolveRoute()
    {
        if (client.ViaInboundResolver) return Public($"No private DNS of {client.VpcId} answers to the name, and a gateway endpoint serves its own VPC only");
        VpcEndpoint[] gateways = [.. OfClient().Where(CanRoute)];
        if (gateways.Length == 0) return Public($"No endpoint of {client.VpcId} serves the name");
        if (string.IsNullOrEmpty(client.RouteTableId))
        {
            return Answer(EndpointResolutionStatus.Unknown, $"{client.VpcId} has a gateway endpoint for the service, and the route table of the client is not known");
        }

        VpcEndpoint[] routed = [.. gateways.Where(gateway => gateway.RouteTableIds.Contains(client.RouteTableId, StringComparer.Ordinal))];
        if (routed.Length == 0) return Public($"{client.RouteTableId} has no route to a gateway endpoint for the service");
        if (host.Region is null) return Answer(EndpointResolutionStatus.Unknown, "The name is global, and a gateway endpoint serves its own Region only");
        bool mayUseIpv6 = host.IsDualStack && Array.Exists(routed, static gateway => gateway.IpAddressType is EndpointIpAddressType.Ipv4 or EndpointIpAddressType.Ipv6);
        if (mayUseIpv6) return Answer(EndpointResolutionStatus.Unknown, "The name also has IPv6 addresses, and the gateway endpoint has addresses of one kind only");
        return routed is [VpcEndpoint only]
            ? Through(only, $"{client.RouteTableId} routes the service to {only.Id}")
            : Answer(EndpointResolutionStatus.Unknown, $"{client.RouteTableId} is listed by {routed.Length} gateway endpoints for the service");
    }

    private IEnumerable<VpcEndpoint> OfClient() => inventory.Endpoints.Where(endpoint => endpoint.IsAvailable && endpoint.VpcId == client.VpcId);

    /// <summary>True if a gateway takes traffic to the addresses behind the name, whatever form the name has.</summary>
    private bool CanRoute(VpcEndpoint endpoint)
    {
        if (endpoint.Type != VpcEndpointType.Gateway) return false;
        string service = host.Service.EndsWith("-fips", StringComparison.Ordinal) ? host.Service[..^5] : host.Service;

        // AWS: calls to S3 Object Lambda travel by the endpoints of Amazon S3.
        if (service == "s3-object-lambda") service = "s3";
        return endpoint.ServiceName?.Service == service && (host.Region is null || host.Region == endpoint.Region);
    }

    private EndpointResolution Through(VpcEndpoint endpoint, string reason, string? service = null) =>
        Answer(EndpointResolutionStatus.Resolved, reason, endpoint, endpoint.Id, service);

    private EndpointResolution Public(string reason) => inventory.IsComplete
        ? Answer(EndpointResolutionStatus.Public, reason)
        : Answer(EndpointResolutionStatus.Unknown, $"{reason}, but the inventory is not complete");

    private EndpointResolution Answer(
        EndpointResolutionStatus status, string reason, VpcEndpoint? endpoint = null, string? id = null, string? service = null,
        EndpointResolutionWarning warning = EndpointResolutionWarning.None) => new(status, reason)
        {
            Endpoint = endpoint,
            EndpointId = id,
            Warning = warning,
            Service = service ?? (host.HasNoForm ? null : host.Service),
            Region = host.Region ?? (host.HasNoForm ? endpoint?.Region : null),
            Zone = host.Endpoint?.Zone,
            Form = host.S3?.Form ?? S3EndpointForm.None,
            Bucket = host.S3?.Bucket,
            AccessPoint = host.S3?.AccessPoint,
            AccountId = host.S3?.AccountId,
        };

    /// <summary>The service as the inventory has it, when the host means the same one.</summary>
    private string ServiceOf(VpcEndpoint endpoint) => endpoint.ServiceName?.Service is { } service && service == host.ServiceInHost ? service : host.Service;

    private EndpointResolutionWarning DoubtAbout(VpcEndpoint endpoint)
    {
        VpcEndpointServiceName? name = endpoint.ServiceName;
        bool isOther = name?.Service is { } service && service != host.Service && service != host.ServiceInHost;
        if (isOther) return EndpointResolutionWarning.ServiceMismatch;
        if (endpoint.Region is { } region && region != host.Region) return EndpointResolutionWarning.RegionMismatch;
        if (endpoint.Type is not (VpcEndpointType.Interface or VpcEndpointType.Unknown or VpcEndpointType.Unrecognized)) return EndpointResolutionWarning.TypeMismatch;
        bool isOfCustomer = name is { IsCustomerService: true } || EndpointLabel.IsCustomerService(host.ServiceInHost);
        return isOfCustomer ? EndpointResolutionWarning.NoAwsAuthorization : EndpointResolutionWarning.None;
    }
}
