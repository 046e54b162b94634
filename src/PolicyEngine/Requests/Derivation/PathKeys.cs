using PolicyEngine.Facts;

namespace PolicyEngine.Requests.Derivation;

/// <summary>The condition keys that follow from the network path of a call.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-network-properties">Properties of the network</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_forward_access_sessions.html">Forward access sessions</see>.</remarks>
internal static class PathKeys
{
    /// <summary>Of a forwarded call pages of AWS contradict each other: the address of a first call over the internet may be carried along, or the target may see
    /// that of the service. That of a first call through an endpoint is not carried along.</summary>
    /// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_examples_aws_deny-ip.html">AWS: Denies access to AWS based on the source IP</see>
    /// and <see href="https://repost.aws/knowledge-center/iam-restrict-calls-ip-addresses">How do I restrict IAM identity access to specific IP addresses?</see></remarks>
    internal static DerivedKey SourceIp(CallFacts call) => call.Path.Kind switch
    {
        NetworkPathKind.Public => DerivedKey.OrUntold(call.Path.SourceIp),
        NetworkPathKind.Untold => DerivedKey.Untold,
        NetworkPathKind.Endpoint or NetworkPathKind.ServicePrincipal => DerivedKey.Absent,
        NetworkPathKind.Forwarded => call.Path.First switch
        {
            NetworkPathKind.Untold => DerivedKey.Untold,
            NetworkPathKind.Endpoint => DerivedKey.Absent,
            _ => DerivedKey.Unknown,
        },
        _ => DerivedKey.Unknown,
    };

    internal static DerivedKey Endpoint(CallFacts call) => OfEndpoint(call, call.Path.Endpoint?.Id);

    internal static DerivedKey Vpc(CallFacts call) => OfEndpoint(call, call.Path.Endpoint?.VpcId);

    internal static DerivedKey ClientIp(CallFacts call) => OfEndpoint(call, call.Path.ClientIp);

    internal static DerivedKey VpcArn(CallFacts call) =>
        IfSent(call, "aws:SourceVpcArn", static call => DerivedKey.OrUntold(ArnOfVpc(call.Path.VpcRegion, call.Path.EndpointOwner, call.Path.Endpoint?.VpcId)));

    internal static DerivedKey EndpointAccount(CallFacts call) => IfSent(call, "aws:VpceAccount", static call => DerivedKey.OrUntold(call.Path.EndpointOwner));

    internal static DerivedKey EndpointOrganizationId(CallFacts call) => IfSent(call, "aws:VpceOrgID", static call => OrganizationKeys.Id(call.EndpointOrganization));

    internal static DerivedKey EndpointOrganizationPaths(CallFacts call) => IfSent(call, "aws:VpceOrgPaths", static call => OrganizationKeys.Paths(call.EndpointOrganization));

    internal static DerivedKey ViaService(CallFacts call) => call.Path.IsForwarded is { } known ? DerivedKey.Of(known) : DerivedKey.Unknown;

    internal static DerivedKey Chain(CallFacts call) => OfChain(call, static path => DerivedKey.OfList(ContextValue.OfList(path.Services.AsSpan())));

    internal static DerivedKey FirstOfChain(CallFacts call) => OfGivenChain(call) ?? OfChain(call, static path => DerivedKey.Of(path.Services[0]));

    internal static DerivedKey LastOfChain(CallFacts call) => OfGivenChain(call, isLast: true) ?? OfChain(call, static path => DerivedKey.Of(path.Services[^1]));

    private static DerivedKey OfEndpoint(CallFacts call, string? value) => call.Path.Kind switch
    {
        NetworkPathKind.Endpoint => DerivedKey.OrUntold(value),
        NetworkPathKind.Untold => DerivedKey.Untold,
        NetworkPathKind.Unknown or NetworkPathKind.Direct => DerivedKey.Unknown,
        _ => DerivedKey.Absent,
    };

    /// <summary>A key that only some services send.</summary>
    private static DerivedKey IfSent(CallFacts call, string key, Func<CallFacts, DerivedKey> find) => call.Path.Kind switch
    {
        NetworkPathKind.Endpoint when call.SendsEndpointKey(key) => find(call),
        NetworkPathKind.Untold => DerivedKey.Untold,
        NetworkPathKind.Unknown or NetworkPathKind.Direct when call.SendsEndpointKey(key) => DerivedKey.Unknown,
        _ => DerivedKey.Absent,
    };

    /// <summary>The first or last service of the <c>aws:CalledVia</c> that a request gives; null where it gives none.</summary>
    /// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-calledviafirst">aws:CalledViaFirst</see>.</remarks>
    private static DerivedKey? OfGivenChain(CallFacts call, bool isLast = false) => call.GivenChain switch
    {
        null => null,
        { IsUnknown: true } or { Alternatives.IsDefault: false } => DerivedKey.Unknown,
        { Values: { IsEmpty: false } services } => DerivedKey.Of(isLast ? services[^1] : services[0]),
        _ => DerivedKey.Absent,
    };

    /// <summary>A key of the services on the way, which some of them do not tell.</summary>
    private static DerivedKey OfChain(CallFacts call, Func<NetworkPath, DerivedKey> find) => call.Path.Kind switch
    {
        NetworkPathKind.Forwarded when !call.Path.Services.IsDefaultOrEmpty => find(call.Path),
        NetworkPathKind.Forwarded when call.Path.Services.IsDefault => DerivedKey.Untold,
        NetworkPathKind.Untold => DerivedKey.Untold,
        NetworkPathKind.Unknown or NetworkPathKind.ServiceWithRole => DerivedKey.Unknown,
        _ => DerivedKey.Absent,
    };

    /// <summary>The ARN; null where a part is missing, or no partition is known to have the Region.</summary>
    private static string? ArnOfVpc(string? region, string? owner, string? vpc)
    {
        if (region is null || owner is null || vpc is null || RegionName.FindPartition(region) is not { } partition) return null;
        return $"arn:{partition}:ec2:{region}:{owner}:vpc/{vpc}";
    }
}
