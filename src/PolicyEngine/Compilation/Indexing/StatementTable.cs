using PolicyEngine.Language;
using PolicyEngine.Matching;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>All statements that are evaluated together, of one policy or of a policy set, with the means to pass over most of them.</summary>
/// <remarks>
/// <code>
/// statements   0  1  2  3 …      in the order of layers, policies and documents
/// layerOf      0  0  1  1 …      the layer of each
/// up to 64     action ─▶ ActionMatches ─▶ one bit a layer that the action alone allows
///                                    └──▶ one bit a statement ─▶ deny bits first, then allow bits
/// above 64     resource, condition value, action ─▶ StatementIndex ─▶ numbers
///              action ─▶ ActionMatches ─▶ one bit a distinct Action element, where there are at most 64
/// </code>
/// What is passed over certainly does not match, or is an Allow of a layer that allows anyway: neither decision nor certainty depends on it.
/// The bits serve LayerBenchmarks.Compiled and IdentityPolicyBenchmarks.Compiled, the index GrowthBenchmarks and OnePartBenchmarks.
/// </remarks>
internal sealed class StatementTable
{
    internal StatementTable(CompiledStatement[] statements, ushort[] layerOf, PolicyType[] kinds, bool usesIndex = true)
    {
        Statements = statements;
        LayerOf = layerOf;
        Kinds = kinds;
        foreach (PolicyType kind in kinds) KindSet = KindSet.With(kind);
        if (!usesIndex) return;
        if (statements.Length <= StatementMasks.MostBits)
        {
            Masks = new StatementMasks(statements, layerOf, kinds);
            Actions = Match([.. statements.Select(static statement => statement.Action)], Masks);
            return;
        }

        if (NumberElements() is { } elements)
        {
            Actions = Match([.. elements.Keys], masks: null);
            ElementOf = [.. statements.Select(statement => elements[statement.Action])];
        }

        Index = new StatementIndex(statements, ElementOf);
    }

    internal CompiledStatement[] Statements { get; }

    /// <summary>The layer of each statement.</summary>
    internal ushort[] LayerOf { get; }

    /// <summary>The kind of each layer.</summary>
    internal PolicyType[] Kinds { get; }

    /// <summary>The kinds of all layers.</summary>
    internal PolicyTypeSet KindSet { get; }

    /// <summary>The matches of the actions seen last: by statement in a small table, by distinct Action element in a large one; null where they are not used.</summary>
    internal ActionCache<ActionMatches>? Actions { get; }

    /// <summary>The masks of a small table.</summary>
    internal StatementMasks? Masks { get; }

    /// <summary>The index of a large table.</summary>
    internal StatementIndex? Index { get; }

    /// <summary>In a large table: the distinct Action element of each statement; null where there are more than 64.</summary>
    internal byte[]? ElementOf { get; }

    private static ActionCache<ActionMatches> Match(PatternList[] elements, StatementMasks? masks) => new(request => ActionMatches.Of(elements, masks, request));

    /// <summary>Numbers the distinct Action elements, in the order in which they come; null where there are more than 64.</summary>
    private OrderedDictionary<PatternList, byte>? NumberElements()
    {
        OrderedDictionary<PatternList, byte> numbers = [];
        foreach (CompiledStatement statement in Statements)
        {
            if (numbers.TryAdd(statement.Action, (byte)numbers.Count) && numbers.Count > StatementMasks.MostBits) return null;
        }

        return numbers;
    }
}
