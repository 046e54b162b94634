using System.Runtime.CompilerServices;

namespace PolicyEngine.Requests;

/// <summary>The condition keys of a request as they are looked up: global keys by their bits, others by their names.</summary>
internal struct ContextTables
{
    private GlobalKeyValues globals;
    private ServiceKeyValues others;

    /// <summary>Tables without keys.</summary>
    public ContextTables()
    {
        globals = new GlobalKeyValues();
        others = new ServiceKeyValues();
    }

    /// <summary>The number of entries, further spellings included.</summary>
    internal readonly int Count => globals.Count + others.Count;

    /// <summary>The bits of the global keys that are there.</summary>
    internal readonly ulong Globals => globals.Present;

    /// <summary>The keys that are not global, and further spellings.</summary>
    internal readonly ReadOnlySpan<ContextEntry> Others => others.Entries;

    /// <summary>Tables without keys, with room for about as many as others have.</summary>
    internal static ContextTables WithRoomOf(ref readonly ContextTables other) =>
        new() { globals = GlobalKeyValues.WithRoomOf(in other.globals), others = ServiceKeyValues.WithRoomOf(in other.others) };

    /// <summary>The value of a key: null when it is missing, a string, or a <see cref="ContextValue"/>, which may hold alternatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal readonly object? Find(ConditionKey key) => key.Bit != 0 ? globals.Find(key) : FindOther(key);

    /// <summary>Adds a key unless it is there.</summary>
    internal bool TryAdd(ConditionKey key, object value, ContextProvenance provenance)
    {
        if (key.Bit == 0)
        {
            if (others.PlaceOf(key) >= 0) return false;
            AddOther(key, value, provenance);
            return true;
        }

        if (globals.Has(key)) return false;
        globals.Add(key, value, provenance);
        return true;
    }

    /// <summary>Adds a key that is not global, or a further spelling of one that is there.</summary>
    internal void AddOther(ConditionKey key, object value, ContextProvenance provenance) =>
        others.Add(key, value, globals.Count, provenance);

    /// <summary>The first spelling of a key that is there.</summary>
    internal readonly ContextEntry First(ConditionKey key) => key.Bit != 0 ? globals.Get(key) : others.Entries[others.PlaceOf(key)];

    /// <summary>Gives the first spelling of a key that is there another value.</summary>
    internal void ReplaceFirst(ConditionKey key, object value, ContextProvenance provenance)
    {
        if (key.Bit != 0) globals.Replace(key, value, provenance);
        else others.Replace(others.PlaceOf(key), value, provenance);
    }

    /// <summary>Gives a further spelling another value.</summary>
    internal readonly void ReplaceOther(int place, object value, ContextProvenance provenance) => others.Replace(place, value, provenance);

    /// <summary>All entries, in the order in which they were given.</summary>
    internal readonly List<ContextEntry> GetAll()
    {
        List<ContextEntry> known = globals.GetAll();
        List<ContextEntry> all = new(Count);
        int taken = 0;
        foreach (ref readonly ContextEntry other in others.Entries)
        {
            for (; taken < other.GlobalsBefore; taken++) all.Add(known[taken]);
            all.Add(other);
        }

        for (; taken < known.Count; taken++) all.Add(known[taken]);
        return all;
    }

    /// <summary>Takes the keys of other tables into arrays of its own.</summary>
    internal void CopyFrom(ref readonly ContextTables other)
    {
        globals.CopyFrom(in other.globals);
        others.CopyFrom(in other.others);
    }

    /// <summary>Forgets the keys and keeps the room.</summary>
    internal void Clear()
    {
        globals.Clear();
        others.Clear();
    }

    private readonly object? FindOther(ConditionKey key) => others.PlaceOf(key) is >= 0 and var place ? others.Entries[place].Value : null;
}
