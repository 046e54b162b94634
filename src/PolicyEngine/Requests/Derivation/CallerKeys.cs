namespace PolicyEngine.Requests.Derivation;

/// <summary>The condition keys that follow from who calls, and with which credentials.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable">Request information that you can use for policy variables</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
internal static class CallerKeys
{
    /// <summary>The ARN of a user, federated user or root user; of a session that of its role, path included, never that of the session.</summary>
    internal static DerivedKey Arn(CallFacts call) => HasAccount(call)
        ? OfIdentity(call, (call.Caller.Kind == CallerType.RoleSession ? call.Caller.RoleArn : call.Caller.Arn)?.Text)
        : DerivedKey.Absent;

    internal static DerivedKey Account(CallFacts call) => call.Caller switch
    {
        { Account: { } account } => DerivedKey.Of(account),
        { Kind: CallerType.Anonymous } => DerivedKey.Of("anonymous"),
        _ => DerivedKey.Absent,
    };

    internal static DerivedKey Type(CallFacts call) => call.Caller.Kind switch
    {
        _ when call.Session.IsKindGuessed => DerivedKey.Untold,
        CallerType.User => DerivedKey.Of("User"),
        CallerType.RoleSession => DerivedKey.Of("AssumedRole"),
        CallerType.FederatedUser => DerivedKey.Of("FederatedUser"),
        CallerType.Root => DerivedKey.Of("Account"),
        CallerType.Anonymous => DerivedKey.Of("Anonymous"),
        CallerType.Service => DerivedKey.Absent,
        _ => DerivedKey.Untold,
    };

    internal static DerivedKey UserId(CallFacts call) => call.Caller.Kind switch
    {
        CallerType.Service => DerivedKey.Absent,
        CallerType.User or CallerType.RoleSession or CallerType.FederatedUser => OfIdentity(call, call.Session.UserId ?? call.UserId),
        _ => DerivedKey.OrUntold(call.UserId),
    };

    internal static DerivedKey UserName(CallFacts call) => call.Caller.Kind switch
    {
        CallerType.User => OfIdentity(call, call.CallerName ?? call.Session.UserName),
        _ => call.Session.IsKindGuessed ? DerivedKey.Untold : DerivedKey.Absent,
    };

    internal static DerivedKey IsService(CallFacts call) =>
        call.Caller.Kind == CallerType.Anonymous ? DerivedKey.Absent : DerivedKey.Of(call.Caller.Kind == CallerType.Service);

    internal static DerivedKey ServiceName(CallFacts call) =>
        call.Caller.Kind == CallerType.Service ? DerivedKey.Of(call.Caller.ServiceNames[0]) : DerivedKey.Absent;

    internal static DerivedKey ServiceNames(CallFacts call)
    {
        if (call.Caller.Kind != CallerType.Service) return DerivedKey.Absent;
        return call.KnowsServiceNames ? DerivedKey.OfList(ContextValue.OfList([.. call.Caller.ServiceNames])) : DerivedKey.Untold;
    }

    internal static DerivedKey OrganizationId(CallFacts call) =>
        call.Caller.Account is null ? DerivedKey.Absent : OrganizationKeys.Id(call.CallerOrganization);

    internal static DerivedKey OrganizationPaths(CallFacts call) =>
        call.Caller.Account is null ? DerivedKey.Absent : OrganizationKeys.Paths(call.CallerOrganization);

    internal static DerivedKey IssueTime(CallFacts call) =>
        call.IsTemporary == false ? DerivedKey.Absent : DerivedKey.OrUntold(call.Session.IssuedAt);

    internal static DerivedKey HasMfa(CallFacts call)
    {
        if (call.IsTemporary == false || call.Caller.Kind == CallerType.FederatedUser) return DerivedKey.Absent;
        return call.Session.HasMfa is { } known ? DerivedKey.Of(known) : DerivedKey.Untold;
    }

    internal static DerivedKey MfaAge(CallFacts call)
    {
        bool isAbsent = call.IsTemporary == false || call.Caller.Kind == CallerType.FederatedUser || call.Session.HasMfa == false;
        return isAbsent ? DerivedKey.Absent : DerivedKey.OrUntold(call.Session.MfaAge);
    }

    /// <summary>AWS: web identities and SAML callers may bring a source identity when they assume a role.</summary>
    internal static DerivedKey SourceIdentity(CallFacts call) =>
        call.Caller.Kind is CallerType.RoleSession or CallerType.WebIdentity or CallerType.Saml ? DerivedKey.OrUntold(call.Session.SourceIdentity) : DerivedKey.Absent;

    internal static DerivedKey FederatedProvider(CallFacts call) => call.Caller.Kind switch
    {
        CallerType.RoleSession => DerivedKey.OrUntold(call.Session.FederatedProvider),
        CallerType.WebIdentity or CallerType.Saml => DerivedKey.Of(call.Caller.Provider!),
        _ => DerivedKey.Absent,
    };

    internal static DerivedKey AssumedRoot(CallFacts call)
    {
        if (call.Caller.Kind != CallerType.Root || call.IsTemporary == false) return DerivedKey.Absent;
        return call.Session.IsAssumedRoot == true ? DerivedKey.Of(value: true) : DerivedKey.Untold;
    }

    /// <summary>A key that role sessions may carry from where their credentials are used.</summary>
    internal static DerivedKey OfRoleSession(CallFacts call) => call.Caller.Kind == CallerType.RoleSession ? DerivedKey.Untold : DerivedKey.Absent;

    internal static DerivedKey SignInSession(CallFacts call) => call.IsTemporary == false || call.Caller.Kind == CallerType.FederatedUser ? DerivedKey.Absent : DerivedKey.Untold;

    internal static DerivedKey Tag(CallFacts call) =>
        call.Caller.Kind is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser ? DerivedKey.Untold : DerivedKey.Absent;

    /// <summary>A key that follows from which caller of its type it is: unknown where only type and account are known.</summary>
    private static DerivedKey OfIdentity(CallFacts call, string? value) =>
        value is null && !call.Caller.IsIdentified ? DerivedKey.Unknown : DerivedKey.OrUntold(value);

    private static bool HasAccount(CallFacts call) =>
        call.Caller.Kind is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser or CallerType.Root;
}
