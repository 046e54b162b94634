using System.Collections.Immutable;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Matching.Conditions;

/// <summary>One key under one operator.</summary>
/// <remarks>Where the request holds the key in several letter cases with different values, each is tried and all must agree.</remarks>
internal abstract class KeyMatcher(string name)
{
    /// <summary>The key.</summary>
    internal ContextKey Key { get; } = ContextKey.OfAny(name);

    internal MatchResult Match(RequestContext context) => context.Find(Key) switch
    {
        null => MatchMissing(),
        string text => MatchText(text, context),
        object value => MatchValue((ContextValue)value, context),
    };

    /// <summary>Adds the condition keys that the condition reads.</summary>
    internal virtual void AddKeys(ICollection<string> keys) => keys.Add(Key.Name);

    private protected abstract MatchResult MatchMissing();

    /// <summary>Matches the value of a single-valued key.</summary>
    private protected abstract MatchResult MatchText(string text, RequestContext context);

    /// <summary>Matches a list.</summary>
    private protected abstract MatchResult MatchList(ReadOnlySpan<string> values, RequestContext context);

    private MatchResult MatchValue(ContextValue value, RequestContext context)
    {
        if (!value.Alternatives.IsDefault) return MatchAll(value.Alternatives, context);
        if (value.IsUnknown) return MatchResult.UnknownKey;
        return value.IsList ? MatchList(value.Values, context) : MatchText(value.Values[0], context);
    }

    private MatchResult MatchAll(ImmutableArray<ContextValue> values, RequestContext context)
    {
        MatchResult match = MatchValue(values[0], context);
        foreach (ContextValue other in values.AsSpan()[1..]) match = match.Agree(MatchValue(other, context), MatchReason.KeyCaseConflict);
        return match;
    }
}
