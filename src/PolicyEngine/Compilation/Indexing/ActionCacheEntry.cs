namespace PolicyEngine.Compilation.Indexing;

/// <summary>What is cached of one action.</summary>
/// <param name="action">The action as the request spells it.</param>
internal abstract class ActionCacheEntry<TSelf>(string action)
    where TSelf : ActionCacheEntry<TSelf>
{
    internal string Action { get; } = action;

    /// <summary>The next entry of the same slot.</summary>
    internal TSelf? Next { get; set; }

    /// <summary>The number of entries that follow in the same slot.</summary>
    internal int Depth { get; set; }
}
