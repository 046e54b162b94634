namespace PolicyEngine;

/// <summary>The names of policy types in texts: <c>identity</c>, <c>permissionsBoundary</c>, <c>vpcEndpoint</c> and so on.</summary>
public static class PolicyTypeNames
{
    /// <summary>The name of a policy type in camel case.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Such as <c>serviceControl</c>.</returns>
    public static string NameOf(PolicyType type)
    {
        string name = type.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    /// <summary>Finds a policy type by its name.</summary>
    /// <param name="name">The name, letter case ignored.</param>
    /// <param name="type">The type, where the result is true.</param>
    /// <returns>Whether there is such a type.</returns>
    public static bool TryParse(string? name, out PolicyType type)
    {
        foreach (PolicyType candidate in Enum.GetValues<PolicyType>())
        {
            type = candidate;
            if (string.Equals(name, candidate.ToString(), StringComparison.OrdinalIgnoreCase)) return true;
        }

        type = default;
        return false;
    }
}
