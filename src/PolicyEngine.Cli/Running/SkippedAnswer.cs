using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>There was nothing to decide.</summary>
/// <param name="Reading">The case as it was read.</param>
/// <param name="Reason">Why, in one word.</param>
internal sealed record SkippedAnswer(CaseReading Reading, string Reason)
    : CaseAnswer(Reading)
{
    /// <inheritdoc/>
    internal override string Word => "skipped";
}
