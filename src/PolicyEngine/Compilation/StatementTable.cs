using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Language;
using PolicyEngine.Matching;

namespace PolicyEngine.Compilation;

/// <summary>All statements that are evaluated together, of one policy or of all policies in play, with the means to pass over most of them.</summary>
/// <remarks>
/// <code>
/// statements   0  1  2  3 …      in the order of layers, policies and documents
/// layerOf      0  0  1  1 …      the layer of each
/// up to 64     action ─▶ ActionClass ─▶ one bit a layer that the action alone opens
///                                  └──▶ one bit a statement ─▶ deny bits first, then allow bits
/// above 64     resource, condition value, action ─▶ StatementIndex ─▶ numbers
///              action ─▶ ActionClass ─▶ one bit a distinct Action element, where there are at most 64
/// </code>
/// What is passed over certainly does not match, or is an Allow of a layer that allows anyway: neither decision nor certainty depends on it.
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
            Actions = new ActionMatchTable([.. statements.Select(static statement => statement.Action)], Masks);
            return;
        }

        if (NumberElements() is { } elements)
        {
            Actions = new ActionMatchTable([.. elements.Keys], masks: null);
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

    /// <summary>The classes of actions: by statement in a small stack, by distinct Action element in a large one; null where they are not used.</summary>
    internal ActionMatchTable? Actions { get; }

    /// <summary>The masks of a small stack.</summary>
    internal StatementMasks? Masks { get; }

    /// <summary>The index of a large stack.</summary>
    internal StatementIndex? Index { get; }

    /// <summary>In a large stack: the distinct Action element of each statement; null where there are too many.</summary>
    internal byte[]? ElementOf { get; }

    /// <summary>Numbers the distinct Action elements, in the order in which they come; null where there are too many.</summary>
    private OrderedDictionary<PatternList, byte>? NumberElements()
    {
        OrderedDictionary<PatternList, byte> numbers = [];
        foreach (CompiledStatement statement in Statements)
        {
            if (numbers.TryAdd(statement.Action, (byte)numbers.Count) && numbers.Count > ActionMatchTable.MaxElements) return null;
        }

        return numbers;
    }
}
