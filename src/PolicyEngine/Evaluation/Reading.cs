using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>How undecided matches are read.</summary>
internal enum Reading
{
    /// <summary>Every undecided Deny applies and no undecided Allow does: the decision.</summary>
    Pessimistic,

    /// <summary>What only unknown facts leave undecided turns out well; what is malformed or undocumented does not.</summary>
    Optimistic,

    /// <summary>All that is undecided turns out well: if the decision is the same even then, it is certain.</summary>
    Open,
}

/// <summary>What a reading makes of a fact beside the policies.</summary>
internal static class Readings
{
    /// <summary>Whether something that allows holds.</summary>
    internal static bool Grants(this Reading reading, MatchResult fact) => reading switch
    {
        Reading.Pessimistic => fact.IsTrue,
        Reading.Optimistic => fact.IsTrue || (fact.IsIndeterminate && !fact.HasDefect),
        _ => !fact.IsFalse,
    };

    /// <summary>Whether something that limits holds.</summary>
    internal static bool Limits(this Reading reading, MatchResult fact) => reading switch
    {
        Reading.Pessimistic => !fact.IsFalse,
        Reading.Optimistic => fact.IsTrue || (fact.IsIndeterminate && !fact.HasUnknown),
        _ => fact.IsTrue,
    };
}
