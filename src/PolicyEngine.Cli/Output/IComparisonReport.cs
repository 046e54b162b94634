using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>Tells what changes between two sets of policies.</summary>
internal interface IComparisonReport
{
    /// <summary>A case is answered otherwise, or cannot be answered.</summary>
    void Add(CaseComparison comparison);

    /// <summary>All cases are done.</summary>
    void Complete(ComparisonTally tally);
}
