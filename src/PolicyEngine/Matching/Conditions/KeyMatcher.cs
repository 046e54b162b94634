using PolicyEngine.Requests;

namespace PolicyEngine.Matching.Conditions;

/// <summary>One key under one operator.</summary>
/// <remarks>Where the request holds the key in several letter cases with different values, each is tried and all must agree.</remarks>
internal abstract class KeyMatcher(string key)
{
    internal MatchResult Match(RequestContext context)
    {
        ReadOnlySpan<ContextValue> values = context.Find(key);
        if (values.IsEmpty) return MatchMissing();
        MatchResult match = MatchPresent(values[0], context);
        foreach (ContextValue other in values[1..]) match = match.Agree(MatchPresent(other, context), MatchReason.KeyCaseConflict);
        return match;
    }

    /// <summary>Adds the condition keys that the condition reads.</summary>
    internal virtual void AddKeys(ICollection<string> keys) => keys.Add(key);

    private protected abstract MatchResult MatchMissing();

    private protected abstract MatchResult MatchPresent(ContextValue value, RequestContext context);
}
