namespace PolicyEngine;

/// <summary>The names of policy kinds in case files and results.</summary>
public static class PolicyKindNames
{
    /// <summary>The name of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Such as <c>identity</c> or <c>vpcEndpoint</c>.</returns>
    public static string NameOf(PolicyKind kind) => kind switch
    {
        PolicyKind.ResourceControl => "resourceControl",
        PolicyKind.ServiceControl => "serviceControl",
        PolicyKind.VpcEndpoint => "vpcEndpoint",
        PolicyKind.Resource => "resource",
        PolicyKind.Identity => "identity",
        PolicyKind.PermissionsBoundary => "permissionsBoundary",
        _ => "session",
    };

    /// <summary>Finds the kind with a name.</summary>
    /// <param name="name">The name, letter case counts.</param>
    /// <param name="kind">The kind, where the result is true.</param>
    /// <returns>Whether there is such a kind.</returns>
    public static bool TryParse(string? name, out PolicyKind kind)
    {
        for (kind = PolicyKind.ResourceControl; kind <= PolicyKind.Session; kind++)
        {
            if (NameOf(kind) == name) return true;
        }

        return false;
    }
}
