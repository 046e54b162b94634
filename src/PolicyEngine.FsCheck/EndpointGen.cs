using FsCheck;
using PolicyEngine.FsCheck.Endpoints;
using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck;

/// <summary>Generators of VPC endpoints, inventories of them, and API calls through them.</summary>
/// <remarks>Endpoint policies grow with FsCheck's size as <see cref="PolicyGen.AnyDocument"/> does. Immutable and safe for concurrent use.</remarks>
public static class EndpointGen
{
    /// <summary>Interface and gateway endpoints to seven services; a third have the default policy, and one in ten is not available.</summary>
    public static Gen<VpcEndpoint> Endpoint { get; } = Draw.Make(static (draw, size) => EndpointGenerator.Any(draw, size));

    /// <summary>Complete inventories of up to four endpoints, each with an id of its own.</summary>
    public static Gen<VpcEndpointInventory> Inventory { get; } = Draw.Make(EndpointGenerator.Inventory);

    /// <summary>Clients: in a VPC (five in six), with a route table or not, behind an inbound resolver (one in eight).</summary>
    public static Gen<EndpointClient> Client { get; } = Draw.Make(EndpointGenerator.Client);

    /// <summary>Calls that can come up: half through an endpoint of the service, a quarter over the internet, an eighth forwarded by a service, an eighth on
    /// an unknown way.</summary>
    public static Gen<ApiCall> Call { get; } = Draw.Make(static (draw, size) =>
    {
        AuthorizationRequest request = AnyRequest.Make(draw);
        return CallGenerator.Of(draw, request, [EndpointGenerator.Any(draw, size, request.Action.Split(':')[0])]);
    });

    /// <summary>Calls as those of <see cref="Call"/>, through some endpoints only; over the internet where none of them leads to the service.</summary>
    /// <param name="endpoints">The endpoints.</param>
    /// <returns>The generator.</returns>
    public static Gen<ApiCall> CallThrough(params VpcEndpoint[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        return Draw.Make(draw => CallGenerator.Of(draw, AnyRequest.Make(draw), endpoints));
    }
}
