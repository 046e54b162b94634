using System.Collections.Immutable;
using PolicyEngine.Facts;

namespace PolicyEngine.Requests.Derivation;

/// <summary>Finds what follows of each condition key from what is known of a call: one row for each key.</summary>
internal static class KeyDerivation
{
    /// <summary>The tags of the caller.</summary>
    internal const string PrincipalTag = "aws:PrincipalTag/";

    private static readonly (ConditionKey Key, Func<CallFacts, DerivedKey> Find)[] Rows =
    [
        (ConditionKeys.PrincipalArn, CallerKeys.Arn),
        (ConditionKeys.PrincipalAccount, CallerKeys.Account),
        (ConditionKeys.PrincipalType, CallerKeys.Type),
        (ConditionKeys.UserId, CallerKeys.UserId),
        (ConditionKeys.UserName, CallerKeys.UserName),
        (ConditionKeys.PrincipalOrgID, CallerKeys.OrganizationId),
        (ConditionKeys.PrincipalOrgPaths, CallerKeys.OrganizationPaths),
        (ConditionKeys.PrincipalIsAWSService, CallerKeys.IsService),
        (ConditionKeys.PrincipalServiceName, CallerKeys.ServiceName),
        (ConditionKeys.PrincipalServiceNamesList, CallerKeys.ServiceNames),
        (ConditionKeys.TokenIssueTime, CallerKeys.IssueTime),
        (ConditionKeys.MultiFactorAuthPresent, CallerKeys.HasMfa),
        (ConditionKeys.MultiFactorAuthAge, CallerKeys.MfaAge),
        (ConditionKeys.SignInSessionArn, CallerKeys.SignInSession),
        (ConditionKeys.ChatbotSourceArn, CallerKeys.OfRoleSession),
        (ConditionKeys.Ec2InstanceSourceVpc, CallerKeys.OfRoleSession),
        (ConditionKeys.Ec2InstanceSourcePrivateIPv4, CallerKeys.OfRoleSession),
        (ConditionKeys.Ec2RoleDelivery, CallerKeys.OfRoleSession),
        (ConditionKeys.Ec2SourceInstanceArn, CallerKeys.OfRoleSession),
        (ConditionKeys.GlueRoleAssumedBy, CallerKeys.OfRoleSession),
        (ConditionKeys.GlueCredentialIssuingService, CallerKeys.OfRoleSession),
        (ConditionKeys.CodebuildBuildArn, CallerKeys.OfRoleSession),
        (ConditionKeys.CodebuildProjectArn, CallerKeys.OfRoleSession),
        (ConditionKeys.LambdaSourceFunctionArn, CallerKeys.OfRoleSession),
        (ConditionKeys.SsmSourceInstanceArn, CallerKeys.OfRoleSession),
        (ConditionKeys.IdentitystoreUserId, CallerKeys.OfRoleSession),
        (ConditionKeys.AssumedRoot, CallerKeys.AssumedRoot),
        (ConditionKeys.SourceIdentity, CallerKeys.SourceIdentity),
        (ConditionKeys.FederatedProvider, CallerKeys.FederatedProvider),
        (ConditionKeys.ViaAWSService, PathKeys.ViaService),
        (ConditionKeys.CalledVia, PathKeys.Chain),
        (ConditionKeys.CalledViaFirst, PathKeys.FirstOfChain),
        (ConditionKeys.CalledViaLast, PathKeys.LastOfChain),
        (ConditionKeys.ViaAWSMCPService, static _ => DerivedKey.Absent),
        (ConditionKeys.CalledViaAWSMCP, static _ => DerivedKey.Absent),
        (ConditionKeys.IsMcpServiceAction, static _ => DerivedKey.Absent),
        (ConditionKeys.SourceIp, PathKeys.SourceIp),
        (ConditionKeys.SourceVpce, PathKeys.Endpoint),
        (ConditionKeys.SourceVpc, PathKeys.Vpc),
        (ConditionKeys.VpcSourceIp, PathKeys.ClientIp),
        (ConditionKeys.SourceVpcArn, PathKeys.VpcArn),
        (ConditionKeys.VpceAccount, PathKeys.EndpointAccount),
        (ConditionKeys.VpceOrgID, PathKeys.EndpointOrganizationId),
        (ConditionKeys.VpceOrgPaths, PathKeys.EndpointOrganizationPaths),
        (ConditionKeys.CurrentTime, static call => DerivedKey.OrUntold(call.Time)),
        (ConditionKeys.EpochTime, static call => DerivedKey.OrUntold(call.EpochTime)),
        (ConditionKeys.SecureTransport, static call => call.IsSecure is { } secure ? DerivedKey.Of(secure) : DerivedKey.Untold),
        (ConditionKeys.RequestedRegion, static call => DerivedKey.OrUntold(call.Region)),
        (ConditionKeys.UserAgent, static _ => DerivedKey.Untold),
        (ConditionKeys.Referer, static _ => DerivedKey.Untold),
        (ConditionKeys.SourceArn, OfSource),
        (ConditionKeys.SourceAccount, OfSource),
        (ConditionKeys.SourceOrgID, OfSource),
        (ConditionKeys.SourceOrgPaths, OfSource),
        (ConditionKeys.ResourceAccount, static call => call.LacksResourceAccount ? DerivedKey.Absent : DerivedKey.OrUntold(call.Owner)),
        (ConditionKeys.ResourceOrgID, static call => call.LacksResourceAccount ? DerivedKey.Absent : OrganizationKeys.Id(call.ResourceOrganization)),
        (ConditionKeys.ResourceOrgPaths, static call => call.LacksResourceAccount ? DerivedKey.Absent : OrganizationKeys.Paths(call.ResourceOrganization)),
    ];

