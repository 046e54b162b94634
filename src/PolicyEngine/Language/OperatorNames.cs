using System.Collections.Frozen;
using PolicyEngine.Syntax;

namespace PolicyEngine.Language;

/// <summary>The names of all condition operators, with every set operator and with <c>IfExists</c>.</summary>
internal static class OperatorNames
{
    private const string IfExists = "IfExists";
    private static readonly string[] BaseNames = Enum.GetNames<ConditionOperatorKind>();

    private static readonly Dictionary<int, string> Placed = All().ToDictionary(PlaceOf, Compose);
    private static readonly string?[] Names = [.. Enumerable.Range(0, Placed.Keys.Max() + 1).Select(static place => Placed.GetValueOrDefault(place))];

    private static readonly FrozenDictionary<string, ConditionOperator>.AlternateLookup<ReadOnlySpan<char>> Operators =
        All().ToFrozenDictionary(Compose, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    internal static string NameOf(ConditionOperator op)
    {
        bool isKnown = (uint)op.Qualifier <= (uint)SetQualifier.ForAnyValue && (uint)PlaceOf(op) < (uint)Names.Length;
        return (isKnown ? Names[PlaceOf(op)] : null) ?? Compose(op);
    }

    internal static bool TryParse(ReadOnlySpan<char> name, out ConditionOperator op) => Operators.TryGetValue(name, out op);

    /// <summary>The base operator that the author probably meant, or an empty text.</summary>
    internal static string Suggest(string name)
    {
        ReadOnlySpan<char> rest = name.AsSpan(name.LastIndexOf(':') + 1);
        if (rest.EndsWith(IfExists, StringComparison.OrdinalIgnoreCase)) rest = rest[..^IfExists.Length];
        foreach (string known in BaseNames)
        {
            if (rest.Equals(known, StringComparison.OrdinalIgnoreCase)) return known;
        }

        return "";
    }

    /// <summary>Every operator there is; Null has no <c>IfExists</c>.</summary>
    internal static IEnumerable<ConditionOperator> All() =>
        from kind in Enum.GetValues<ConditionOperatorKind>()
        from qualifier in Enum.GetValues<SetQualifier>()
        from ifExists in (bool[])[false, true]
        where !(ifExists && kind == ConditionOperatorKind.Null)
        select new ConditionOperator(kind, qualifier, ifExists);

    private static int PlaceOf(ConditionOperator op) => ((int)op.Kind * 6) + ((int)op.Qualifier * 2) + (op.IfExists ? 1 : 0);

    private static string Compose(ConditionOperator op)
    {
        string set = op.Qualifier == SetQualifier.None ? "" : $"{op.Qualifier}:";
        return $"{set}{op.Kind}{(op.IfExists ? IfExists : "")}";
    }
}
