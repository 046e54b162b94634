using PolicyEngine.Syntax;

namespace PolicyEngine.Language;

/// <summary>The names of principal types in policies, case-sensitive.</summary>
internal static class PrincipalTypeNames
{
    internal static string NameOf(PrincipalType type) => type switch
    {
        PrincipalType.Aws => "AWS",
        PrincipalType.Service => "Service",
        PrincipalType.Federated => "Federated",
        PrincipalType.CanonicalUser => "CanonicalUser",
        _ => type.ToString(),
    };

    internal static bool TryParse(string name, out PrincipalType type)
    {
        for (type = PrincipalType.Aws; type <= PrincipalType.CanonicalUser; type++)
        {
            if (NameOf(type) == name) return true;
        }

        type = default;
        return false;
    }
}
