namespace PolicyEngine.Text;

/// <summary>Values of texts met recently: the same few names, actions and callers come with every policy and request.</summary>
/// <remarks>
/// <code>
/// hash of the text ─▶ its last bits ─▶ one of a fixed number of slots ─▶ the value kept there last, which the caller compares with the text
/// </code>
/// A value takes the slot of another, and a text that is too long gets none, so that texts made up by an attacker cost time and no memory. Safe for concurrent
/// use without locks: values are immutable, and a slot changes by one write; of two values kept at once in one slot the first is made again when it is needed.</remarks>
/// <param name="count">The number of slots, a power of two.</param>
/// <param name="maxLength">The longest text of which a value is kept, in the units in which its owner measures.</param>
internal sealed class RecentValues<T>(int count, int maxLength)
    where T : class
{
    private readonly Slot[] slots = new Slot[count];

    /// <summary>The value that was kept last for the hash, maybe of another text; null where there is none.</summary>
    internal T? Find(int hash) => Volatile.Read(ref slots[hash & (slots.Length - 1)].Value);

    /// <summary>Keeps a value.</summary>
    /// <param name="hash">The hash of its text.</param>
    /// <param name="length">The length of its text.</param>
    /// <param name="value">The value.</param>
    internal T Keep(int hash, int length, T value)
    {
        if (length <= maxLength) Volatile.Write(ref slots[hash & (slots.Length - 1)].Value, value);
        return value;
    }

    /// <summary>A reference in an array that needs no look at the array's type when it is written.</summary>
    private struct Slot
    {
        internal T? Value;
    }
}
