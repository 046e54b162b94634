using System.Numerics;
using System.Runtime.CompilerServices;
using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>The global keys of a request: of each a bit, a byte and a reference.</summary>
/// <remarks>A key has a bit in <c>present</c>, and at its slot of <c>places</c> the place of its value among the cells, in the order in which they were
/// given. The cell before a value holds its key where that is not spelled as AWS spells it. Provenance has two masks, as it is seldom said.</remarks>
internal struct GlobalKeyTable
{
    /// <summary>The least room, as making more when a key comes costs more than all else.</summary>
    private const int Few = 8;

    private ulong present;
    private ulong derived;
    private ulong sentByCaller;
    private SlotBytes places;
    private Cell[] cells;

    /// <summary>A table without keys.</summary>
    public GlobalKeyTable() => cells = [];

    /// <summary>A table without keys, with room for at least as many as another one has.</summary>
    internal GlobalKeyTable(ref readonly GlobalKeyTable other) => cells = new Cell[Math.Max(other.Used, Few)];

    /// <summary>The number of cells in use.</summary>
    internal int Used { get; private set; }

    /// <summary>The number of keys.</summary>
    internal readonly int Count => BitOperations.PopCount(present);

    /// <summary>Whether a key is there.</summary>
    internal readonly bool Has(ContextKey key) => (present & key.Bit) != 0;

    /// <summary>The value of a key; null when it is missing, or not global.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly object? Find(ContextKey key) => Has(key) ? cells[places[key.Slot]].Content : null;

    /// <summary>Adds a global key that is not there.</summary>
    internal void Add(ContextKey key, object value, ContextProvenance provenance)
    {
        if (!key.IsSpelledAsAws) AddCell(key);
        places[key.Slot] = (byte)Used;
        AddCell(value);
        present |= key.Bit;
        if (provenance != ContextProvenance.Platform) Note(key, provenance);
    }

    /// <summary>Gives a key that is there another value.</summary>
    internal void Replace(ContextKey key, object value, ContextProvenance provenance)
    {
        cells[places[key.Slot]].Content = value;
        Note(key, provenance);
    }

    /// <summary>A key that is there, as it was given.</summary>
    internal readonly ContextEntry Get(ContextKey key)
    {
        int place = places[key.Slot];
        ContextKey given = place > 0 && cells[place - 1].Content is ContextKey spelled ? spelled : ContextKeyMemo.Get(GlobalConditionKeys.At(key.Slot).Name);
        ContextProvenance provenance = (sentByCaller & key.Bit) != 0 ? ContextProvenance.Caller
            : (derived & key.Bit) != 0 ? ContextProvenance.Derived
            : ContextProvenance.Platform;
        return new ContextEntry(given, cells[place].Content, 0, provenance);
    }

    /// <summary>All keys, in the order in which they were given.</summary>
    internal readonly List<ContextEntry> GetAll()
    {
        var byPlace = new ContextKey?[Used];
        for (ulong left = present; left != 0; left &= left - 1)
        {
            int slot = BitOperations.TrailingZeroCount(left);
            byPlace[places[slot]] = ContextKeyMemo.Get(GlobalConditionKeys.At(slot).Name);
        }

        List<ContextEntry> all = new(Count);
        foreach (ContextKey? key in byPlace)
        {
            if (key is not null) all.Add(Get(key));
        }

        return all;
    }

    /// <summary>Takes the keys of another table into an array of its own.</summary>
    internal void CopyFrom(ref readonly GlobalKeyTable other)
    {
        this = other;
        cells = other.cells.AsSpan().ToArray();
    }

    /// <summary>Forgets the keys and keeps the room.</summary>
    internal void Clear()
    {
        Array.Clear(cells, 0, Used);
        present = derived = sentByCaller = 0;
        Used = 0;
    }

    private void AddCell(object content)
    {
        if (Used == cells.Length) Array.Resize(ref cells, Math.Max(Used * 2, Few));
        cells[Used++].Content = content;
    }

    private void Note(ContextKey key, ContextProvenance provenance)
    {
        derived = provenance == ContextProvenance.Derived ? derived | key.Bit : derived & ~key.Bit;
        sentByCaller = provenance == ContextProvenance.Caller ? sentByCaller | key.Bit : sentByCaller & ~key.Bit;
    }

    /// <summary>A reference in an array that needs no look at the array's type when it is written.</summary>
    private struct Cell
    {
        internal object Content;
    }

    /// <summary>A byte for each slot.</summary>
    [InlineArray(GlobalConditionKeys.MostSlots)]
    private struct SlotBytes
    {
        private byte first;
    }
}
