using System.Collections;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>The condition keys of a request with their values.</summary>
/// <remarks>Immutable and safe for concurrent use. Names ignore letter case, the tag key after a slash included. A key that is
/// not here is known to be missing. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public sealed class RequestContext : IEnumerable<KeyValuePair<string, ContextValue>>
{
    // entries: as given, then one for each name that is spelled in several ways with different values.
    // present: one bit a global key; its value is at globals[number of lower bits].
    // hashes[i]: the hash of another key's name; its entry is at others[i].
    private readonly ContextEntry[] entries;
    private readonly ulong present;
    private readonly object[] globals;
    private readonly int[] hashes;
    private readonly int[] others;
    private readonly string[] unknownFamilies;

    internal RequestContext(ContextEntry[] entries, int count, ulong present, object[] globals, int[] hashes, int[] others)
    {
        this.entries = entries;
        Count = count;
        this.present = present;
        this.globals = globals;
        this.hashes = hashes;
        this.others = others;
        unknownFamilies = FindFamilies(entries.AsSpan(0, count));
    }

    /// <summary>A context without keys.</summary>
    public static RequestContext Empty { get; } = new([], 0, 0, [], [], []);

    /// <summary>The number of entries.</summary>
    public int Count { get; }

    /// <summary>The value of a key.</summary>
    /// <param name="name">The name, letter case ignored.</param>
    /// <returns>The value, or null when the key is missing. Where names that differ in letter case only have different values,
    /// the first of them; matching tries them all.</returns>
    public ContextValue? this[string name]
    {
        get
        {
            ArgumentNullException.ThrowIfNull(name);
            return Find(name) switch
            {
                null => null,
                string text => ContextValue.Of(text),
                object value => ((ContextValue)value).Alternatives is { IsDefault: false } all ? all[0] : (ContextValue)value,
            };
        }
    }

    /// <summary>Where the value of a key comes from.</summary>
    /// <param name="name">The name, letter case ignored.</param>
    /// <returns>The provenance, or null when the key is missing. Where names that differ in letter case only are given, the least trustworthy of them.</returns>
    public ContextProvenance? GetProvenance(string name)
    {
        ContextProvenance? least = null;
        foreach (ContextEntry entry in entries.AsSpan(0, Count))
        {
            if (ConditionKeyName.Comparer.Equals(entry.Name, name) && (least is null || entry.Provenance > least)) least = entry.Provenance;
        }

        return least;
    }

    /// <summary>The value of a key: null when it is missing, a string, or a <see cref="ContextValue"/>, which may hold alternatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal object? Find(ContextKey key) =>
        (present & key.Bit) != 0 ? globals[BitOperations.PopCount(present & (key.Bit - 1))]
        : key.Bit == 0 ? FindOther(key.Name, key.Hash)
        : unknownFamilies.Length == 0 ? null
        : FindFamily(key.Name);

    /// <summary>All different values of a key under names that differ in letter case only; empty when the key is missing.</summary>
    internal ImmutableArray<ContextValue> FindAll(ContextKey key) => Find(key) switch
    {
        null => [],
        string text => [ContextValue.Of(text)],
        object value => ((ContextValue)value).Alternatives is { IsDefault: false } all ? all : [(ContextValue)value],
    };

    /// <summary>Whether any key of the request has such a name and an unknown value.</summary>
    internal bool IsUnknown(string name) =>
        Find(name) is ContextValue value && (value.IsUnknown || (value.Alternatives is { IsDefault: false } all && all.Contains(ContextValue.Unknown)));

    private object? Find(string name)
    {
        int slot = GlobalConditionKeys.SlotOf(name);
        return slot >= 0 ? Find(ContextKey.OfAny(name)) : FindOther(name, ContextKey.HashOf(name));
    }

    private object? FindOther(string name, int hash)
    {
        for (int at = 0; at < hashes.Length; at++)
        {
            int next = hashes.AsSpan(at).IndexOf(hash);
            if (next < 0) break;
            at += next;
            ref readonly ContextEntry entry = ref entries[others[at]];
            if (entry.Name == name || ConditionKeyName.Comparer.Equals(entry.Name, name)) return entry.Value;
        }

        return unknownFamilies.Length == 0 ? null : FindFamily(name);
    }

    /// <summary>A key of a family of which nothing is known, such as <c>aws:PrincipalTag/</c>, is unknown.</summary>
    private ContextValue? FindFamily(string name)
    {
        foreach (string family in unknownFamilies)
        {
            if (name.StartsWith(family, StringComparison.OrdinalIgnoreCase)) return ContextValue.Unknown;
        }

        return null;
    }

    private static string[] FindFamilies(ReadOnlySpan<ContextEntry> entries)
    {
        List<string>? families = null;
        foreach (ref readonly ContextEntry entry in entries)
        {
            if (entry.Value is ContextValue { IsUnknown: true } && (entry.Name[^1] is ('/' or ':'))) (families ??= []).Add(entry.Name);
        }

        return families is null ? [] : [.. families];
    }

    /// <summary>Walks the entries in the order in which they were given.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<string, ContextValue>> GetEnumerator() =>
        entries.Take(Count).Select(static entry => KeyValuePair.Create(entry.Name, entry.ToValue())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
