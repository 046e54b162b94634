namespace PolicyEngine.Requests.Derivation;

/// <summary>Finds what follows of each condition key from what is known of a call: one row for each key.</summary>
internal static class KeyDerivation
{
    /// <summary>The tags of the caller.</summary>
    internal const string PrincipalTag = "aws:PrincipalTag/";

    private static readonly Row[] Rows =
    [
        OnDemand(ConditionKeys.PrincipalArn, CallerKeys.Arn),
        OnDemand(ConditionKeys.PrincipalAccount, CallerKeys.Account),
        OnDemand(ConditionKeys.PrincipalType, CallerKeys.Type),
        OnDemand(ConditionKeys.UserId, CallerKeys.UserId),
        OnDemand(ConditionKeys.UserName, CallerKeys.UserName),
        IfTold(ConditionKeys.PrincipalOrgID, CallerKeys.OrganizationId),
        IfTold(ConditionKeys.PrincipalOrgPaths, CallerKeys.OrganizationPaths),
        OnDemand(ConditionKeys.PrincipalIsAWSService, CallerKeys.IsService),
        OnDemand(ConditionKeys.PrincipalServiceName, CallerKeys.ServiceName),
        OnDemand(ConditionKeys.PrincipalServiceNamesList, CallerKeys.ServiceNames),
        IfTold(ConditionKeys.TokenIssueTime, CallerKeys.IssueTime),
        IfTold(ConditionKeys.MultiFactorAuthPresent, CallerKeys.HasMfa),
        IfTold(ConditionKeys.MultiFactorAuthAge, CallerKeys.MfaAge),
        IfTold(ConditionKeys.SignInSessionArn, CallerKeys.SignInSession),
        IfTold(ConditionKeys.ChatbotSourceArn, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.Ec2InstanceSourceVpc, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.Ec2InstanceSourcePrivateIPv4, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.Ec2RoleDelivery, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.Ec2SourceInstanceArn, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.GlueRoleAssumedBy, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.GlueCredentialIssuingService, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.CodebuildBuildArn, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.CodebuildProjectArn, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.LambdaSourceFunctionArn, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.SsmSourceInstanceArn, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.IdentitystoreUserId, CallerKeys.OfRoleSession),
        IfTold(ConditionKeys.AssumedRoot, CallerKeys.AssumedRoot),
        IfTold(ConditionKeys.SourceIdentity, CallerKeys.SourceIdentity),
        OnDemand(ConditionKeys.FederatedProvider, CallerKeys.FederatedProvider),
        OnDemand(ConditionKeys.ViaAWSService, PathKeys.ViaService),
        IfTold(ConditionKeys.CalledVia, PathKeys.Chain),
        OnDemand(ConditionKeys.CalledViaFirst, PathKeys.FirstOfChain),
        OnDemand(ConditionKeys.CalledViaLast, PathKeys.LastOfChain),
        IfTold(ConditionKeys.ViaAWSMCPService, static _ => DerivedKey.Absent),
        IfTold(ConditionKeys.CalledViaAWSMCP, static _ => DerivedKey.Absent),
        IfTold(ConditionKeys.IsMcpServiceAction, static _ => DerivedKey.Absent),
        IfTold(ConditionKeys.SourceIp, PathKeys.SourceIp),
        OnDemand(ConditionKeys.SourceVpce, PathKeys.Endpoint),
        OnDemand(ConditionKeys.SourceVpc, PathKeys.Vpc),
        IfTold(ConditionKeys.VpcSourceIp, PathKeys.ClientIp),
        IfTold(ConditionKeys.SourceVpcArn, PathKeys.VpcArn),
        IfTold(ConditionKeys.VpceAccount, PathKeys.EndpointAccount),
        IfTold(ConditionKeys.VpceOrgID, PathKeys.EndpointOrganizationId),
        IfTold(ConditionKeys.VpceOrgPaths, PathKeys.EndpointOrganizationPaths),
        IfTold(ConditionKeys.CurrentTime, static call => DerivedKey.OrUntold(call.Time)),
        IfTold(ConditionKeys.EpochTime, static call => DerivedKey.OrUntold(call.EpochTime)),
        IfTold(ConditionKeys.SecureTransport, static call => call.IsSecure is { } secure ? DerivedKey.Of(secure) : DerivedKey.Untold),
        IfTold(ConditionKeys.RequestedRegion, static call => DerivedKey.OrUntold(call.Region)),
        IfTold(ConditionKeys.UserAgent, static _ => DerivedKey.Untold),
        IfTold(ConditionKeys.Referer, static _ => DerivedKey.Untold),
        IfTold(ConditionKeys.SourceArn, OfSource),
        IfTold(ConditionKeys.SourceAccount, OfSource),
        IfTold(ConditionKeys.SourceOrgID, OfSource),
        IfTold(ConditionKeys.SourceOrgPaths, OfSource),
        OnDemand(ConditionKeys.ResourceAccount, OwnerKeys.Account),
        OnDemand(ConditionKeys.ResourceOrgID, OwnerKeys.OrganizationId),
        OnDemand(ConditionKeys.ResourceOrgPaths, OwnerKeys.OrganizationPaths),
    ];

    private static readonly Func<CallFacts, DerivedKey>?[] BySlot = Place();

    /// <summary>The keys of which anything can follow, in the order in which they are written; tags are not among them.</summary>
    internal static IEnumerable<ConditionKey> Keys => Rows.Select(static row => row.Key);

    /// <summary>The bits of the keys that may be present although a request made in code tells no more than its caller, resource and endpoint.</summary>
    internal static ulong KeysOnDemand { get; } = Rows.Where(static row => row.IsOnDemand).Aggregate(0UL, static (bits, row) => bits | row.Key.Bit);

    /// <summary>What follows of a key.</summary>
    internal static DerivedKey Find(ConditionKey key, CallFacts call)
    {
        if (key.Slot >= 0) return BySlot[key.Slot] is { } find ? find(call) : DerivedKey.Untold;
        return key.Name.StartsWith(PrincipalTag, StringComparison.OrdinalIgnoreCase) ? CallerKeys.Tag(call) : ServiceKeys.Find(key.Name, call);
    }

    /// <summary>Keys of the resource for which a service calls, which services that call as themselves may send.</summary>
    private static DerivedKey OfSource(CallFacts call) => call.Caller.Kind == CallerType.Service ? DerivedKey.Untold : DerivedKey.Absent;

    /// <summary>A key that may follow from what every request tells: its caller, resource and endpoint.</summary>
    private static Row OnDemand(ConditionKey key, Func<CallFacts, DerivedKey> find) => new(key, find, IsOnDemand: true);

    /// <summary>A key that is present only where more is told, as by a builder or a record.</summary>
    private static Row IfTold(ConditionKey key, Func<CallFacts, DerivedKey> find) => new(key, find, IsOnDemand: false);

    private static Func<CallFacts, DerivedKey>?[] Place()
    {
        Func<CallFacts, DerivedKey>?[] places = new Func<CallFacts, DerivedKey>?[ConditionKeys.MostSlots];
        foreach (Row row in Rows) places[row.Key.Slot] = row.Find;
        return places;
    }

    /// <summary>A key and how it follows.</summary>
    /// <param name="Key">The key.</param>
    /// <param name="Find">Finds what follows of it.</param>
    /// <param name="IsOnDemand">True where it may be present although a request made in code tells no more than its caller, resource and endpoint.</param>
    private sealed record Row(ConditionKey Key, Func<CallFacts, DerivedKey> Find, bool IsOnDemand);
}
