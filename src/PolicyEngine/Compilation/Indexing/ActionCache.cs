using PolicyEngine.Text;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>What is made of the actions seen last.</summary>
/// <remarks>At most 512 actions in 64 short chains: a chain that is full is begun anew. With one action a slot, two actions of one service that share it
/// would be made anew with each request (LayerBenchmarks.Compiled, AllocationBenchmarks.Known). Of two threads that add to a chain at once one entry may be lost.</remarks>
/// <param name="make">Makes the entry of the request's action.</param>
internal sealed class ActionCache<TEntry>(Func<AuthorizationRequest, TEntry> make)
    where TEntry : ActionCacheEntry<TEntry>
{
    private const int Chains = 64;
    private const int MostInChain = 8;

    /// <summary>Longer actions do not exist, and are not kept.</summary>
    private const int MaxActionLength = 256;

    private readonly TEntry?[] heads = new TEntry?[Chains];

    /// <summary>The entry of the request's action, made where it is not kept.</summary>
    internal TEntry Get(AuthorizationRequest request)
    {
        TEntry? entry = RecentValues.Find(heads, request.ActionHash);
        while (entry is not null && entry.Action != request.Action) entry = entry.Next;
        return entry ?? Add(request);
    }

    private TEntry Add(AuthorizationRequest request)
    {
        TEntry entry = make(request);
        if (RecentValues.Find(heads, request.ActionHash) is { Depth: < MostInChain - 1 } others)
        {
            entry.Next = others;
            entry.Depth = others.Depth + 1;
        }

        return RecentValues.Keep(heads, request.ActionHash, entry, entry.Action.Length <= MaxActionLength);
    }
}
