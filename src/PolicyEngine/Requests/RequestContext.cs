using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using PolicyEngine.Facts;
using PolicyEngine.Requests;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <summary>The condition keys of a request with their values.</summary>
/// <remarks>Immutable and safe for concurrent use. Names ignore letter case, the tag key after a slash included. A key that is
/// not here is known to be missing, unless <see cref="OthersAreUnknown"/>. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS global condition context keys</see>.</remarks>
[DebuggerDisplay("{Count} keys")]
public sealed class RequestContext : IEnumerable<KeyValuePair<string, ContextValue>>
{
    private ContextTables tables;

    /// <summary>What is known of keys that are not in the tables; null where they are all absent.</summary>
    private ContextRest? rest;

    /// <summary>Made by a builder, which fills the tables before it gives the context away.</summary>
    internal RequestContext() => tables = new ContextTables();

    private RequestContext(RequestContext roomOf) => tables = ContextTables.WithRoomOf(in roomOf.tables);

    /// <summary>The same keys, which both contexts share, with something else known of the rest.</summary>
    private RequestContext(RequestContext given, ContextRest rest)
    {
        tables = given.tables;
        this.rest = rest;
    }

    /// <summary>A context without keys, with room for about as many as another one has.</summary>
    internal static RequestContext WithRoomOf(RequestContext other) => new(other);

    /// <summary>A context without keys.</summary>
    public static RequestContext Empty { get; } = new();

    /// <summary>The number of entries.</summary>
    public int Count => tables.Count;

    /// <summary>True where a key that is not here is unknown, unless it is told to be absent; false where it is known to be missing.</summary>
    public bool OthersAreUnknown => rest?.OthersUnknown == true;

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
        foreach (ContextEntry entry in tables.GetAll())
        {
            if (ConditionKey.NameComparer.Equals(entry.Key.Name, name) && (least is null || entry.Provenance > least)) least = entry.Provenance;
        }

        return least;
    }

    /// <summary>The tables, which do not change once the context is given away.</summary>
    internal ref ContextTables Tables => ref tables;

    /// <summary>Forgets the keys of a context that was not given away, and keeps the room.</summary>
    internal void Clear()
    {
        tables.Clear();
        rest = null;
    }

    /// <summary>The same keys, with something else known of the rest.</summary>
    internal RequestContext With(ContextRest known) => new(this, known);

    /// <summary>What is known of keys that are not given; set before the context is given away.</summary>
    internal ContextRest? Rest
    {
        get => rest;
        set => rest = value;
    }

    /// <summary>The families of keys of which nothing is known.</summary>
    internal string[] FindUnknownFamilies() => FindFamilies(tables.Others) ?? [];

    /// <summary>The value of a key: null when it is missing, a string, or a <see cref="ContextValue"/>, which may hold alternatives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal object? Find(ConditionKey key) => tables.Find(key) ?? rest?.Find(key);

    /// <summary>The value of a key that is given, itself or by its family; null where it is not.</summary>
    internal object? FindGiven(ConditionKey key) => tables.Find(key) ?? (rest?.IsOfUnknownFamily(key.Name) == true ? ContextValue.Unknown : null);

    /// <summary>All different values of a key under names that differ in letter case only; empty when the key is missing.</summary>
    internal ImmutableArray<ContextValue> FindAll(ConditionKey key) => Find(key) switch
    {
        null => [],
        string text => [ContextValue.Of(text)],
        object value => ((ContextValue)value).Alternatives is { IsDefault: false } all ? all : [(ContextValue)value],
    };

    /// <summary>True where any key of the request has such a name and an unknown value.</summary>
    internal bool IsUnknown(string name) =>
        Find(name) is ContextValue value && (value.IsUnknown || (value.Alternatives is { IsDefault: false } all && all.Contains(ContextValue.Unknown)));

    private object? Find(string name) => name.Length == 0 ? null : Find(ConditionKeyCache.Get(name));

    private static string[]? FindFamilies(ReadOnlySpan<ContextEntry> entries)
    {
        List<string>? families = null;
        foreach (ref readonly ContextEntry entry in entries)
        {
            if (entry.Value is ContextValue && entry.ToValue().IsUnknown && entry.Key.Name[^1] is '/' or ':') (families ??= []).Add(entry.Key.Name);
        }

        return families?.ToArray();
    }

    /// <summary>The keys with their values.</summary>
    /// <returns>Such as <c>aws:SourceVpce = vpce-1, aws:TagKeys = [a, b]</c>; <c>no keys</c> where there are none. Control, format and separator
    /// characters are shown as <c>\uXXXX</c>.</returns>
    public override string ToString()
    {
        string keys = string.Join(", ", this.Select(static entry => $"{entry.Key} = {entry.Value}"));
        return (keys.Length == 0 ? "no keys" : ShownText.Of(keys)) + (OthersAreUnknown ? ", others unknown" : "");
    }

    /// <summary>Walks the entries in the order in which they were given.</summary>
    /// <returns>The enumerator.</returns>
    public IEnumerator<KeyValuePair<string, ContextValue>> GetEnumerator() =>
        tables.GetAll().Select(static entry => KeyValuePair.Create(entry.Key.Name, entry.ToValue())).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
