namespace PolicyEngine.Compilation.Indexing;

/// <summary>What is remembered of one action.</summary>
/// <param name="action">The action as the request spells it.</param>
internal abstract class ActionCacheEntry<TSelf>(string action)
    where TSelf : ActionCacheEntry<TSelf>
{
    internal string Action { get; } = action;

    /// <summary>The next in the same bucket.</summary>
    internal TSelf? Next { get; set; }

    /// <summary>How many follow in the same bucket.</summary>
    internal int Depth { get; set; }
}

/// <summary>Remembers something of the actions seen last.</summary>
/// <remarks>At most 512 actions in 64 short chains, and none longer than an action can be: a chain that is full is begun anew, so that actions made up
/// by an attacker cost time and no memory. Safe for concurrent use without locks: a chain changes by one write of its head, and of two threads that
/// add at once one may be forgotten.</remarks>
internal sealed class ActionCache<TEntry>
    where TEntry : ActionCacheEntry<TEntry>
{
    private const int Buckets = 64;
    private const int MostInBucket = 8;

    /// <summary>Longer actions do not exist, and are not remembered.</summary>
    private const int MaxActionLength = 256;

    private readonly TEntry?[] heads = new TEntry?[Buckets];

    /// <summary>What is remembered of the request's action; null where nothing is.</summary>
    internal TEntry? Find(AuthorizationRequest request)
    {
        TEntry? entry = Volatile.Read(ref heads[request.ActionHash & (Buckets - 1)]);
        while (entry is not null && entry.Action != request.Action) entry = entry.Next;
        return entry;
    }

    /// <summary>Remembers an entry.</summary>
    internal TEntry Add(AuthorizationRequest request, TEntry entry)
    {
        if (entry.Action.Length > MaxActionLength) return entry;
        ref TEntry? head = ref heads[request.ActionHash & (Buckets - 1)];
        if (head is { Depth: < MostInBucket - 1 } others)
        {
            entry.Next = others;
            entry.Depth = others.Depth + 1;
        }

        Volatile.Write(ref head, entry);
        return entry;
    }
}
