using PolicyEngine.Compilation.Indexing;

namespace PolicyEngine.Evaluation;

/// <summary>Collects the effects of statements that match, or may match.</summary>
internal interface IStatementCollector
{
    /// <summary>Adds an Allow to the layers of a small table that the action alone allows, one bit each.</summary>
    void AllowByAction(ulong allowed);

    /// <summary>The statements of a small table whose policies do not apply, one bit each.</summary>
    ulong FindNotApplicable(StatementMasks masks);

    /// <summary>False where the match of a statement can change nothing.</summary>
    bool Needs(int number, bool denies);

    /// <summary>Adds a statement that matches, or may match.</summary>
    ScanState Add(int number, bool denies, StatementMatch match);
}
