namespace PolicyEngine.Tests.Evaluation;

/// <summary>What one kind of policies says in the layer truth table.</summary>
internal enum Says
{
    /// <summary>None is attached.</summary>
    Absent,

    /// <summary>Attached, and nothing in it applies.</summary>
    Silent,

    /// <summary>An Allow applies; in a resource's policy one that names the account.</summary>
    Allow,

    /// <summary>A Deny applies.</summary>
    Deny,

    /// <summary>It is unknown what is attached.</summary>
    Unknown,

    /// <summary>An Allow of the resource's policy names the entity behind the caller.</summary>
    AllowEntity,

    /// <summary>An Allow of the resource's policy names the caller.</summary>
    AllowCaller,
}

/// <summary>A-03 once more, written from the rule and not from the library: the truth table is checked against it.</summary>
internal static class LayerReference
{
    /// <summary>The decision for what each kind says, by kind; a slot that is not known is taken to allow everything. A key needs a grant of its
    /// own policy in its own account too.</summary>
    internal static Decision Decide(CallerType caller, bool isSameAccount, bool needsGrant, Says[] says)
    {
        bool isPerson = caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser;
        bool isRoot = caller == CallerType.Root;
        Says service = isPerson || isRoot ? says[(int)PolicyType.ServiceControl] : Says.Absent;
        Says identity = isPerson ? says[(int)PolicyType.Identity] : Says.Absent;
        Says boundary = isPerson ? says[(int)PolicyType.PermissionsBoundary] : Says.Absent;
        Says session = isPerson || isRoot ? says[(int)PolicyType.Session] : Says.Absent;
        Says endpoint = says[(int)PolicyType.VpcEndpoint];
        Says resource = says[(int)PolicyType.Resource];
        Says[] all = [says[(int)PolicyType.ResourceControl], service, endpoint, resource, identity, boundary, session];
        if (all.Contains(Says.Deny)) return Decision.ExplicitDeny;
        if (!IsNoLimit(service) || !IsNoLimit(endpoint)) return Decision.ImplicitDeny;
        bool hasGrant = resource is not (Says.Absent or Says.Silent);
        bool isDirect = resource is Says.AllowCaller or Says.Unknown;
        bool sessionPasses = IsNoLimit(session) && (caller != CallerType.FederatedUser || session != Says.Absent);
        bool isAllowed = caller switch
        {
            _ when isRoot => ((isSameAccount && !needsGrant) || hasGrant) && sessionPasses,
            _ when !isPerson => hasGrant,
            _ when isSameAccount && isDirect => true,
            _ when isSameAccount && resource == Says.AllowEntity => IsNoLimit(boundary) && sessionPasses,
            _ => identity is Says.Allow or Says.Unknown && IsNoLimit(boundary) && sessionPasses && ((isSameAccount && !needsGrant) || hasGrant),
        };
        return isAllowed ? Decision.Allowed : Decision.ImplicitDeny;
    }

    /// <summary>The kinds that are not known and take part, in the order of the kinds.</summary>
    internal static IEnumerable<PolicyType> UnknownKinds(CallerType caller, Says[] says) => PolicySet.Types.Where(kind => says[(int)kind] == Says.Unknown && TakesPart(caller, kind));

    private static bool TakesPart(CallerType caller, PolicyType kind) => kind switch
    {
        PolicyType.ResourceControl or PolicyType.VpcEndpoint or PolicyType.Resource => true,
        PolicyType.ServiceControl or PolicyType.Session => caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser or CallerType.Root,
        _ => caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser,
    };

    private static bool IsNoLimit(Says says) => says is Says.Absent or Says.Allow or Says.Unknown;
}
