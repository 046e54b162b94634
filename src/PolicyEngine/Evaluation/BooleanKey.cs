using System.Collections.Immutable;
using PolicyEngine.Language;
using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>Reads a condition key on which the decision depends though no policy names it.</summary>
internal static class BooleanKey
{
    /// <summary>The value of a key as a match: undecided where it is unknown, cannot be read, or differs under two spellings; false where it is missing.</summary>
    internal static MatchResult Read(AuthorizationRequest request, ConditionKey key)
    {
        ImmutableArray<ContextValue> values = request.Context.FindAll(key);
        if (values.IsEmpty) return MatchResult.No(MatchReason.None);
        MatchResult all = Read(values[0]);
        foreach (ContextValue value in values.AsSpan()[1..]) all = all.Agree(Read(value), MatchReason.Malformed);
        return all;
    }

    private static MatchResult Read(ContextValue value)
    {
        if (value.IsUnknown) return MatchResult.UnknownKey;
        if (value.IsList || !BooleanText.TryParse(value.Values[0], out bool isTrue)) return MatchResult.Undecided(MatchReason.Malformed);
        return isTrue ? MatchResult.True : MatchResult.No(MatchReason.None);
    }
}
