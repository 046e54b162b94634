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
