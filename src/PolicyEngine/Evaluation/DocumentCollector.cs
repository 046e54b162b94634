using PolicyEngine.Compilation.Indexing;

namespace PolicyEngine.Evaluation;

/// <summary>Collects the effects of the statements of one document: all that counts is that some statement denies, or allows.</summary>
internal struct DocumentCollector : IStatementCollector
{
    private bool denies;
    private bool deniesForCertain;
    private bool allows;
    private bool mayAllow;

    /// <summary>The decision: an undecided Deny applies, and an undecided Allow does not.</summary>
    internal readonly Decision Decision => DenyOverrides.Decide(denies, allows);

    /// <summary>The decision if all that is undecided turned out well.</summary>
    internal readonly Decision BestIncludingDefects => DenyOverrides.Decide(deniesForCertain, mayAllow);

    /// <inheritdoc/>
    public void AllowByAction(ulong allowed) => allows = mayAllow = allowed != 0;

    /// <inheritdoc/>
    public readonly ulong FindNotApplicable(StatementMasks masks) => 0;

    /// <inheritdoc/>
    public readonly bool Needs(int number, bool denies) => denies || !allows;

    /// <inheritdoc/>
    public ScanState Add(int number, bool denies, StatementMatch match)
    {
        if (denies)
        {
            this.denies = true;
            deniesForCertain |= match.Result.IsTrue;
            return match.Result.IsTrue ? ScanState.Stop : ScanState.Continue;
        }

        allows |= match.Result.IsTrue;
        mayAllow = true;
        return allows ? ScanState.SkipAllowsOfLayer : ScanState.Continue;
    }
}
