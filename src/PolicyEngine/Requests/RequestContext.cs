using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>The condition keys of a request with their values.</summary>
/// <remarks>Immutable and safe for concurrent use. Names ignore letter case, the tag key after a slash included. A key that is
/// not here is known to be missing, unless a family is unknown of which it is one: an unknown entry <c>aws:PrincipalTag/</c> or <c>kms:</c>
/// stands for every key with this beginning that has no entry of its own. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
public sealed class RequestContext : IEnumerable<KeyValuePair<string, ContextValue>>
{
    private readonly FrozenDictionary<string, ImmutableArray<ContextValue>> byName;
    private readonly ImmutableArray<KeyValuePair<string, ContextValue>> entries;
    private readonly ImmutableArray<string> unknownFamilies;

    internal RequestContext(ImmutableArray<KeyValuePair<string, ContextValue>> entries)
    {
        this.entries = entries;
        unknownFamilies = [.. entries.Where(static entry => entry.Value.IsUnknown && entry.Key[^1] is '/' or ':').Select(static entry => entry.Key)];
        byName = entries
            .GroupBy(static entry => entry.Key, ConditionKeyName.Comparer)
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
    public ContextValue? this[string name] => Find(name) is [var first, ..] ? first : null;

    /// <summary>All different values given for a key under names that differ in letter case only; empty when the key is missing.</summary>
    internal ReadOnlySpan<ContextValue> Find(string name) =>
        byName.TryGetValue(name, out ImmutableArray<ContextValue> values) || (unknownFamilies.Length > 0 && TryFindFamily(name, out values)) ? values.AsSpan() : default;

    private bool TryFindFamily(string name, out ImmutableArray<ContextValue> values)
    {
        foreach (string family in unknownFamilies)
        {
            if (name.StartsWith(family, StringComparison.OrdinalIgnoreCase)) return byName.TryGetValue(family, out values);
        }

        values = default;
        return false;
    }

    /// <summary>Walks the entries in the order in which they were given.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<string, ContextValue>> GetEnumerator() => entries.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
