namespace PolicyEngine.Primitives;

/// <summary>The names of principal types in policies, case-sensitive.</summary>
internal static class PrincipalTypeNames
{
    internal static string NameOf(PrincipalType type) => type == PrincipalType.Aws ? "AWS" : type.ToString();

    internal static bool TryParse(string name, out PrincipalType type)
    {
        foreach (PrincipalType candidate in Enum.GetValues<PrincipalType>())
        {
            type = candidate;
            if (NameOf(candidate) == name) return true;
        }

        type = default;
        return false;
    }
}
