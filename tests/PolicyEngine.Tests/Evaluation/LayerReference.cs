namespace PolicyEngine.Tests.Evaluation;

/// <summary>What one kind of policies states in the layer truth table.</summary>
internal enum PolicyState
{
    /// <summary>None is attached.</summary>
    Absent,

    /// <summary>Attached, and nothing in it applies.</summary>
    NoMatch,

    /// <summary>An Allow applies; in a resource's policy one that names the account.</summary>
    Allow,

    /// <summary>A Deny applies.</summary>
    Deny,

    /// <summary>It is unknown what is attached.</summary>
    Unknown,

    /// <summary>An Allow of the resource's policy names the entity behind the caller.</summary>
    AllowSessionIssuer,

    /// <summary>An Allow of the resource's policy names the caller.</summary>
    AllowCaller,
}

/// <summary>A-03 once more, written from the rule and not from the library: the truth table is checked against it.</summary>
internal static class LayerReference
{
    /// <summary>The decision for the state of each kind, by kind; a kind whose policies are unknown is taken to allow everything. A key needs a grant of its
    /// own policy in its own account too.</summary>
    internal static Decision Decide(CallerType caller, bool isSameAccount, bool needsGrant, PolicyState[] states)
    {
        bool isPerson = caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser;
        bool isRoot = caller == CallerType.Root;
        PolicyState service = isPerson || isRoot ? states[(int)PolicyType.ServiceControl] : PolicyState.Absent;
        PolicyState identity = isPerson ? states[(int)PolicyType.Identity] : PolicyState.Absent;
        PolicyState boundary = isPerson ? states[(int)PolicyType.PermissionsBoundary] : PolicyState.Absent;
        PolicyState session = isPerson || isRoot ? states[(int)PolicyType.Session] : PolicyState.Absent;
        PolicyState scopeDown = isPerson || states[(int)PolicyType.ScopeDown] != PolicyState.Unknown ? states[(int)PolicyType.ScopeDown] : PolicyState.Absent;
        PolicyState endpoint = states[(int)PolicyType.VpcEndpoint];
        PolicyState resource = states[(int)PolicyType.Resource];
        PolicyState[] all = [states[(int)PolicyType.ResourceControl], service, endpoint, resource, identity, boundary, session, scopeDown];
        if (all.Contains(PolicyState.Deny)) return Decision.ExplicitDeny;
        if (!IsNoLimit(service) || !IsNoLimit(endpoint) || !IsNoLimit(scopeDown)) return Decision.ImplicitDeny;
        bool hasGrant = resource is not (PolicyState.Absent or PolicyState.NoMatch);
        bool isDirect = resource is PolicyState.AllowCaller or PolicyState.Unknown;
        bool sessionPasses = IsNoLimit(session) && (caller != CallerType.FederatedUser || session != PolicyState.Absent);
        bool isAllowed = caller switch
        {
            _ when isRoot => ((isSameAccount && !needsGrant) || hasGrant) && sessionPasses,
            _ when !isPerson => hasGrant,
            _ when isSameAccount && isDirect => true,
            _ when isSameAccount && resource == PolicyState.AllowSessionIssuer => IsNoLimit(boundary) && sessionPasses,
            _ => identity is PolicyState.Allow or PolicyState.Unknown && IsNoLimit(boundary) && sessionPasses && ((isSameAccount && !needsGrant) || hasGrant),
        };
        return isAllowed ? Decision.Allowed : Decision.ImplicitDeny;
    }

    /// <summary>The kinds that are not known and take part, in the order of the kinds.</summary>
    internal static IEnumerable<PolicyType> UnknownKinds(CallerType caller, PolicyState[] states) => PolicySet.Types.Where(kind => states[(int)kind] == PolicyState.Unknown && TakesPart(caller, kind));

    private static bool TakesPart(CallerType caller, PolicyType kind) => kind switch
    {
        PolicyType.ResourceControl or PolicyType.VpcEndpoint or PolicyType.Resource => true,
        PolicyType.AccessPoint => false,
        PolicyType.ServiceControl or PolicyType.Session => caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser or CallerType.Root,
        _ => caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser,
    };

    private static bool IsNoLimit(PolicyState states) => states is PolicyState.Absent or PolicyState.Allow or PolicyState.Unknown;
}
