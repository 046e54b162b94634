using System.Collections.Immutable;
using System.Numerics;
using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>Gathers the condition keys of a request.</summary>
/// <remarks>Mutable, and not safe for concurrent use; everything else in this namespace is immutable. The builder knows which global keys hold
/// several values and shapes or refuses what it is given accordingly; other keys keep the shape that they are given. It can be cleared and used
/// for the next request.</remarks>
public sealed class RequestContextBuilder
{
    private const int MostSlots = 64;
    private readonly bool refusesSpoofedKeys;
    private readonly int[] slotEntries = new int[MostSlots];
    private ContextEntry[] entries = new ContextEntry[8];
    private int[] otherHashes = new int[4];
    private int[] otherEntries = new int[4];
    private int count;
    private int otherCount;
    private ulong present;
    private List<int>? respelled;

    /// <summary>Makes an empty builder.</summary>
    /// <param name="refusesSpoofedKeys">Whether a global key that AWS alone sets, such as <c>aws:SourceVpce</c> or <c>aws:PrincipalArn</c>, is
    /// refused where it comes from the caller; default no. Set it where values come over a network.</param>
    public RequestContextBuilder(bool refusesSpoofedKeys = false) => this.refusesSpoofedKeys = refusesSpoofedKeys;

    /// <summary>Sets a key with one value.</summary>
    /// <remarks>The same spelling again replaces; another letter case with another value is kept beside it, and what depends
    /// on the difference is undecided.</remarks>
    /// <param name="name">The name, such as <c>aws:SourceVpce</c>.</param>
    /// <param name="value">The value.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public RequestContextBuilder Set(string name, string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        int slot = GlobalConditionKeys.SlotOf(name);
        return Add(name, slot, slot < 0 ? ContextKey.HashOf(name) : 0, value, ContextProvenance.Platform);
    }

    /// <summary>Sets a key with one value, without looking for its name.</summary>
    /// <param name="key">The key, such as <see cref="ContextKeys.SourceVpce"/>.</param>
    /// <param name="value">The value.</param>
    /// <returns>This builder.</returns>
    public RequestContextBuilder Set(ContextKey key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return Add(key.Name, key.Slot, key.Hash, value, ContextProvenance.Platform);
    }

    /// <summary>Sets a key with a list of values.</summary>
    /// <param name="name">The name, such as <c>aws:TagKeys</c>.</param>
    /// <param name="values">The values; may be none, which is not the same as a missing key.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or a global key with one value is given several.</exception>
    public RequestContextBuilder SetList(string name, params ReadOnlySpan<string> values) => Set(name, ContextValue.OfList(values));

    /// <summary>Says that nobody knows whether a key is present, nor its value.</summary>
    /// <param name="name">The name.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public RequestContextBuilder SetUnknown(string name) => Set(name, ContextValue.Unknown);

    /// <summary>Sets a key.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">The value, values, or unknown.</param>
    /// <param name="provenance">Where the value comes from; default the platform.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, a global key with one value is given several, or the caller
    /// sent a key that AWS alone sets and such keys are refused.</exception>
    public RequestContextBuilder Set(string name, ContextValue value, ContextProvenance provenance = ContextProvenance.Platform)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        bool isSpoofed = refusesSpoofedKeys && provenance == ContextProvenance.Caller && GlobalConditionKeys.IsSetByAws(name);
        if (isSpoofed) throw new ArgumentException($"The key '{name}' is set by AWS alone, and the caller sent it.", nameof(name));
        int slot = GlobalConditionKeys.SlotOf(name);
        return Add(name, slot, slot < 0 ? ContextKey.HashOf(name) : 0, Shape(name, value), provenance);
    }

    /// <summary>Makes the context; the builder can go on afterwards.</summary>
    /// <returns>The context.</returns>
    public RequestContext Build()
    {
        if (count == 0) return RequestContext.Empty;
        int[] hashes = otherHashes.AsSpan(0, otherCount).ToArray();
        int[] others = otherEntries.AsSpan(0, otherCount).ToArray();
        ContextEntry[] built = new ContextEntry[count + (respelled?.Count ?? 0)];
        entries.AsSpan(0, count).CopyTo(built);
        Span<int> places = stackalloc int[MostSlots];
        int at = 0;
        for (ulong rest = present; rest != 0; rest &= rest - 1) places[at++] = slotEntries[BitOperations.TrailingZeroCount(rest)];
        if (respelled is not null) JoinSpellings(built, places[..at], others);
        object[] globals = new object[at];
        for (int i = 0; i < globals.Length; i++) globals[i] = built[places[i]].Value;
        return new RequestContext(built, count, present, globals, hashes, others);
    }

    /// <summary>Forgets all keys, and keeps the memory for the next request.</summary>
    /// <returns>This builder.</returns>
    public RequestContextBuilder Clear()
    {
        Array.Clear(entries, 0, count);
        count = otherCount = 0;
        present = 0;
        respelled = null;
        return this;
    }

    private RequestContextBuilder Add(string name, int slot, int hash, object value, ContextProvenance provenance)
    {
        bool isMultivalued = slot >= 0 && value is string && ((GlobalConditionKeys.MultivaluedSlots >> slot) & 1) != 0;
        if (isMultivalued) value = ContextValue.OfList((string)value);
        ContextEntry entry = new(name, value, provenance);
        int before = slot >= 0 ? FindSlot(slot) : FindOther(name, hash);
        if (before >= 0) return AddAgain(entry, before);
        Append(entry);
        if (slot >= 0)
        {
            present |= 1UL << slot;
            slotEntries[slot] = count - 1;
        }
        else
        {
            AppendOther(hash);
        }

        return this;
    }

    private int FindSlot(int slot) => ((present >> slot) & 1) != 0 ? slotEntries[slot] : -1;

    private int FindOther(string name, int hash)
    {
        for (int at = 0; at < otherCount; at++)
        {
            int next = otherHashes.AsSpan(at, otherCount - at).IndexOf(hash);
            if (next < 0) return -1;
            at += next;
            if (ConditionKeyName.Comparer.Equals(entries[otherEntries[at]].Name, name)) return otherEntries[at];
        }

        return -1;
    }

    /// <summary>The same spelling replaces; another one is kept beside the first.</summary>
    private RequestContextBuilder AddAgain(in ContextEntry entry, int first)
    {
        for (int i = first; i < count; i++)
        {
            if (entries[i].Name != entry.Name) continue;
            entries[i] = entry;
            return this;
        }

        Append(entry);
        respelled ??= [];
        if (!respelled.Contains(first)) respelled.Add(first);
        return this;
    }

    /// <summary>Adds an entry for each key that is spelled in several ways, and leads to it from where its first spelling stands.</summary>
    private void JoinSpellings(ContextEntry[] built, Span<int> places, int[] others)
    {
        for (int i = 0; i < respelled!.Count; i++)
        {
            int first = respelled[i];
            string name = built[first].Name;
            ImmutableArray<ContextValue> values =
                [.. built.Take(count).Where(entry => ConditionKeyName.Comparer.Equals(entry.Name, name)).Select(static entry => entry.ToValue()).Distinct()];
            built[count + i] = new ContextEntry(name, values.Length == 1 ? built[first].Value : ContextValue.OfAlternatives(values), ContextProvenance.Platform);
            places.Replace(first, count + i);
            others.AsSpan().Replace(first, count + i);
        }
    }

    private void Append(in ContextEntry entry)
    {
        if (count == entries.Length) Array.Resize(ref entries, count * 2);
        entries[count++] = entry;
    }

    private void AppendOther(int hash)
    {
        if (otherCount == otherHashes.Length)
        {
            Array.Resize(ref otherHashes, otherCount * 2);
            Array.Resize(ref otherEntries, otherCount * 2);
        }

        otherHashes[otherCount] = hash;
        otherEntries[otherCount++] = count - 1;
    }

    private static object Shape(string name, ContextValue value)
    {
        if (!value.IsList) return value.IsUnknown ? value : value.Values[0];
        if (GlobalConditionKeys.Find(name) is not { IsMultivalued: false } || value.Values.IsEmpty) return value;
        return value.Values is [var only]
            ? only
            : throw new ArgumentException($"The key '{name}' has one value, and {value.Values.Length} are given.", nameof(value));
    }
}
