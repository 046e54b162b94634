using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.Endpoints.Calls;

/// <summary>The condition keys that follow from the network path of a call. A key that such a call does not have is left out.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties">Properties of the network</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html">Forward access sessions</see>.</remarks>
internal sealed class PathKeys(ApiCall call, ServiceTables tables)
{
    private static readonly string[] OfEndpoints = [.. NetworkKeys.Classic, .. NetworkKeys.Newer];
    private static readonly string[] AllOfThem = ["aws:SourceIp", .. OfEndpoints, "aws:ViaAWSService", .. NetworkKeys.Chain];

    internal IEnumerable<(string Key, ContextValue Value)> Of(NetworkPath path) => path switch
    {
        PublicPath open => [("aws:SourceIp", ContextValue.Of(open.SourceIp)), ("aws:ViaAWSService", ContextValue.Of("false"))],
        EndpointPath through => OfEndpoint(through),
        ForwardedPath forwarded => OfForwarded(forwarded),
        ServicePath when call.Principal.Kind == CallerType.Service => [("aws:ViaAWSService", ContextValue.Of("false"))],
        ServicePath => [("aws:SourceIp", ContextValue.Unknown), ("aws:ViaAWSService", ContextValue.Of("false"))],
        _ => AllOfThem.Select(static key => (key, ContextValue.Unknown)),
    };

    /// <summary>The keys that a call over this path cannot have. What only some services send, or say of a chain, may be known better elsewhere.</summary>
    internal static IEnumerable<string> AbsentOf(NetworkPath path) => path switch
    {
        PublicPath => [.. OfEndpoints, .. NetworkKeys.Chain],
        EndpointPath => ["aws:SourceIp", .. NetworkKeys.Chain],
        ForwardedPath { First: EndpointPath } => ["aws:SourceIp", .. OfEndpoints],
        ForwardedPath => OfEndpoints,
        _ => [],
    };

    private IEnumerable<(string Key, ContextValue Value)> OfEndpoint(EndpointPath path)
    {
        VpcEndpoint endpoint = path.Endpoint;
        yield return ("aws:SourceVpce", ContextValue.OrUnknown(endpoint.Id));
        yield return ("aws:SourceVpc", ContextValue.OrUnknown(endpoint.VpcId));
        yield return ("aws:VpcSourceIp", ContextValue.OrUnknown(path.ClientIp));
        yield return ("aws:ViaAWSService", ContextValue.Of("false"));
        if (Sends("aws:SourceVpcArn")) yield return ("aws:SourceVpcArn", ContextValue.OrUnknown(VpcArn.Of(endpoint.ServiceName?.Region, endpoint.OwnerId, endpoint.VpcId)));
        if (Sends("aws:VpceAccount")) yield return ("aws:VpceAccount", ContextValue.OrUnknown(endpoint.OwnerId));
        if (Sends("aws:VpceOrgID") && OfOrganization(call.EndpointOrganization?.Id) is { } id) yield return ("aws:VpceOrgID", id);
        if (Sends("aws:VpceOrgPaths") && call.EndpointOrganization is not { IsNone: true }) yield return ("aws:VpceOrgPaths", call.EndpointOrganization?.PathValues ?? ContextValue.Unknown);
    }

    /// <summary>The keys of the endpoint that the first call came through are not carried along; the address of a first call from the internet is.</summary>
    private static IEnumerable<(string Key, ContextValue Value)> OfForwarded(ForwardedPath path)
    {
        yield return ("aws:ViaAWSService", ContextValue.Of("true"));
        if (path.First is PublicPath open) yield return ("aws:SourceIp", ContextValue.Of(open.SourceIp));
        if (path.First is null or UnknownNetworkPath or ServicePath) yield return ("aws:SourceIp", ContextValue.Unknown);
        if (path.Services.IsEmpty) yield break;
        yield return ("aws:CalledVia", ContextValue.OfList(path.Services.AsSpan()));
        yield return ("aws:CalledViaFirst", ContextValue.Of(path.Services[0]));
        yield return ("aws:CalledViaLast", ContextValue.Of(path.Services[^1]));
    }

    private bool Sends(string key) => tables.SendsEndpointKey(key, call.Action);

    /// <summary>Present, unknown, or null for an endpoint owner who is in no organization.</summary>
    private ContextValue? OfOrganization(string? id) => call.EndpointOrganization switch
    {
        null => ContextValue.Unknown,
        { IsNone: true } => null,
        _ => ContextValue.OrUnknown(id),
    };
}
