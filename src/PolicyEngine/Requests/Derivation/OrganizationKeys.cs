namespace PolicyEngine.Requests.Derivation;

/// <summary>The condition keys of the organization of an account.</summary>
internal static class OrganizationKeys
{
    internal static DerivedKey Id(AccountOrganization? organization) => organization switch
    {
        null => DerivedKey.Untold,
        { IsNone: true } => DerivedKey.Absent,
        _ => DerivedKey.Of(organization.Id),
    };

    internal static DerivedKey Paths(AccountOrganization? organization) => organization switch
    {
        { IsNone: true } => DerivedKey.Absent,
        { Paths.Count: > 0 } => DerivedKey.OfList(ContextValue.OfList([.. organization.Paths])),
        _ => DerivedKey.Untold,
    };
}
