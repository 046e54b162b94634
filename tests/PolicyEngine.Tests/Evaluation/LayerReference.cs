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
    internal static Decision Decide(PrincipalKind caller, bool isSameAccount, bool needsGrant, Says[] says)
    {
        bool isPerson = caller is PrincipalKind.User or PrincipalKind.RoleSession or PrincipalKind.FederatedUser;
        bool isRoot = caller == PrincipalKind.Root;
        Says service = isPerson || isRoot ? says[(int)PolicyKind.ServiceControl] : Says.Absent;
        Says identity = isPerson ? says[(int)PolicyKind.Identity] : Says.Absent;
        Says boundary = isPerson ? says[(int)PolicyKind.PermissionsBoundary] : Says.Absent;
        Says session = isPerson || isRoot ? says[(int)PolicyKind.Session] : Says.Absent;
        Says endpoint = says[(int)PolicyKind.VpcEndpoint];
        Says resource = says[(int)PolicyKind.Resource];
        Says[] all = [says[(int)PolicyKind.ResourceControl], service, endpoint, resource, identity, boundary, session];
        if (all.Contains(Says.Deny)) return Decision.ExplicitDeny;
        if (!IsNoLimit(service) || !IsNoLimit(endpoint)) return Decision.ImplicitDeny;
        bool hasGrant = resource is not (Says.Absent or Says.Silent);
        bool isDirect = resource is Says.AllowCaller or Says.Unknown;
        bool sessionPasses = IsNoLimit(session) && (caller != PrincipalKind.FederatedUser || session != Says.Absent);
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
    internal static IEnumerable<PolicyKind> UnknownKinds(PrincipalKind caller, Says[] says) => Enum.GetValues<PolicyKind>().Where(kind => says[(int)kind] == Says.Unknown && TakesPart(caller, kind));

    private static bool TakesPart(PrincipalKind caller, PolicyKind kind) => kind switch
    {
        PolicyKind.ResourceControl or PolicyKind.VpcEndpoint or PolicyKind.Resource => true,
        PolicyKind.ServiceControl or PolicyKind.Session => caller is PrincipalKind.User or PrincipalKind.RoleSession or PrincipalKind.FederatedUser or PrincipalKind.Root,
        _ => caller is PrincipalKind.User or PrincipalKind.RoleSession or PrincipalKind.FederatedUser,
    };

    private static bool IsNoLimit(Says says) => says is Says.Absent or Says.Allow or Says.Unknown;
}
