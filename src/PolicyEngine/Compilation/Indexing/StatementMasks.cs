using System.Numerics;
using PolicyEngine.Language;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>What is known beforehand of the statements of a small table, one bit a statement.</summary>
internal sealed class StatementMasks
{
    /// <summary>The most statements, and layers, that have a bit.</summary>
    internal const int MostBits = 64;

    private readonly ushort[] layerOf;
    private readonly ulong[] ofLayer;
    private readonly ulong[] ofKind = new ulong[PolicyTypeSet.Count];

    /// <summary>The statements that their action alone decides.</summary>
    private readonly ulong unconditional;

    internal StatementMasks(CompiledStatement[] statements, ushort[] layerOf, PolicyType[] kinds)
    {
        this.layerOf = layerOf;
        ofLayer = new ulong[kinds.Length];
        for (int i = 0; i < statements.Length; i++)
        {
            ulong bit = 1UL << i;
            if (statements[i].ChecksActionOnly) unconditional |= bit;
            if (statements[i].Denies) Denies |= bit;
            ofKind[(int)kinds[layerOf[i]]] |= bit;
            ofLayer[layerOf[i]] |= bit;
        }
    }

    /// <summary>The Deny statements.</summary>
    internal ulong Denies { get; }

    /// <summary>The Allow statements of a layer.</summary>
    internal ulong AllowsOf(int layer) => ofLayer[layer] & ~Denies;

    /// <summary>The statements of some kinds.</summary>
    internal ulong Of(PolicyTypeSet kinds)
    {
        ulong all = 0;
        for (uint rest = kinds.Bits; rest != 0; rest &= rest - 1) all |= ofKind[BitOperations.TrailingZeroCount(rest)];
        return all;
    }

    /// <summary>The layers that allow whatever else is in a request where some statements match its action for certain.</summary>
    /// <remarks>One bit a layer; layers after the 64th have none, and are scanned.</remarks>
    internal ulong FindLayersAllowedByAction(ulong certain)
    {
        ulong allowed = 0;
        for (ulong rest = certain & unconditional & ~Denies; rest != 0; rest &= rest - 1)
        {
            int layer = layerOf[BitOperations.TrailingZeroCount(rest)];
            if (layer < MostBits) allowed |= 1UL << layer;
        }

        return allowed;
    }

    /// <summary>Of the statements that match an action, or may, those that can still change something where the action alone allows some layers.</summary>
    internal ulong FindStatementsToMatch(ulong matching, ulong allowed)
    {
        ulong remaining = matching;
        for (; allowed != 0; allowed &= allowed - 1) remaining &= ~AllowsOf(BitOperations.TrailingZeroCount(allowed));
        return remaining;
    }
}
