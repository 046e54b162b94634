using PolicyEngine.Cli.Cases;
using PolicyEngine.Explanation;

namespace PolicyEngine.Cli.Running;

/// <summary>A request was decided.</summary>
/// <param name="Reading">The case as it was read.</param>
/// <param name="Question">The case.</param>
/// <param name="Policy">The policy.</param>
/// <param name="Decision">What it decides.</param>
internal sealed record DecisionAnswer(CaseReading Reading, DocumentCase Question, CompiledPolicy Policy, PolicyDecision Decision)
    : CaseAnswer(Reading)
{
    /// <inheritdoc/>
    internal override string Word => DecisionWords.Of(Decision.Decision);

    /// <inheritdoc/>
    internal override bool IsCertain => Decision.IsCertain;

    /// <inheritdoc/>
    internal override string? ExpectedWord => ExpectationWords.Of(Question.Expected);

    /// <inheritdoc/>
    internal override bool IsExpected => Question.Expected == Expectation.Indeterminate ? !Decision.IsCertain : base.IsExpected;
}
