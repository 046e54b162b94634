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

    /// <summary>Beyond so many keys that are not global, names are found by hash, so that many keys cost no more each than few.</summary>
    private const int FewOthers = 32;

    private readonly bool refusesSpoofedKeys;
    private readonly int[] slotEntries = new int[MostSlots];
    private ContextEntry[] entries = [];
    private int[] otherHashes = [];
    private int[] otherEntries = [];
    private int count;
    private int otherCount;
    private ulong present;
    private bool hasUnknown;
    private Dictionary<string, int>? manyOthers;

    /// <summary>The places of the other spellings of an entry's name, by its place.</summary>
    private Dictionary<int, List<int>>? respelled;

    /// <summary>The place of each of these spellings.</summary>
    private Dictionary<string, int>? spellings;

    /// <summary>Whether a context holds the arrays, which must not change any more.</summary>
    private bool isShared;

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
        return Add(ContextKeyMemo.Get(name), value, ContextProvenance.Platform);
    }

    /// <summary>Sets a key with one value, without looking for its name.</summary>
    /// <param name="key">The key, such as <see cref="ContextKeys.SourceVpce"/>.</param>
    /// <param name="value">The value.</param>
    /// <returns>This builder.</returns>
    public RequestContextBuilder Set(ContextKey key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return Add(key, value, ContextProvenance.Platform);
    }

    /// <summary>Sets a key, without looking for its name.</summary>
    /// <param name="key">The key, such as <see cref="ContextKeys.TagKeys"/>.</param>
    /// <param name="value">The value, values, or unknown.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A global key with one value is given several.</exception>
    public RequestContextBuilder Set(ContextKey key, ContextValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return Add(key, Shape(key.Name, value), ContextProvenance.Platform);
    }

    /// <summary>Sets a key with a list of values.</summary>
    /// <param name="name">The name, such as <c>aws:TagKeys</c>.</param>
    /// <param name="values">The values; may be none, which is not the same as a missing key.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or a global key with one value is given several.</exception>
    public RequestContextBuilder SetList(string name, params ReadOnlySpan<string> values) => Set(name, ContextValue.OfList(values));

    /// <summary>Sets a key with a list of values, without looking for its name.</summary>
    /// <param name="key">The key, such as <see cref="ContextKeys.TagKeys"/>.</param>
    /// <param name="values">The values; may be none, which is not the same as a missing key.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A global key with one value is given several.</exception>
    public RequestContextBuilder SetList(ContextKey key, params ReadOnlySpan<string> values) => Set(key, ContextValue.OfList(values));

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
        return Add(ContextKeyMemo.Get(name), Shape(name, value), provenance);
    }

    /// <summary>Makes the context; the builder can go on afterwards.</summary>
    /// <returns>The context.</returns>
    public RequestContext Build()
    {
        if (count == 0) return RequestContext.Empty;
        Span<int> places = stackalloc int[MostSlots];
        int globalCount = 0;
        for (ulong rest = present; rest != 0; rest &= rest - 1) places[globalCount++] = slotEntries[BitOperations.TrailingZeroCount(rest)];
        ContextEntry[] built = entries;
        int[] others = otherEntries;
        isShared = true;
        if (respelled is not null) (built, others) = JoinSpellings(places[..globalCount]);
        ContextSlot[] globals = new ContextSlot[globalCount];
        for (int i = 0; i < globals.Length; i++) globals[i] = new ContextSlot(built[places[i]].Value);
        return new RequestContext(built, count, present, globals, otherHashes.AsMemory(0, otherCount), others, hasUnknown);
    }

    /// <summary>Forgets all keys, to gather those of the next request.</summary>
    /// <returns>This builder.</returns>
    public RequestContextBuilder Clear()
    {
        if (isShared)
        {
            // The next request is likely to have as many keys as the last one.
            entries = new ContextEntry[count];
            otherHashes = otherCount == 0 ? [] : new int[otherCount];
            otherEntries = otherCount == 0 ? [] : new int[otherCount];
            isShared = false;
        }
        else
        {
            Array.Clear(entries, 0, count);
        }

        count = otherCount = 0;
        present = 0;
        hasUnknown = false;
        manyOthers = null;
        respelled = null;
        spellings = null;
        return this;
    }

    private RequestContextBuilder Add(ContextKey key, object value, ContextProvenance provenance)
    {
        if (isShared) Unshare();
        if (value is ContextValue { IsUnknown: true }) hasUnknown = true;
        bool isMultivalued = (GlobalConditionKeys.MultivaluedSlots & key.Bit) != 0 && value is string;
        if (isMultivalued) value = ContextValue.OfList((string)value);
        int before = key.Bit == 0 ? FindOther(key) : (present & key.Bit) != 0 ? slotEntries[key.Slot] : -1;
        if (before >= 0) return AddAgain(new ContextEntry(key.Name, value, provenance), before);
        Append(new ContextEntry(key.Name, value, provenance));
        if (key.Bit == 0)
        {
            AppendOther(key.Hash);
        }
        else
        {
            present |= key.Bit;
            slotEntries[key.Slot] = count - 1;
        }

        return this;
    }

    private void Unshare()
    {
        entries = entries.AsSpan().ToArray();
        otherHashes = otherHashes.AsSpan().ToArray();
        otherEntries = otherEntries.AsSpan().ToArray();
        isShared = false;
    }

    private int FindOther(ContextKey key)
    {
        if (manyOthers is not null) return manyOthers.GetValueOrDefault(key.Name, -1);
        for (int at = 0; at < otherCount; at++)
        {
            int next = otherHashes.AsSpan(at, otherCount - at).IndexOf(key.Hash);
            if (next < 0) return -1;
            at += next;
            if (ConditionKeyName.Comparer.Equals(entries[otherEntries[at]].Name, key.Name)) return otherEntries[at];
        }

        return -1;
    }

    /// <summary>The same spelling replaces; another one is kept beside the first.</summary>
    private RequestContextBuilder AddAgain(in ContextEntry entry, int first)
    {
        int place = entries[first].Name == entry.Name ? first : -1;
        if (place < 0 && spellings is not null) place = spellings.GetValueOrDefault(entry.Name, -1);
        if (place >= 0)
        {
            entries[place] = entry;
            return this;
        }

        Append(entry);
        (spellings ??= new Dictionary<string, int>(StringComparer.Ordinal)).Add(entry.Name, count - 1);
        respelled ??= [];
        if (!respelled.TryGetValue(first, out List<int>? others)) respelled.Add(first, others = []);
        others.Add(count - 1);
        return this;
    }

    /// <summary>The entries with one more for each key that is spelled in several ways, to which the places of its first spelling then lead.</summary>
    private (ContextEntry[] Entries, int[] Others) JoinSpellings(Span<int> places)
    {
        ContextEntry[] built = new ContextEntry[count + respelled!.Count];
        int[] others = otherEntries.AsSpan(0, otherCount).ToArray();
        entries.AsSpan(0, count).CopyTo(built);
        int next = count;
        Dictionary<int, int> joined = [];
        foreach ((int first, List<int> more) in respelled)
        {
            ImmutableArray<ContextValue> values = [.. more.Prepend(first).Select(at => built[at].ToValue()).Distinct()];
            joined.Add(first, next);
            built[next++] = new ContextEntry(built[first].Name, values.Length == 1 ? built[first].Value : ContextValue.OfAlternatives(values), ContextProvenance.Platform);
        }

        Lead(places, joined);
        Lead(others, joined);
        return (built, others);
    }

    private static void Lead(Span<int> places, Dictionary<int, int> joined)
    {
        foreach (ref int place in places) place = joined.GetValueOrDefault(place, place);
    }

    private void Append(in ContextEntry entry)
    {
        if (count == entries.Length) Array.Resize(ref entries, Math.Max(count * 2, 4));
        entries[count++] = entry;
    }

    private void AppendOther(int hash)
    {
        if (otherCount == otherHashes.Length)
        {
            int capacity = Math.Max(otherCount * 2, 4);
            Array.Resize(ref otherHashes, capacity);
            Array.Resize(ref otherEntries, capacity);
        }

        otherHashes[otherCount] = hash;
        otherEntries[otherCount++] = count - 1;
        if (manyOthers is not null) manyOthers.Add(entries[count - 1].Name, count - 1);
        else if (otherCount > FewOthers) manyOthers = otherEntries.Take(otherCount).ToDictionary(place => entries[place].Name, ConditionKeyName.Comparer);
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
