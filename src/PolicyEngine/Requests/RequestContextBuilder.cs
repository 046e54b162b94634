using System.Collections.Immutable;
using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>Gathers the condition keys of a request.</summary>
/// <remarks>Mutable, and not safe for concurrent use; everything else in this namespace is immutable. The builder knows which global keys hold
/// several values and shapes or refuses what it is given accordingly; other keys keep the shape that they are given.</remarks>
public sealed class RequestContextBuilder
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<ContextEntry> entries = [];
    private readonly bool refusesSpoofedKeys;

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
    public RequestContextBuilder Set(string name, string value) => Set(name, ContextValue.Of(value), ContextProvenance.Platform);

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
        bool isSpoofed = refusesSpoofedKeys && provenance == ContextProvenance.Caller && GlobalConditionKeys.Find(name) is { IsPlatformOwned: true };
        if (isSpoofed) throw new ArgumentException($"The key '{name}' is set by AWS alone, and the caller sent it.", nameof(name));
        ContextEntry entry = new(name, Shape(name, value), provenance);
        if (places.TryGetValue(name, out int place))
        {
            entries[place] = entry;
        }
        else
        {
            places.Add(name, entries.Count);
            entries.Add(entry);
        }

        return this;
    }

    /// <summary>Makes the context; the builder can go on afterwards.</summary>
    /// <returns>The context.</returns>
    public RequestContext Build() => new([.. entries]);

    private static ContextValue Shape(string name, ContextValue value)
    {
        if (value.IsUnknown || GlobalConditionKeys.Find(name) is not { } key) return value;
        if (key.IsMultivalued) return value.IsList ? value : ContextValue.OfList(value.Values);
        if (!value.IsList || value.Values.IsEmpty) return value;
        return value.Values is [var only]
            ? ContextValue.Of(only)
            : throw new ArgumentException($"The key '{name}' has one value, and {value.Values.Length} are given.", nameof(value));
    }
}
