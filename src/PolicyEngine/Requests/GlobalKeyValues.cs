using System.Numerics;
using System.Runtime.CompilerServices;

namespace PolicyEngine.Requests;

/// <summary>The global keys of a request: of each a bit, a byte and a reference.</summary>
/// <remarks>
/// <code>
/// slot of a key     0   1   2   3  …  63     the row of the key in the table of global keys
/// present           0   1   1   0            the keys that were given
/// derived           0   0   1   0            those of them that the library derived
/// sentByCaller      0   0   0   0            those that the caller sent; all others come from the platform
/// indexes           -   0   2   -            one byte each: the index of the value; of no meaning where the key is not present
///
/// contents          [0] value of slot 1   [1] key as it was spelled   [2] value of slot 2   …   up to "used", in the order in which they were given
/// </code>
/// The content before a value is its key where that is not spelled as AWS spells it. Finding a key is a test of a bit and two loads
/// (SecretPolicyBenchmarks.Compiled); adding one writes a bit, a byte and a reference (RequestBuildingBenchmarks.HandlesAgain).</remarks>
internal struct GlobalKeyValues
{
    /// <summary>The least room that is made: making it greater with each key would cost more than the keys (FromStringsBenchmarks.Compiled).</summary>
    private const int Few = 8;

    private ulong present;
    private ulong derived;
    private ulong sentByCaller;
    private SlotBytes indexes;
    private Content[] contents;
    private int used;

    /// <summary>A table without keys.</summary>
    public GlobalKeyValues() => contents = [];

    private GlobalKeyValues(int room) => contents = new Content[room];

    /// <summary>The number of keys.</summary>
    internal readonly int Count => BitOperations.PopCount(present);

    /// <summary>A table without keys, with room for as many as another one has.</summary>
    internal static GlobalKeyValues WithRoomOf(ref readonly GlobalKeyValues other) => new(Math.Max(other.used, Few));

    /// <summary>The bits of the keys that are there.</summary>
    internal readonly ulong Present => present;

    /// <summary>True where a key is there.</summary>
    internal readonly bool Has(ConditionKey key) => (present & key.Bit) != 0;

    /// <summary>The value of a key; null when it is missing, or not global.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly object? Find(ConditionKey key) => Has(key) ? contents[indexes[key.Slot]].Value : null;

    /// <summary>Adds a global key that is not there.</summary>
    internal void Add(ConditionKey key, object value, ContextProvenance provenance)
    {
        if (!key.IsSpelledAsAws) AddContent(key);
        indexes[key.Slot] = (byte)used;
        AddContent(value);
        present |= key.Bit;
        if (provenance != ContextProvenance.Platform) Note(key, provenance);
    }

    /// <summary>Gives a key that is there another value.</summary>
    internal void Replace(ConditionKey key, object value, ContextProvenance provenance)
    {
        contents[indexes[key.Slot]].Value = value;
        Note(key, provenance);
    }

    /// <summary>A key that is there, as it was given.</summary>
    internal readonly ContextEntry Get(ConditionKey key) => Get(key.Slot);

    /// <summary>All keys, in the order in which they were given.</summary>
    internal readonly List<ContextEntry> GetAll()
    {
        var slotOf = new int[used];
        Array.Fill(slotOf, -1);
        for (ulong remaining = present; remaining != 0; remaining &= remaining - 1)
        {
            int slot = BitOperations.TrailingZeroCount(remaining);
            slotOf[indexes[slot]] = slot;
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
        contents = other.contents.AsSpan(0, used).ToArray();
    }

    /// <summary>Forgets the keys and keeps the room; clearing the contents would take as long as filling them (RequestBuildingBenchmarks.HandlesAgain).</summary>
    internal void Clear()
    {
        present = derived = sentByCaller = 0;
        used = 0;
    }

    private readonly ContextEntry Get(int slot)
    {
        int index = indexes[slot];
        ConditionKey given = index > 0 && contents[index - 1].Value is ConditionKey spelled ? spelled : ConditionKeys.At(slot);
        ContextProvenance provenance = ((sentByCaller >> slot) & 1) != 0 ? ContextProvenance.Caller
            : ((derived >> slot) & 1) != 0 ? ContextProvenance.Derived
            : ContextProvenance.Platform;
        return new ContextEntry(given, contents[index].Value, 0, provenance);
    }

    private Content[] MakeRoom()
    {
        Array.Resize(ref contents, Math.Max(used * 2, Few));
        return contents;
    }

    private void AddContent(object value)
    {
        int index = used;
        Content[] room = contents;
        if ((uint)index >= (uint)room.Length) room = MakeRoom();
        room[index].Value = value;
        used = index + 1;
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
    private struct Content
    {
        internal object Value;
    }

    /// <summary>A byte for each slot.</summary>
    [InlineArray(ConditionKeys.MostSlots)]
    private struct SlotBytes
    {
        private byte first;
    }
}
