using PolicyEngine.Matching;

namespace PolicyEngine.Evaluation;

/// <summary>How what is unknown or undecided counts.</summary>
internal enum UnknownsAs
{
    /// <summary>Every undecided Deny applies and no undecided Allow does: the decision.</summary>
    Worst,

    /// <summary>What is undecided only because something is unknown turns out well; what is malformed or undocumented does not.</summary>
    Best,

    /// <summary>All that is undecided turns out well: if the decision is the same even then, it is certain.</summary>
    BestIncludingDefects,
}

/// <summary>How a three-valued match that is no statement counts.</summary>
internal static class UnknownsAsExtensions
{
    /// <summary>True where something that allows counts.</summary>
    internal static bool Grants(this UnknownsAs unknowns, MatchResult match) => unknowns switch
    {
        UnknownsAs.Worst => match.IsTrue,
        UnknownsAs.Best => match.IsTrue || (match.IsIndeterminate && !match.HasDefect),
        _ => !match.IsFalse,
    };

    /// <summary>True where something that limits counts.</summary>
    internal static bool Limits(this UnknownsAs unknowns, MatchResult match) => unknowns switch
    {
        UnknownsAs.Worst => !match.IsFalse,
        UnknownsAs.Best => match.IsTrue || (match.IsIndeterminate && !match.HasUnknown),
        _ => match.IsTrue,
    };
}
