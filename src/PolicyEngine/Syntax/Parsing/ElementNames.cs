namespace PolicyEngine.Syntax.Parsing;

/// <summary>The names of the elements, case-sensitive, and what an author who missed one probably meant.</summary>
internal static class ElementNames
{
    internal static readonly string[] OfDocument = ["Version", "Id", "Statement"];

    internal static readonly string[] OfStatement =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>The index of a name in <see cref="OfStatement"/>; negative for other names.</summary>
    internal static int PlaceInStatement(string name) => name switch
    {
        "Sid" => 0,
        "Effect" => 1,
        "Principal" => 2,
        "NotPrincipal" => 3,
        "Action" => 4,
        "NotAction" => 5,
        "Resource" => 6,
        "NotResource" => 7,
        "Condition" => 8,
        _ => -1,
    };

    /// <summary>A hint for a name that differs from a known one in letter case or by a plural, or an empty text.</summary>
    internal static string Suggest(string name, string[] known)
    {
        foreach (string candidate in known)
        {
            bool near = candidate.Equals(name, StringComparison.OrdinalIgnoreCase)
                || (name.Length == candidate.Length + 1 && name[^1] is 's' or 'S' && name.StartsWith(candidate, StringComparison.OrdinalIgnoreCase));
            if (near) return $"; '{candidate}' is";
        }

        return "";
    }
}
