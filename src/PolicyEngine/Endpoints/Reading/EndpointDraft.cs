namespace PolicyEngine.Endpoints.Reading;

/// <summary>An endpoint while it is read.</summary>
internal sealed class EndpointDraft
{
    /// <summary>True if any known field was met.</summary>
    internal bool HasFields { get; set; }

    internal string? Id { get; set; }

    internal TextSpan IdSpan { get; set; }

    internal VpcEndpointType? Type { get; set; }

    internal string? VpcId { get; set; }

    internal string? ServiceName { get; set; }

    internal string? ServiceRegion { get; set; }

    internal EndpointIpAddressType IpAddressType { get; set; }

    internal VpcEndpointState? State { get; set; }

    internal PolicyDocument? Policy { get; set; }

    internal TextSpan PolicySpan { get; set; }

    internal List<string> RouteTableIds { get; } = [];

    /// <summary>True where subnets or network interfaces are listed, as interface endpoints have them.</summary>
    internal bool HasInterfaces { get; set; }

    internal bool? PrivateDnsEnabled { get; set; }

    internal List<string> DnsNames { get; } = [];

    internal bool? PrivateDnsOnlyForInboundResolver { get; set; }

    internal string? OwnerId { get; set; }

    /// <summary>The type that the fields tell, where none is named.</summary>
    internal VpcEndpointType InferredType
    {
        get
        {
            if (RouteTableIds.Count > 0) return VpcEndpointType.Gateway;
            return HasInterfaces ? VpcEndpointType.Interface : VpcEndpointType.Unknown;
        }
    }

    internal VpcEndpoint ToEndpoint(VpcEndpointServices? services)
    {
        VpcEndpointServiceName? name = ServiceName is null ? null : new VpcEndpointServiceName(ServiceName);
        bool? supportsPolicy = name is null ? null : services?.SupportsPolicy(name.Text);
        return new VpcEndpoint(supportsPolicy)
        {
            Id = Id,
            Type = Type ?? InferredType,
            VpcId = VpcId,
            ServiceName = name,
            ServiceRegion = ServiceRegion,
            IpAddressType = IpAddressType,
            State = State ?? VpcEndpointState.Unknown,
            Policy = Policy ?? VpcEndpoint.DefaultPolicy,
            RouteTableIds = [.. RouteTableIds],
            PrivateDnsEnabled = PrivateDnsEnabled ?? false,
            DnsNames = [.. DnsNames],
            PrivateDnsOnlyForInboundResolver = PrivateDnsOnlyForInboundResolver,
            OwnerId = OwnerId,
        };
    }
}
