using System.Collections.Immutable;
using PolicyEngine.Evaluation;

namespace PolicyEngine;

/// <summary>The decision of all policies about one request.</summary>
/// <remarks>Immutable. What is unknown or undecided never allows; <see cref="IsCertain"/> is false where it could have changed the decision.</remarks>
public readonly struct AuthorizationDecision : IEquatable<AuthorizationDecision>
{
    private readonly CompiledPolicySet? policies;
    private readonly AuthorizationRequest? request;
    private readonly AuthorizationOptions? options;

    /// <summary>The decision with everything unknown or undecided taken at its best.</summary>
    private readonly Decision bestIncludingDefects;

    /// <summary>False of a default value, which decides nothing, and of what is combined with one.</summary>
    private readonly bool isDecided;

    /// <summary>The checks of one call that this combines; null for one check.</summary>
    private readonly AuthorizationDecision[]? checks;

    internal AuthorizationDecision(
        CompiledPolicySet policies, AuthorizationRequest request, AuthorizationOptions options, in CombinedDecision combined, Decision bestCase, Decision bestIncludingDefects)
    {
        this.policies = policies;
        this.request = request;
        this.options = options;
        Decision = combined.Decision;
        Cause = combined.Cause;
        BestCase = bestCase;
        this.bestIncludingDefects = bestIncludingDefects;
        isDecided = true;
    }

    private AuthorizationDecision(AuthorizationDecision[] checks)
    {
        AuthorizationDecision worst = checks[0];
        BestCase = worst.BestCase;
        bestIncludingDefects = worst.bestIncludingDefects;
        foreach (AuthorizationDecision check in checks.AsSpan(1))
        {
            if (IsWorse(check.Decision, worst.Decision)) worst = check;
            BestCase = Worse(BestCase, check.BestCase);
            bestIncludingDefects = Worse(bestIncludingDefects, check.bestIncludingDefects);
        }

        Decision = worst.Decision;
        Cause = worst.Cause;
        this.checks = checks;
        isDecided = Array.TrueForAll(checks, static check => check.isDecided);
    }

    /// <summary>The decision: everything unknown or undecided is taken at its worst.</summary>
    public Decision Decision { get; }

    /// <summary>What settled it.</summary>
    public DecisionCause Cause { get; }

    /// <summary>The decision with everything unknown taken at its best; the same as <see cref="Decision"/> where nothing unknown matters.</summary>
    public Decision BestCase { get; }

    /// <summary>True where no outcome of what is unknown or undecided would change the decision.</summary>
    /// <remarks>Policies of a type that is <see cref="AttachedPolicies.Unknown"/> never make an allowed request of a certain denial; they may make an explicit deny
    /// of an implicit one, which stays certain. False of a default value.</remarks>
    public bool IsCertain => isDecided && Decision == bestIncludingDefects;

    /// <summary>True where the request is allowed, whatever is unknown.</summary>
    public bool IsAllowed => Decision == Decision.Allowed;

    /// <summary>The statements that made the decision: those that deny, or else those that allow; none for an implicit deny.</summary>
    /// <remarks>Found by matching once more, so that deciding itself allocates nothing.</remarks>
    /// <returns>The statements, by kind of policy in the order of <see cref="PolicyType"/>; of several checks one check after the other.</returns>
    public ImmutableArray<DecidingStatement> GetStatements()
    {
        Decision decision = Decision;
        if (checks is not null) return [.. checks.Where(check => check.Decision == decision).SelectMany(static check => check.GetStatements())];
        return policies is null || request is null || options is null ? [] : new DecisionReview(policies, request, options).FindStatements();
    }

    /// <summary>What is unknown and could change the decision to <see cref="BestCase"/>.</summary>
    /// <remarks>Found by matching once more.</remarks>
    /// <returns>Condition keys and the principal in alphabetical order, then kinds of policies in the order of <see cref="PolicyType"/>, then the account
    /// of the resource; of several checks one check after the other, each dependency once.</returns>
    public ImmutableArray<Dependency> GetDependencies()
    {
        if (BestCase == Decision) return [];
        if (checks is not null) return [.. checks.SelectMany(static check => check.GetDependencies()).Distinct()];
        return policies is null || request is null || options is null ? [] : new DecisionReview(policies, request, options).FindDependencies();
    }

    /// <summary>Several checks of one call: all must be allowed; one explicit deny denies explicitly.</summary>
    /// <remarks>Such as reading the source and writing the target of a copy. Without any check nothing is allowed.</remarks>
    /// <param name="checks">The decisions.</param>
    /// <returns>The worst of them.</returns>
    public static AuthorizationDecision Combine(params ReadOnlySpan<AuthorizationDecision> checks) => checks switch
    {
        [] => default,
        [AuthorizationDecision only] => only,
        _ => new AuthorizationDecision(checks.ToArray()),
    };

    private static Decision Worse(Decision one, Decision other) => IsWorse(one, other) ? one : other;

    private static bool IsWorse(Decision one, Decision other) => RankOf(one) > RankOf(other);

    private static int RankOf(Decision decision) => decision switch
    {
        Decision.Allowed => 0,
        Decision.ImplicitDeny => 1,
        _ => 2,
    };

    /// <summary>Compares decisions and certainty.</summary>
    /// <param name="other">The other decision.</param>
    /// <returns>True where both are equal.</returns>
    public bool Equals(AuthorizationDecision other) =>
        Decision == other.Decision && Cause == other.Cause && BestCase == other.BestCase && bestIncludingDefects == other.bestIncludingDefects && isDecided == other.isDecided;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is AuthorizationDecision other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Decision, Cause, BestCase, bestIncludingDefects);

    /// <summary>The decision in a few words.</summary>
    /// <returns>Such as <c>ExplicitDeny</c> or <c>ImplicitDeny (uncertain)</c>.</returns>
    public override string ToString() => new DecisionResult(Decision, IsCertain).ToString();

    /// <summary>Tells whether two decisions are equal.</summary>
    /// <param name="left">One decision.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where both are equal.</returns>
    public static bool operator ==(AuthorizationDecision left, AuthorizationDecision right) => left.Equals(right);

    /// <summary>Tells whether two decisions differ.</summary>
    /// <param name="left">One decision.</param>
    /// <param name="right">The other.</param>
    /// <returns>True where they differ.</returns>
    public static bool operator !=(AuthorizationDecision left, AuthorizationDecision right) => !left.Equals(right);
}
