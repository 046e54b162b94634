using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Explanation;

namespace PolicyEngine.Cli.Running;

/// <summary>A call was decided by a policy set, in one check or several.</summary>
/// <param name="Reading">The case as it was read.</param>
/// <param name="Question">The case.</param>
/// <param name="Checks">The checks; of a call on an unknown resource as if that turned out badly.</param>
internal sealed record CallAnswer(CaseReading Reading, CallCase Question, ImmutableArray<CallAnswer.Check> Checks)
    : CaseAnswer(Reading)
{
    /// <summary>The decision of all checks together.</summary>
    internal required Decision Decision { get; init; }

    /// <summary>The decision if everything unknown turned out well.</summary>
    internal required Decision BestCase { get; init; }

    /// <summary>What is unknown and could change the decision.</summary>
    internal required ImmutableArray<Dependency> Dependencies { get; init; }

    /// <summary>The check that settles the decision: the first of those with the worst outcome, one that is certain before others.</summary>
    internal Check Deciding => Checks.Where(check => check.Decision.Decision == Decision).MinBy(static check => check.Decision.IsCertain ? 0 : 1)!;

    /// <summary>The statements that made the decision, in all checks that came to it.</summary>
    internal IEnumerable<DecidingStatement> GetStatements() =>
        Checks.Where(check => check.Decision.Decision == Decision).SelectMany(static check => check.Decision.GetStatements())
            .DistinctBy(static statement => (statement.Kind, statement.Level, statement.Policy, statement.Index, statement.Outcome));

    /// <inheritdoc/>
    internal override string Word => DecisionWords.Of(Decision);

    /// <inheritdoc/>
    internal override string? ExpectedWord => ExpectationWords.Of(Question.Expected);

    /// <inheritdoc/>
    internal override bool IsExpected => Question.Expected == Expectation.Indeterminate ? !IsCertain : base.IsExpected;

    /// <summary>One check of a call.</summary>
    /// <param name="Policies">The policies.</param>
    /// <param name="Request">The request.</param>
    /// <param name="Decision">What they decide.</param>
    internal sealed record Check(CompiledPolicySet Policies, AuthorizationRequest Request, AuthorizationDecision Decision);
}
