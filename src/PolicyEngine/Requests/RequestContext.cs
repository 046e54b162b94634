using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>The condition keys of a request with their values.</summary>
/// <remarks>Immutable and safe for concurrent use. Names ignore letter case, the tag key after a slash included. A key that is
/// not here is known to be missing. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public sealed class RequestContext : IEnumerable<KeyValuePair<string, ContextValue>>
{
    private readonly FrozenDictionary<string, ImmutableArray<ContextValue>> byName;
    private readonly ImmutableArray<ContextEntry> entries;

    internal RequestContext(ImmutableArray<ContextEntry> entries)
    {
        this.entries = entries;
        byName = entries
            .GroupBy(static entry => entry.Name, ConditionKeyName.Comparer)
            .ToFrozenDictionary(static group => group.Key, static group => group.Select(static entry => entry.Value).Distinct().ToImmutableArray(), ConditionKeyName.Comparer);
    }

    /// <summary>A context without keys.</summary>
    public static RequestContext Empty { get; } = new([]);

    /// <summary>The number of entries.</summary>
    public int Count => entries.Length;

    /// <summary>The value of a key.</summary>
    /// <param name="name">The name, letter case ignored.</param>
    /// <returns>The value, or null when the key is missing. Where names that differ in letter case only have different values,
    /// the first of them; matching tries them all.</returns>
    public ContextValue? this[string name] => byName.TryGetValue(name, out ImmutableArray<ContextValue> values) ? values[0] : null;

    /// <summary>Where the value of a key comes from.</summary>
    /// <param name="name">The name, letter case ignored.</param>
    /// <returns>The provenance, or null when the key is missing. Where names that differ in letter case only are given, the least trustworthy of them.</returns>
    public ContextProvenance? GetProvenance(string name)
    {
        ContextProvenance? least = null;
        foreach (ContextEntry entry in entries)
        {
            if (ConditionKeyName.Comparer.Equals(entry.Name, name) && (least is null || entry.Provenance > least)) least = entry.Provenance;
        }

        return least;
    }

    /// <summary>All different values given for a key under names that differ in letter case only; empty when the key is missing.</summary>
    internal ReadOnlySpan<ContextValue> Find(string name) =>
        byName.TryGetValue(name, out ImmutableArray<ContextValue> values) ? values.AsSpan() : default;

    /// <summary>Walks the entries in the order in which they were given.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<string, ContextValue>> GetEnumerator() =>
        entries.Select(static entry => KeyValuePair.Create(entry.Name, entry.Value)).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
