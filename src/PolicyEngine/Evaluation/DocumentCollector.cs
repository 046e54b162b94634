using PolicyEngine.Compilation;

namespace PolicyEngine.Evaluation;

/// <summary>Gathers what the statements of one document decide: all that counts is whether any denies, and whether any allows.</summary>
internal struct DocumentCollector : IStatementCollector
{
    private bool denies;
    private bool deniesForCertain;
    private bool allows;
    private bool mayAllow;

    /// <summary>The decision: an undecided Deny applies, and an undecided Allow does not.</summary>
    internal readonly Decision Decision => DenyOverrides.Decide(denies, allows);

    /// <summary>The decision if all that is undecided turned out well.</summary>
    internal readonly Decision Open => DenyOverrides.Decide(deniesForCertain, mayAllow);

    /// <inheritdoc/>
    public void TakeOpened(ulong layers) => allows = mayAllow = layers != 0;

    /// <inheritdoc/>
    public readonly ulong FindIdle(StatementMasks masks) => 0;

    /// <inheritdoc/>
    public readonly bool Wants(int number, bool denies) => denies || !allows;

    /// <inheritdoc/>
    public ScanState Take(int number, bool denies, StatementMatch match)
    {
        if (denies)
        {
            this.denies = true;
            deniesForCertain |= match.Result.IsTrue;
            return match.Result.IsTrue ? ScanState.Settled : ScanState.Open;
        }

        allows |= match.Result.IsTrue;
        mayAllow = true;
        return allows ? ScanState.LayerSettled : ScanState.Open;
    }
}
