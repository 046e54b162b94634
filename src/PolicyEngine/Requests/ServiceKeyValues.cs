namespace PolicyEngine.Requests;

/// <summary>The keys of a request that are not global, and further spellings of any key, which follow the first and are not looked up.</summary>
internal struct ServiceKeyValues
{
    /// <summary>Beyond so many, keys are found by a dictionary, so that many cost no more each than few.</summary>
    private const int FewToWalk = 32;

    /// <summary>The least room that is made.</summary>
    private const int Few = 2;

    private ContextEntry[] entries;
    private Dictionary<ConditionKey, int>? many;

    /// <summary>A bit for each hash, modulo 64: most keys that are missing need no walk.</summary>
    private ulong hashes;

    /// <summary>A table without entries.</summary>
    public ServiceKeyValues() => entries = [];

    private ServiceKeyValues(int room) => entries = new ContextEntry[room];

    /// <summary>The number of entries.</summary>
    internal int Count { get; private set; }

    /// <summary>The entries, in the order in which they were given.</summary>
    internal readonly ReadOnlySpan<ContextEntry> Entries => entries.AsSpan(0, Count);

    /// <summary>A table without entries, with room for as many as another one has, if they are few.</summary>
    internal static ServiceKeyValues WithRoomOf(ref readonly ServiceKeyValues other) =>
        other.Count == 0 ? new ServiceKeyValues() : new ServiceKeyValues(Math.Clamp(other.Count, Few, FewToWalk));

    /// <summary>The place of the first spelling of a key that is not global; negative when it is missing.</summary>
    internal readonly int PlaceOf(ConditionKey key)
    {
        if ((hashes & BitOf(key)) == 0) return -1;
        if (many is not null) return many.TryGetValue(key, out int place) ? place : -1;
        ReadOnlySpan<ContextEntry> all = Entries;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Key.Hash == key.Hash && all[i].Key.Equals(key)) return i;
        }

        return -1;
    }

    /// <summary>Adds a key.</summary>
    /// <remarks>A builder that is used again mostly has the same keys at the same places: comparing them takes less time than writing them.</remarks>
    internal void Add(ConditionKey key, object value, int globalsBefore, ContextProvenance provenance)
    {
        int place = Count;
        ContextEntry[] room = entries;
        if ((uint)place >= (uint)room.Length) room = MakeRoom();
        Count = place + 1;
        ref ContextEntry entry = ref room[place];
        if (!ReferenceEquals(entry.Key, key)) entry.Key = key;
        entry.Value = value;
        entry.GlobalsBefore = (byte)globalsBefore;
        entry.Provenance = provenance;
        hashes |= BitOf(key);
        if (Count > FewToWalk) NoteMany();
    }

    /// <summary>Gives an entry another value.</summary>
    internal readonly void Replace(int place, object value, ContextProvenance provenance) =>
        entries[place] = entries[place] with { Value = value, Provenance = provenance };

    /// <summary>Takes the entries of another table into arrays of its own.</summary>
    internal void CopyFrom(ref readonly ServiceKeyValues other)
    {
        this = other;
        entries = other.Entries.ToArray();
        if (many is not null) many = new Dictionary<ConditionKey, int>(many);
    }

    /// <summary>Forgets the entries, and keeps the room if it is little.</summary>
    internal void Clear()
    {
        if (Count > FewToWalk) entries = [];
        many = null;
        hashes = 0;
        Count = 0;
    }

    private ContextEntry[] MakeRoom()
    {
        Array.Resize(ref entries, Math.Max(Count * 2, Few));
        return entries;
    }

    private static ulong BitOf(ConditionKey key) => 1UL << (key.Hash & 63);

    private void NoteMany()
    {
        int first = many is null ? 0 : Count - 1;
        many ??= [];
        for (int i = first; i < Count; i++) many.TryAdd(entries[i].Key, i);
    }
}
