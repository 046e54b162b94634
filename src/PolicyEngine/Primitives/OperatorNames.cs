using System.Collections.Frozen;

namespace PolicyEngine.Primitives;

/// <summary>The names of the base operators.</summary>
internal static class OperatorNames
{
    private static readonly string[] Names = Enum.GetNames<ConditionOperatorKind>();

    private static readonly FrozenDictionary<string, ConditionOperatorKind>.AlternateLookup<ReadOnlySpan<char>> Kinds =
        Enum.GetValues<ConditionOperatorKind>().ToFrozenDictionary(NameOf, StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    internal static string NameOf(ConditionOperatorKind kind) => Names[(int)kind];

    internal static bool TryParse(ReadOnlySpan<char> name, out ConditionOperatorKind kind) => Kinds.TryGetValue(name, out kind);

    /// <summary>The operator that the author probably meant, or an empty text.</summary>
    internal static string Suggest(string name)
    {
        ReadOnlySpan<char> rest = name.AsSpan(name.LastIndexOf(':') + 1);
        if (rest.EndsWith("IfExists", StringComparison.OrdinalIgnoreCase)) rest = rest[..^"IfExists".Length];
        foreach (string known in Names)
        {
            if (rest.Equals(known, StringComparison.OrdinalIgnoreCase)) return known;
        }

        return "";
    }
}