    private static readonly Func<CallFacts, DerivedKey>?[] BySlot = Place();

    /// <summary>The keys of which anything can follow, in the order in which they are written; tags are not among them.</summary>
    internal static IEnumerable<ConditionKey> Keys => Rows.Select(static row => row.Key);

    /// <summary>The keys that may be present although a request made in code says no more than its caller, resource and endpoint.</summary>
    internal static ulong OnDemand { get; } = BitsOf(
        ConditionKeys.PrincipalArn, ConditionKeys.PrincipalAccount, ConditionKeys.PrincipalType, ConditionKeys.UserId, ConditionKeys.UserName,
        ConditionKeys.PrincipalIsAWSService, ConditionKeys.PrincipalServiceName, ConditionKeys.PrincipalServiceNamesList, ConditionKeys.FederatedProvider,
        ConditionKeys.ViaAWSService, ConditionKeys.SourceVpce, ConditionKeys.SourceVpc, ConditionKeys.ResourceAccount);

    /// <summary>What follows of a key.</summary>
    internal static DerivedKey Find(ConditionKey key, CallFacts call)
    {
        if (key.Slot >= 0) return BySlot[key.Slot] is { } find ? find(call) : DerivedKey.Untold;
        return key.Name.StartsWith(PrincipalTag, StringComparison.OrdinalIgnoreCase) ? CallerKeys.Tag(call) : DerivedKey.Untold;
    }

    /// <summary>Keys of the resource for which a service calls, which services that call as themselves may send.</summary>
    private static DerivedKey OfSource(CallFacts call) => call.Caller.Kind == CallerType.Service ? DerivedKey.Untold : DerivedKey.Absent;

    private static Func<CallFacts, DerivedKey>?[] Place()
    {
        Func<CallFacts, DerivedKey>?[] places = new Func<CallFacts, DerivedKey>?[ConditionKeys.MostSlots];
        foreach ((ConditionKey key, Func<CallFacts, DerivedKey> find) in Rows) places[key.Slot] = find;
        return places;
    }

    private static ulong BitsOf(params ReadOnlySpan<ConditionKey> keys)
    {
        ulong bits = 0;
        foreach (ConditionKey key in keys) bits |= key.Bit;
        return bits;
    }
}
