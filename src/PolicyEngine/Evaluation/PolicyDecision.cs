using System.Collections.Immutable;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Evaluation;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>The decision of one policy about one request.</summary>
/// <remarks>Immutable. An Allow of a resource policy may delegate to the account of the caller, whose identity policies decide then: evaluate a
/// <see cref="PolicySet"/> for that.</remarks>
public readonly struct PolicyDecision : IEquatable<PolicyDecision>
{
    private readonly CompiledPolicy? policy;
    private readonly AuthorizationRequest? request;

    internal PolicyDecision(CompiledPolicy policy, AuthorizationRequest request, Decision decision, Decision bestIncludingDefects)
    {
        this.policy = policy;
        this.request = request;
        Decision = decision;
        IsCertain = decision == bestIncludingDefects;
    }

    /// <summary>The decision.</summary>
    public Decision Decision { get; }

    /// <summary>True where no outcome of the undecided matches would change the decision.</summary>
    public bool IsCertain { get; }

    /// <summary>True where the policy allows the request.</summary>
    public bool IsAllowed => Decision == Decision.Allowed;

    /// <summary>The statements that made the decision: those that deny, or else those that allow; none for an implicit deny.</summary>
    /// <remarks>Found by matching once more, so that deciding itself allocates nothing.</remarks>
    /// <returns>The statements in the order of the document.</returns>
    public ImmutableArray<DecidingStatement> GetStatements()
    {
        if (policy is null || request is null || Decision == Decision.ImplicitDeny) return [];
        Effect effect = Decision == Decision.Allowed ? Effect.Allow : Effect.Deny;
        ImmutableArray<DecidingStatement>.Builder statements = ImmutableArray.CreateBuilder<DecidingStatement>();
        foreach (CompiledStatement statement in policy.Statements)
        {
            if (statement.Syntax.Effect != effect) continue;
            MatchOutcome outcome = StatementMatcher.Match(statement, request, RequestCharacteristics.BoundaryOf(request.Principal), out _).Outcome;
            if (!DenyOverrides.Applies(effect, outcome)) continue;
            statements.Add(new DecidingStatement(policy.Document.Type, level: "", policy: 0, statement.Index, statement.Syntax, outcome));
        }

        return statements.ToImmutable();
    }

    /// <summary>Compares decision and certainty.</summary>
    /// <param name="other">The other decision.</param>
    /// <returns>True where both are equal.</returns>
    public bool Equals(PolicyDecision other) => Decision == other.Decision && IsCertain == other.IsCertain;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is PolicyDecision other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Decision, IsCertain);

    /// <summary>The decision in one or two words.</summary>
    /// <returns>Such as <c>ExplicitDeny</c> or <c>ExplicitDeny (uncertain)</c>.</returns>
    public override string ToString() => new DecisionResult(Decision, IsCertain).ToString();

    /// <summary>Tells whether two decisions are equal.</summary>
    /// <param name="left">One decision.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where both are equal.</returns>
    public static bool operator ==(PolicyDecision left, PolicyDecision right) => left.Equals(right);

    /// <summary>Tells whether two decisions differ.</summary>
    /// <param name="left">One decision.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ.</returns>
    public static bool operator !=(PolicyDecision left, PolicyDecision right) => !left.Equals(right);
}
