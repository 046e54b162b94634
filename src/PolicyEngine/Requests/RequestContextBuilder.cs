using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using PolicyEngine.Facts;
using PolicyEngine.Requests;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine;

/// <summary>Gathers the condition keys of a request.</summary>
/// <remarks>Mutable, and not safe for concurrent use; everything else in this namespace is immutable. The builder knows which global keys hold
/// several values and shapes or refuses what it is given accordingly; other keys keep the shape that they are given. It can be cleared and used
/// for the next request.</remarks>
public sealed class RequestContextBuilder
{
    private readonly bool refusesSpoofedKeys;

    /// <summary>The context that is given away next.</summary>
    private RequestContext context = new();
    private bool hasUnknown;

    /// <summary>The keys that are told to be absent, and whether all others that are not set are unknown.</summary>
    private HashSet<string>? absent;
    private bool othersUnknown;

    /// <summary>What a context that is lent knows of the keys that are not set.</summary>
    private ContextRest? lentRest;

    /// <summary>The places of the further spellings of keys.</summary>
    private Dictionary<string, int>? spellings;

    /// <summary>True where the context was given away, and must not change any more.</summary>
    private bool isShared;

    /// <summary>Makes an empty builder.</summary>
    /// <param name="refusesSpoofedKeys">True where a global key that AWS alone sets, such as <c>aws:SourceVpce</c> or <c>aws:PrincipalArn</c>, is
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
        return Set(ConditionKeyCache.Get(name), value);
    }

    /// <summary>Sets a key with one value, without looking for its name.</summary>
    /// <param name="key">The key, such as <see cref="ConditionKeys.SourceVpce"/>.</param>
    /// <param name="value">The value.</param>
    /// <returns>This builder.</returns>
    public RequestContextBuilder Set(ConditionKey key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return Add(key, key.IsMultivalued ? ContextValue.OfList(value) : value, ContextProvenance.Platform);
    }

    /// <summary>Sets a key, without looking for its name.</summary>
    /// <param name="key">The key, such as <see cref="ConditionKeys.TagKeys"/>.</param>
    /// <param name="value">The value, values, or unknown.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A global key with one value is given several.</exception>
    public RequestContextBuilder Set(ConditionKey key, ContextValue value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        return Add(key, value, ContextProvenance.Platform);
    }

    /// <summary>Sets a key with a list of values.</summary>
    /// <param name="name">The name, such as <c>aws:TagKeys</c>.</param>
    /// <param name="values">The values; may be none, which is not the same as a missing key.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or a global key with one value is given several.</exception>
    public RequestContextBuilder SetList(string name, params ReadOnlySpan<string> values) => Set(name, ContextValue.OfList(values));

    /// <summary>Sets a key with a list of values, without looking for its name.</summary>
    /// <param name="key">The key, such as <see cref="ConditionKeys.TagKeys"/>.</param>
    /// <param name="values">The values; may be none, which is not the same as a missing key.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException">A global key with one value is given several.</exception>
    public RequestContextBuilder SetList(ConditionKey key, params ReadOnlySpan<string> values) => Set(key, ContextValue.OfList(values));

    /// <summary>Tells that it is unknown whether a key is present, and what its value is.</summary>
    /// <param name="name">The name.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public RequestContextBuilder SetUnknown(string name) => Set(name, ContextValue.Unknown);

    /// <summary>Tells that a request does not have a key, where keys that are not set are unknown. A key that is set is present all the same.</summary>
    /// <param name="name">The name; one that ends with <c>/</c> or <c>:</c> means all that begin with it.</param>
    /// <returns>This builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty.</exception>
    public RequestContextBuilder SetAbsent(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        (absent ??= new HashSet<string>(ConditionKey.NameComparer)).Add(name);
        return this;
    }

    /// <summary>Tells that the keys that are neither set nor told to be absent are unknown; without this they are absent.</summary>
    /// <returns>This builder.</returns>
    public RequestContextBuilder SetOthersUnknown()
    {
        othersUnknown = true;
        return this;
    }

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
        if (IsSpoofed(name, provenance)) throw new ArgumentException($"{SpoofedText(name)}.", nameof(name));
        return Add(ConditionKeyCache.Get(name), value, provenance);
    }

    /// <summary>Sets a key where that can be done, and tells why it cannot where <see cref="Set(string, ContextValue, ContextProvenance)"/> throws.</summary>
    internal bool TrySet(string name, ContextValue value, ContextProvenance provenance, [NotNullWhen(false)] out RequestFault? fault)
    {
        fault = null;
        if (name.Length == 0) fault = new RequestFault("A-98", isError: true, "A condition key has a name");
        else if (IsSpoofed(name, provenance)) fault = new RequestFault("A-98", isError: true, SpoofedText(name));
        else if (HasTooMany(ConditionKeyCache.Get(name), value)) fault = new RequestFault("A-99", isError: true, TooManyText(ConditionKeyCache.Get(name), value));
        else Add(ConditionKeyCache.Get(name), value, provenance);
        return fault is null;
    }

    /// <summary>Makes the context; the builder can go on afterwards.</summary>
    /// <returns>The context.</returns>
    public RequestContext Build()
    {
        RequestContext built = Borrow();
        isShared |= built == context;
        return built;
    }

    /// <summary>The keys that are set.</summary>
    /// <returns>As <see cref="RequestContext.ToString"/> shows them.</returns>
    public override string ToString() => context + (othersUnknown ? ", others unknown" : "");

    /// <summary>The context as it is now, without giving it away: it may change with the next key.</summary>
    internal RequestContext Borrow()
    {
        bool tellsNothing = !othersUnknown && absent is null;
        if (context.Count == 0 && tellsNothing) return RequestContext.Empty;
        RequestContext built = spellings is null ? context : JoinSpellings();
        string[] families = hasUnknown ? built.FindUnknownFamilies() : [];
        if (families.Length == 0 && tellsNothing) return SetRest(built, null);
        ContextRest rest = new() { UnknownFamilies = families, OthersUnknown = othersUnknown };
        if (absent is not null) rest.Absent = absent.ToFrozenSet(ConditionKey.NameComparer);
        return SetRest(built, rest);
    }

    /// <summary>The context as it is now, with the keys that follow from a call; made without memory where all other keys are absent.</summary>
    internal RequestContext Borrow(CallFacts call)
    {
        RequestContext built = Borrow();
        if (built.Rest is { } known)
        {
            known.Call = call;
            return built;
        }

        lentRest ??= new ContextRest();
        lentRest.Call = call;
        return SetRest(ReferenceEquals(built, RequestContext.Empty) ? context : built, lentRest);
    }

    /// <summary>What was given away does not change any more.</summary>
    private RequestContext SetRest(RequestContext built, ContextRest? rest)
    {
        if (ReferenceEquals(built.Rest, rest)) return built;
        if (isShared && ReferenceEquals(built, context)) return rest is null ? built : built.With(rest);
        built.Rest = rest;
        return built;
    }

    /// <summary>Forgets all keys, to gather those of the next request.</summary>
    /// <remarks>Their texts may stay in memory until others take their places.</remarks>
    /// <returns>This builder.</returns>
    public RequestContextBuilder Clear()
    {
        if (isShared)
        {
            // The next request is likely to have as many keys as the last one.
            context = RequestContext.WithRoomOf(context);
        }
        else
        {
            context.Clear();
        }

        isShared = false;
        hasUnknown = false;
        othersUnknown = false;
        absent = null;
        spellings = null;
        return this;
    }

    private RequestContextBuilder Add(ConditionKey key, ContextValue value, ContextProvenance provenance)
    {
        hasUnknown |= value.IsUnknown;
        return Add(key, Shape(key, value), provenance);
    }

    private RequestContextBuilder Add(ConditionKey key, object value, ContextProvenance provenance)
    {
        if (isShared) Unshare();
        return context.Tables.TryAdd(key, value, provenance) ? this : AddAgain(key, value, provenance);
    }

    private void Unshare()
    {
        context = Copy();
        isShared = false;
    }

    private RequestContext Copy()
    {
        RequestContext copy = new();
        copy.Tables.CopyFrom(ref context.Tables);
        return copy;
    }

    /// <summary>The same spelling replaces; another one is kept beside the first.</summary>
    private RequestContextBuilder AddAgain(ConditionKey key, object value, ContextProvenance provenance)
    {
        if (context.Tables.First(key).Key.Name == key.Name)
        {
            context.Tables.ReplaceFirst(key, value, provenance);
            return this;
        }

        spellings ??= new Dictionary<string, int>(StringComparer.Ordinal);
        if (spellings.TryAdd(key.Name, context.Tables.Others.Length)) context.Tables.AddOther(key, value, provenance);
        else context.Tables.ReplaceOther(spellings[key.Name], value, provenance);
        return this;
    }

    /// <summary>A context in which the first spelling of each key has the different values of all its spellings.</summary>
    private RequestContext JoinSpellings()
    {
        RequestContext joined = Copy();
        foreach (IGrouping<ConditionKey, ContextEntry> more in spellings!.Values.Order().Select(place => context.Tables.Others[place]).GroupBy(static entry => entry.Key))
        {
            ContextEntry first = joined.Tables.First(more.Key);
            ImmutableArray<ContextValue> values = [.. more.Prepend(first).Select(static entry => entry.ToValue()).Distinct()];
            if (values.Length > 1) joined.Tables.ReplaceFirst(more.Key, ContextValue.OfAlternatives(values), first.Provenance);
        }

        return joined;
    }

    /// <summary>A list of one text for a global key with several values, and the text for one with a single value.</summary>
    private static object Shape(ConditionKey key, ContextValue value)
    {
        if (!value.IsList) return value.IsUnknown ? value : key.IsMultivalued ? ContextValue.OfList(value.Values[0]) : value.Values[0];
        if (ConditionKeys.Find(key.Name) is not { IsMultivalued: false } || value.Values.IsEmpty) return value;
        return value.Values is [var only] ? only : throw new ArgumentException($"{TooManyText(key, value)}.", nameof(value));
    }

    /// <summary>True where a global key with one value is given several.</summary>
    private static bool HasTooMany(ConditionKey key, ContextValue value) => value.IsList && value.Values.Length > 1 && ConditionKeys.Find(key.Name) is { IsMultivalued: false };

    private static string TooManyText(ConditionKey key, ContextValue value) => $"The key '{key}' has one value, and {value.Values.Length} are given";

    private static string SpoofedText(string name) => $"The key '{name}' is set by AWS alone, and the caller sent it";

    private bool IsSpoofed(string name, ContextProvenance provenance) => refusesSpoofedKeys && provenance is not (ContextProvenance.Platform or ContextProvenance.Derived) && ConditionKeys.IsSetByAws(name);
}
