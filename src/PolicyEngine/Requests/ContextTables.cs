using System.Runtime.CompilerServices;
using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>The condition keys of a request as they are looked up.</summary>
/// <remarks>A global key has a bit in <c>present</c>, and at its slot of <c>places</c> its place in <c>globals</c>: one byte, as there are at most 64.
/// Another key stands in <c>others</c> at the place where <c>hashes</c> has the hash of its name. There too, behind the first, stand further
/// spellings of any key, which are not looked up.</remarks>
internal struct ContextTables
{
    private ulong present;
    private SlotPlaces places;
    private ContextEntry[] globals = [];
    private ContextEntry[] others = [];
    private int[] hashes = [];
    private int globalCount;
    private int otherCount;

    /// <summary>Tables without keys.</summary>
    public ContextTables()
    {
    }

    /// <summary>The number of entries, further spellings included.</summary>
    internal readonly int Count => globalCount + otherCount;

    /// <summary>The keys that are not global, and further spellings.</summary>
    internal readonly ReadOnlySpan<ContextEntry> Others => others.AsSpan(0, otherCount);

    /// <summary>All entries, global keys first.</summary>
    internal readonly IEnumerable<ContextEntry> Entries => globals.Take(globalCount).Concat(others.Take(otherCount));

    /// <summary>The value of a key: null when it is missing, a string, or a <see cref="ContextValue"/>, which may hold alternatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly object? Find(ContextKey key) =>
        (present & key.Bit) != 0 ? globals[places[key.Slot]].Value : key.Bit == 0 ? FindOther(key) : null;

    /// <summary>The first spelling of a key; a null reference when the key is missing.</summary>
    internal readonly ref ContextEntry First(ContextKey key)
    {
        if ((present & key.Bit) != 0) return ref globals[places[key.Slot]];
        int place = key.Bit == 0 ? PlaceOfOther(key) : -1;
        if (place < 0) return ref Unsafe.NullRef<ContextEntry>();
        return ref others[place];
    }

    /// <summary>A further spelling.</summary>
    internal readonly ref ContextEntry Other(int place) => ref others[place];

    /// <summary>Adds a key that is not there.</summary>
    internal void Add(ContextKey key, object value, ContextProvenance provenance)
    {
        if (key.Bit == 0)
        {
            AddOther(key, value, provenance);
            return;
        }

        if (globalCount == globals.Length) Array.Resize(ref globals, Math.Max(globalCount * 2, 4));
        globals[globalCount] = new ContextEntry(key, value, Count, provenance);
        places[key.Slot] = (byte)globalCount++;
        present |= key.Bit;
    }

    /// <summary>Adds a key that is not global, or a further spelling of one that is there.</summary>
    internal void AddOther(ContextKey key, object value, ContextProvenance provenance)
    {
        if (otherCount == others.Length)
        {
            int room = Math.Max(otherCount * 2, 4);
            Array.Resize(ref others, room);
            Array.Resize(ref hashes, room);
        }

        others[otherCount] = new ContextEntry(key, value, Count, provenance);
        hashes[otherCount++] = key.Hash;
    }

    /// <summary>Takes the keys of other tables into arrays of its own.</summary>
    internal void CopyFrom(ref readonly ContextTables other)
    {
        this = other;
        globals = other.globals.AsSpan().ToArray();
        others = other.others.AsSpan().ToArray();
        hashes = other.hashes.AsSpan().ToArray();
    }

    /// <summary>Makes room in new tables for as many keys as others have.</summary>
    internal void ReserveAsMany(ref readonly ContextTables other)
    {
        if (other.globalCount > 0) globals = new ContextEntry[other.globalCount];
        if (other.otherCount == 0) return;
        others = new ContextEntry[other.otherCount];
        hashes = new int[other.otherCount];
    }

    /// <summary>Forgets the keys and keeps the arrays.</summary>
    internal void Clear()
    {
        Array.Clear(globals, 0, globalCount);
        Array.Clear(others, 0, otherCount);
        present = 0;
        globalCount = otherCount = 0;
    }

    private readonly object? FindOther(ContextKey key) => PlaceOfOther(key) is >= 0 and var place ? others[place].Value : null;

    private readonly int PlaceOfOther(ContextKey key)
    {
        ReadOnlySpan<int> all = hashes.AsSpan(0, otherCount);
        for (int at = 0; at < all.Length; at++)
        {
            int next = all[at..].IndexOf(key.Hash);
            if (next < 0) return -1;
            at += next;
            if (others[at].Key.Equals(key)) return at;
        }

        return -1;
    }

    /// <summary>A byte for each global key.</summary>
    [InlineArray(GlobalConditionKeys.MostSlots)]
    private struct SlotPlaces
    {
        private byte first;
    }
}
