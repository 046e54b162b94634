using System.Collections.Immutable;

namespace PolicyEngine.CloudTrail;

/// <summary>Compares what policies decide with how a recorded call ended.</summary>
/// <remarks>A decision that depends on something unknown is not compared: the result is <see cref="OutcomeAgreement.CannotTell"/>.</remarks>
public static class OutcomeComparison
{
    /// <summary>Compares the checks of one call, all of which had to be allowed.</summary>
    /// <param name="checks">The decision of each check, explained; none gives <see cref="OutcomeAgreement.CannotTell"/>.</param>
    /// <param name="outcome">How the call ended.</param>
    /// <param name="denial">What its error says; null when it says nothing.</param>
    /// <returns>How far both agree.</returns>
    public static OutcomeAgreement Compare(ImmutableArray<AuthorizationExplanation> checks, AccessOutcome outcome, AccessDenial? denial = null)
    {
        if (checks.IsDefaultOrEmpty || outcome is not (AccessOutcome.Allowed or AccessOutcome.Denied)) return OutcomeAgreement.CannotTell;
        AuthorizationDecision decision = AuthorizationDecision.Combine([.. checks.Select(static check => check.Decision)]);
        if (!decision.IsCertain || checks.Any(static check => !check.Decision.IsCertain)) return OutcomeAgreement.CannotTell;
        bool isOfOtherAction = denial?.Message is { } message && !checks.Any(check => IsOf(check, message.Action));
        if (isOfOtherAction) return OutcomeAgreement.CannotTell;
        if (decision.IsAllowed != (outcome == AccessOutcome.Allowed)) return OutcomeAgreement.DisagreesOnDecision;
        return decision.IsAllowed || denial is null ? OutcomeAgreement.Agrees : CompareDenials(checks, decision.Decision, denial);
    }

    /// <summary>Joins the comparisons of several possible requests, of which one was the recorded one.</summary>
    /// <param name="alternatives">The comparisons.</param>
    /// <returns>The result that all of them have; <see cref="OutcomeAgreement.CannotTell"/> where they differ, or where there are none.</returns>
    public static OutcomeAgreement Join(params ReadOnlySpan<OutcomeAgreement> alternatives)
    {
        if (alternatives.IsEmpty) return OutcomeAgreement.CannotTell;
        return alternatives.ContainsAnyExcept(alternatives[0]) ? OutcomeAgreement.CannotTell : alternatives[0];
    }

    private static OutcomeAgreement CompareDenials(ImmutableArray<AuthorizationExplanation> checks, Decision decision, AccessDenial denial)
    {
        ImmutableArray<PolicyType> deniers = [.. checks.Where(static check => !check.Decision.IsAllowed).SelectMany(static check => check.Deniers).Select(static kind => kind == PolicyType.AccessPoint ? PolicyType.Resource : kind)];
        // AWS does not say how its messages name scope-down policies.
        bool isOther = denial.PolicyType is { } type && !deniers.Contains(type == PolicyType.Trust ? PolicyType.Resource : type) && !deniers.Contains(PolicyType.ScopeDown);
        if (isOther) return OutcomeAgreement.DisagreesOnPolicyKind;

        // AWS: old messages call a missing allow of a service control policy an explicit deny.
        bool isVague = denial.Effect is null || denial is { PolicyType: PolicyType.ServiceControl, Effect: Decision.ExplicitDeny };
        bool isExplicit = decision == Decision.ExplicitDeny;
        return isVague || isExplicit == (denial.Effect == Decision.ExplicitDeny) ? OutcomeAgreement.Agrees : OutcomeAgreement.DisagreesOnDecision;
    }

    private static bool IsOf(AuthorizationExplanation check, string action) =>
        string.Equals(check.Request.Action, action, StringComparison.OrdinalIgnoreCase);
}
