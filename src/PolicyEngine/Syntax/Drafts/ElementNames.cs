using System.Numerics;

namespace PolicyEngine.Syntax.Drafts;

/// <summary>The names of the elements, case-sensitive, and what an author who missed one probably meant.</summary>
internal static class ElementNames
{
    internal static readonly string[] OfStatement =
        ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Resource", "NotResource", "Condition"];

    internal static readonly string[] OfDocument = ["Version", "Id", "Statement"];

    private static readonly string[] All = [.. OfStatement, .. OfDocument];

    /// <summary>The name of one element.</summary>
    internal static string Of(PolicyElements element) => All[BitOperations.TrailingZeroCount((int)element)];

    /// <summary>The element of a document with a name; none for other names.</summary>
    internal static PolicyElements FindInDocument(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Version"u8)) return PolicyElements.Version;
        if (name.SequenceEqual("Id"u8)) return PolicyElements.Id;
        return name.SequenceEqual("Statement"u8) ? PolicyElements.Statement : PolicyElements.None;
    }

    /// <summary>The element of a statement with a name; none for other names.</summary>
    internal static PolicyElements FindInStatement(ReadOnlySpan<byte> name)
    {
        if (name.SequenceEqual("Sid"u8)) return PolicyElements.Sid;
        if (name.SequenceEqual("Effect"u8)) return PolicyElements.Effect;
        if (name.SequenceEqual("Action"u8)) return PolicyElements.Action;
        if (name.SequenceEqual("Resource"u8)) return PolicyElements.Resource;
        if (name.SequenceEqual("Condition"u8)) return PolicyElements.Condition;
        if (name.SequenceEqual("Principal"u8)) return PolicyElements.Principal;
        if (name.SequenceEqual("NotAction"u8)) return PolicyElements.NotAction;
        if (name.SequenceEqual("NotResource"u8)) return PolicyElements.NotResource;
        if (name.SequenceEqual("NotPrincipal"u8)) return PolicyElements.NotPrincipal;
        return PolicyElements.None;
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
