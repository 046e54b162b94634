using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>How undecided matches are read.</summary>
internal enum UnknownsAs
{
    /// <summary>Every undecided Deny applies and no undecided Allow does: the decision.</summary>
    Worst,

    /// <summary>What only unknown facts leave undecided turns out well; what is malformed or undocumented does not.</summary>
    Best,

    /// <summary>All that is undecided turns out well: if the decision is the same even then, it is certain.</summary>
    BestIncludingDefects,
}

/// <summary>What a reading makes of a fact beside the policies.</summary>
internal static class UnknownsAsExtensions
{
    /// <summary>Whether something that allows holds.</summary>
    internal static bool Grants(this UnknownsAs unknowns, MatchResult fact) => unknowns switch
    {
        UnknownsAs.Worst => fact.IsTrue,
        UnknownsAs.Best => fact.IsTrue || (fact.IsIndeterminate && !fact.HasDefect),
        _ => !fact.IsFalse,
    };

    /// <summary>Whether something that limits holds.</summary>
    internal static bool Limits(this UnknownsAs unknowns, MatchResult fact) => unknowns switch
    {
        UnknownsAs.Worst => !fact.IsFalse,
        UnknownsAs.Best => fact.IsTrue || (fact.IsIndeterminate && !fact.HasUnknown),
        _ => fact.IsTrue,
    };
}
