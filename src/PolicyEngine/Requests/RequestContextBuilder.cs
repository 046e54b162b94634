using System.Collections.Immutable;
using PolicyEngine.Primitives;

namespace PolicyEngine.Requests;

/// <summary>Gathers the condition keys of a request.</summary>
/// <remarks>Mutable, and not safe for concurrent use; everything else in this namespace is immutable. The builder knows which global keys hold
/// several values and shapes or refuses what it is given accordingly; other keys keep the shape that they are given.</remarks>
public sealed class RequestContextBuilder
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<KeyValuePair<string, ContextValue>> entries = [];

    /// <summary>Whether a key that AWS sets is refused where the caller of the request supplies it; default false.</summary>
    /// <remarks>For hosts that take part of the context from requests: a forged <c>aws:SourceVpce</c> must not open what is pinned to an endpoint.
    /// Values of callers are those <see cref="ContextValue.From"/> marks so.</remarks>
    public bool RefusesAwsKeysOfCallers { get; init; }

    /// <summary>Sets a key with one value.</summary>
    /// <remarks>The same spelling again replaces; another letter case with another value is kept beside it, and what depends
    /// on the difference is undecided.</remarks>
    /// <param name="name">The name, such as <c>aws:SourceVpce</c>.</param>
    /// <param name="value">The value.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public RequestContextBuilder Set(string name, string value) => Set(name, ContextValue.Of(value));

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
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, a global key with one value is given several, or
    /// <see cref="RefusesAwsKeysOfCallers"/> refuses the key.</exception>
    public RequestContextBuilder Set(string name, ContextValue value)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(value);
        bool isRefused = RefusesAwsKeysOfCallers && value.Origin == ContextOrigin.Caller && GlobalConditionKeys.IsSetByAws(name);
        if (isRefused) throw new ArgumentException($"The key '{name}' is set by AWS, and the caller supplies it.", nameof(name));
        KeyValuePair<string, ContextValue> entry = new(name, Shape(name, value));
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
        if (key.IsMultivalued) return value.IsList ? value : ContextValue.OfList(value.Values).From(value.Origin);
        if (!value.IsList || value.Values.IsEmpty) return value;
        return value.Values is [var only]
            ? ContextValue.Of(only).From(value.Origin)
            : throw new ArgumentException($"The key '{name}' has one value, and {value.Values.Length} are given.", nameof(value));
    }
}
