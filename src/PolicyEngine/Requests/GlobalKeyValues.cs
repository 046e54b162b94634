using System.Numerics;
using System.Runtime.CompilerServices;
using PolicyEngine.Facts;

namespace PolicyEngine.Requests;

/// <summary>The global keys of a request: of each a bit, a byte and a reference.</summary>
/// <remarks>A key has a bit in <c>present</c>, and at its slot of <c>places</c> the place of its value among the cells, in the order in which they were
/// given. The cell before a value holds its key where that is not spelled as AWS spells it. Provenance has two masks, as it is seldom said.</remarks>
internal struct GlobalKeyValues
{
    /// <summary>The least room that is made: making it greater with each key would cost more than the keys.</summary>
    private const int Few = 8;

    private ulong present;
    private ulong derived;
    private ulong sentByCaller;
    private SlotBytes places;
    private Cell[] cells;
    private int used;

    /// <summary>A table without keys.</summary>
    public GlobalKeyValues() => cells = [];

    private GlobalKeyValues(int room) => cells = new Cell[room];

    /// <summary>The number of keys.</summary>
    internal readonly int Count => BitOperations.PopCount(present);

    /// <summary>A table without keys, with room for as many as another one has.</summary>
    internal static GlobalKeyValues WithRoomOf(ref readonly GlobalKeyValues other) => new(Math.Max(other.used, Few));

    /// <summary>Whether a key is there.</summary>
    internal readonly bool Has(ConditionKey key) => (present & key.Bit) != 0;

    /// <summary>The value of a key; null when it is missing, or not global.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly object? Find(ConditionKey key) => Has(key) ? cells[places[key.Slot]].Content : null;

    /// <summary>Adds a global key that is not there.</summary>
    internal void Add(ConditionKey key, object value, ContextProvenance provenance)
    {
        if (!key.IsSpelledAsAws) AddCell(key);
        places[key.Slot] = (byte)used;
        AddCell(value);
        present |= key.Bit;
        if (provenance != ContextProvenance.Platform) Note(key, provenance);
    }

    /// <summary>Gives a key that is there another value.</summary>
    internal void Replace(ConditionKey key, object value, ContextProvenance provenance)
    {
        cells[places[key.Slot]].Content = value;
        Note(key, provenance);
    }

    /// <summary>A key that is there, as it was given.</summary>
    internal readonly ContextEntry Get(ConditionKey key) => Get(key.Slot);

    /// <summary>All keys, in the order in which they were given.</summary>
    internal readonly List<ContextEntry> GetAll()
    {
        var slotOf = new int[used];
        Array.Fill(slotOf, -1);
        for (ulong left = present; left != 0; left &= left - 1)
        {
            int slot = BitOperations.TrailingZeroCount(left);
            slotOf[places[slot]] = slot;
        }

        List<ContextEntry> all = new(Count);
        foreach (int slot in slotOf)
        {
            if (slot >= 0) all.Add(Get(slot));
        }

        return all;
    }

    /// <summary>Takes the keys of another table into an array of its own.</summary>
    internal void CopyFrom(ref readonly GlobalKeyValues other)
    {
        this = other;
        cells = other.cells.AsSpan(0, used).ToArray();
    }

    /// <summary>Forgets the keys and keeps the room; clearing the cells would take as long as filling them.</summary>
    internal void Clear()
    {
        present = derived = sentByCaller = 0;
        used = 0;
    }

    private readonly ContextEntry Get(int slot)
    {
        int place = places[slot];
        ConditionKey given = place > 0 && cells[place - 1].Content is ConditionKey spelled ? spelled : ConditionKeyCache.Get(GlobalConditionKeys.At(slot).Name);
        ContextProvenance provenance = ((sentByCaller >> slot) & 1) != 0 ? ContextProvenance.Caller
            : ((derived >> slot) & 1) != 0 ? ContextProvenance.Derived
            : ContextProvenance.Platform;
        return new ContextEntry(given, cells[place].Content, 0, provenance);
    }

    private Cell[] MakeRoom()
    {
        Array.Resize(ref cells, Math.Max(used * 2, Few));
        return cells;
    }

    private void AddCell(object content)
    {
        int place = used;
        Cell[] room = cells;
        if ((uint)place >= (uint)room.Length) room = MakeRoom();
        room[place].Content = content;
        used = place + 1;
    }

    /// <summary>Notes where a value comes from; a provenance that there is not is the least trustworthy one.</summary>
    private void Note(ConditionKey key, ContextProvenance provenance)
    {
        derived &= ~key.Bit;
        sentByCaller &= ~key.Bit;
        if (provenance == ContextProvenance.Derived) derived |= key.Bit;
        else if (provenance != ContextProvenance.Platform) sentByCaller |= key.Bit;
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
