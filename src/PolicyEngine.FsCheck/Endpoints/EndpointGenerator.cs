using PolicyEngine.FsCheck.Policies;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck.Endpoints;

/// <summary>Makes VPC endpoints to AWS services.</summary>
internal static class EndpointGenerator
{
    internal static VpcEndpoint Any(Draw draw, int size, string? service = null, string? id = null)
    {
        service ??= draw.Of("s3", "secretsmanager", "sqs", "kms", "dynamodb", "lambda", "sts");
        bool isGateway = service is "s3" or "dynamodb" && draw.OneIn(2);
        return new VpcEndpoint
        {
            Id = id ?? draw.Of(World.EndpointIds),
            Type = isGateway ? VpcEndpointType.Gateway : VpcEndpointType.Interface,
            VpcId = draw.Of(World.VpcIds),
            OwnerId = draw.OneIn(4) ? null : draw.Of(World.Accounts),
            State = draw.OneIn(10) ? draw.Of(VpcEndpointState.Pending, VpcEndpointState.Deleting) : VpcEndpointState.Available,
            ServiceName = new VpcEndpointServiceName($"com.amazonaws.{draw.Of(World.Regions)}.{service}"),
            PrivateDnsEnabled = !isGateway && !draw.OneIn(3),
            RouteTableIds = isGateway ? ["rtb-1a2b3c4d"] : [],
            Policy = draw.OneIn(3) ? VpcEndpoint.DefaultPolicy : DocumentGenerator.Any(draw, PolicyType.VpcEndpoint, size),
        };
    }

    /// <summary>Up to four endpoints, each with an id of its own.</summary>
    internal static VpcEndpointInventory Inventory(Draw draw, int size) =>
        new([.. Enumerable.Range(0, draw.Below(5)).Select(i => Any(draw, size / 2, id: i < World.EndpointIds.Length ? World.EndpointIds[i] : $"vpce-{i:x17}"))]);

    internal static EndpointClient Client(Draw draw) => new()
    {
        VpcId = draw.OneIn(6) ? null : draw.Of(World.VpcIds),
        RouteTableId = draw.OneIn(2) ? null : "rtb-1a2b3c4d",
        ViaInboundResolver = draw.OneIn(8),
    };

    /// <summary>The endpoint with another policy, or with less told about it.</summary>
    internal static VpcEndpoint Copy(VpcEndpoint endpoint, PolicyDocument policy, bool isBare) => new()
    {
        Id = endpoint.Id,
        Type = endpoint.Type,
        VpcId = endpoint.VpcId,
        OwnerId = isBare ? null : endpoint.OwnerId,
        State = endpoint.State,
        ServiceName = endpoint.ServiceName,
        ServiceRegion = endpoint.ServiceRegion,
        PrivateDnsEnabled = endpoint.PrivateDnsEnabled && !isBare,
        RouteTableIds = isBare ? [] : endpoint.RouteTableIds,
        DnsNames = isBare ? [] : endpoint.DnsNames,
        PrivateDnsOnlyForInboundResolver = isBare ? null : endpoint.PrivateDnsOnlyForInboundResolver,
        Policy = policy,
        SupportsPolicy = endpoint.SupportsPolicy,
    };
}
