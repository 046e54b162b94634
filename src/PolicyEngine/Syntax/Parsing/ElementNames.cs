namespace PolicyEngine.Syntax.Parsing;

/// <summary>The names of the elements, case-sensitive, and what an author who missed one probably meant.</summary>
internal static class ElementNames
{
    internal static readonly string[] OfDocument = ["Version", "Id", "Statement"];

    internal static readonly string[] OfStatement =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    /// <summary>The index of a name in <see cref="OfDocument"/>; negative for other names.</summary>
    internal static int PlaceInDocument(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Version"u8)) return 0;
        if (name.SequenceEqual("Id"u8)) return 1;
        return name.SequenceEqual("Statement"u8) ? 2 : -1;
    }

    /// <summary>The index of a name in <see cref="OfStatement"/>; negative for other names.</summary>
    internal static int PlaceInStatement(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Sid"u8)) return 0;
        if (name.SequenceEqual("Effect"u8)) return 1;
        if (name.SequenceEqual("Action"u8)) return 4;
        if (name.SequenceEqual("Resource"u8)) return 6;
        if (name.SequenceEqual("Condition"u8)) return 8;
        if (name.SequenceEqual("Principal"u8)) return 2;
        if (name.SequenceEqual("NotAction"u8)) return 5;
        if (name.SequenceEqual("NotResource"u8)) return 7;
        if (name.SequenceEqual("NotPrincipal"u8)) return 3;
        return -1;
    }

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
