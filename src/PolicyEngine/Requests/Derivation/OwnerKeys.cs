namespace PolicyEngine.Requests.Derivation;

/// <summary>The condition keys that follow from who owns the resource.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-resource-properties">Properties of the resource</see>.</remarks>
internal static class OwnerKeys
{
    private const string NoResource = "*";

    /// <summary>The owner; of AWS's own resources an account that the request does not name, and of a resource whose owner is not told an unknown one.</summary>
    internal static DerivedKey Account(CallFacts call) => call.LacksResourceAccount ? DerivedKey.Absent : Owner(call);

    /// <summary>The account that owns the resource, for a key that every action has.</summary>
    internal static DerivedKey Owner(CallFacts call)
    {
        if (call.Owner is { } owner) return DerivedKey.Of(owner);
        if (call.IsOwnedByAws) return DerivedKey.OfForeign(ForeignValue.OtherThan(call.Caller.Account, call.Path.EndpointOwner));
        return call.Resource is NoResource or "" && call.ResourceAccount is null ? DerivedKey.Untold : DerivedKey.Unknown;
    }

    internal static DerivedKey OrganizationId(CallFacts call) => Organization(call, OrganizationKeys.Id);

    internal static DerivedKey OrganizationPaths(CallFacts call) => Organization(call, OrganizationKeys.Paths);

    private static DerivedKey Organization(CallFacts call, Func<AccountOrganization?, DerivedKey> find)
    {
        if (call.LacksResourceAccount) return DerivedKey.Absent;
        return call.ResourceOrganization is null && call.IsOwnedByAws ? DerivedKey.OfForeign(ForeignValue.Organization) : find(call.ResourceOrganization);
    }
}
