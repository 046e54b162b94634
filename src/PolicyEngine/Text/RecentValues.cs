namespace PolicyEngine.Text;

/// <summary>Caches of values of texts met recently: the same few names, actions and callers come with every policy and request.</summary>
/// <remarks>
/// <code>
/// hash of the text ─▶ its last bits ─▶ one slot of an array ─▶ the value kept there last, which the owner compares with the text
/// </code>
/// A value takes the slot of another, and a text that is too long gets none, so that texts made up by an attacker cost time and no memory. Safe for concurrent
/// use without locks: values are immutable, and a slot changes by one write; of two values kept at once in one slot the first is made again when it is needed.
/// Each owner has an array of its own, whose address and length are constants of compiled code where it is static (RequestBuildingBenchmarks.Names).</remarks>
internal static class RecentValues
{
    /// <summary>The value that was kept last for a hash, maybe of another text; null where there is none.</summary>
    /// <param name="slots">The cache; its length is a power of two.</param>
    /// <param name="hash">The hash of the text.</param>
    internal static T? Find<T>(T?[] slots, int hash)
        where T : class => slots[hash & (slots.Length - 1)];

    /// <summary>Keeps a value.</summary>
    /// <param name="slots">The cache; its length is a power of two.</param>
    /// <param name="hash">The hash of its text.</param>
    /// <param name="value">The value.</param>
    /// <param name="isShort">True where the text is short enough to be kept.</param>
    /// <returns>The value.</returns>
    internal static T Keep<T>(T?[] slots, int hash, T value, bool isShort)
        where T : class
    {
        if (isShort) Volatile.Write(ref slots[hash & (slots.Length - 1)], value);
        return value;
    }
}
