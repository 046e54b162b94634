namespace PolicyEngine;

/// <summary>The names of policy types in case files, options and results.</summary>
public static class PolicyTypeNames
{
    private static readonly string[] Names =
        ["resourceControl", "serviceControl", "vpcEndpoint", "accessPoint", "resource", "identity", "permissionsBoundary", "session", "scopeDown", "managed", "trust"];

    /// <summary>The name of a policy type in camel case.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Such as <c>identity</c> or <c>vpcEndpoint</c>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such type.</exception>
    public static string NameOf(PolicyType type) => (uint)type < (uint)Names.Length ? Names[(int)type] : throw new ArgumentOutOfRangeException(nameof(type));

    /// <summary>Finds a policy type by its name.</summary>
    /// <param name="name">The name, case-sensitive.</param>
    /// <param name="type">The type, where the result is true.</param>
    /// <returns>True where there is such a type.</returns>
    public static bool TryParse(string? name, out PolicyType type)
    {
        int index = Array.IndexOf(Names, name);
        type = index < 0 ? default : (PolicyType)index;
        return index >= 0;
    }
}
