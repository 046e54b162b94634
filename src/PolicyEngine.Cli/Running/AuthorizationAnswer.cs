using PolicyEngine.Cli.Cases;
using PolicyEngine.Explanation;

namespace PolicyEngine.Cli.Running;

/// <summary>A request was decided by a policy set.</summary>
/// <param name="Reading">The case as it was read.</param>
/// <param name="Question">The case.</param>
/// <param name="Policies">The policies.</param>
/// <param name="Decision">What they decide.</param>
internal sealed record AuthorizationAnswer(CaseReading Reading, AuthorizationCase Question, CompiledPolicySet Policies, AuthorizationDecision Decision)
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
