namespace PolicyEngine.Cli.Running;

/// <summary>The answers to one case by two sets of policies.</summary>
/// <param name="Before">The answer by the one.</param>
/// <param name="After">The answer by the other.</param>
internal sealed record CaseComparison(CaseAnswer Before, CaseAnswer After)
{
    private static readonly string Allowed = Explanation.DecisionWords.Of(Decision.Allowed);

    /// <summary>The answer that tells why the case cannot be answered; null where it can.</summary>
    internal FaultAnswer? Fault => Before as FaultAnswer ?? After as FaultAnswer;

    /// <summary>What changes.</summary>
    internal ComparisonKind Kind => (Before, After) switch
    {
        _ when Fault is not null => ComparisonKind.Fault,
        (SkippedAnswer, _) => ComparisonKind.Skipped,
        _ when Before.Word == After.Word => Before.IsCertain == After.IsCertain ? ComparisonKind.Unchanged : ComparisonKind.OtherCertainty,
        _ when After.Word == Allowed => ComparisonKind.NewlyAllowed,
        _ when Before.Word == Allowed => ComparisonKind.NewlyDenied,
        _ => ComparisonKind.OtherDenial,
    };
}
