using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>Compares a decision by policies with the outcome of a recorded call.</summary>
/// <remarks>A decision that depends on something unknown never agrees: it cannot be told.</remarks>
public static class OutcomeComparison
{
    /// <summary>Compares the checks of one call, all of which had to be allowed.</summary>
    /// <param name="checks">What policies decide about each check; without any it cannot be told.</param>
    /// <param name="outcome">How the call ended.</param>
    /// <param name="denial">The denial in its error; null where it has none.</param>
    /// <returns>How they agree.</returns>
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

    /// <summary>Joins comparisons of which only one is the right one, without knowing which.</summary>
    /// <param name="alternatives">The comparisons.</param>
    /// <returns>The agreement that all of them share; otherwise it cannot be told.</returns>
    public static OutcomeAgreement Join(params ReadOnlySpan<OutcomeAgreement> alternatives)
    {
        if (alternatives.IsEmpty) return OutcomeAgreement.CannotTell;
        return alternatives.ContainsAnyExcept(alternatives[0]) ? OutcomeAgreement.CannotTell : alternatives[0];
    }

    private static OutcomeAgreement CompareDenials(ImmutableArray<AuthorizationExplanation> checks, Decision decision, AccessDenial denial)
    {
        ImmutableArray<PolicyType> deniers = [.. checks.Where(static check => !check.Decision.IsAllowed).SelectMany(static check => check.Deniers)];
        if (denial.PolicyType is { } type && !deniers.Contains(type == PolicyType.Trust ? PolicyType.Resource : type)) return OutcomeAgreement.DisagreesOnPolicyKind;

        // AWS: old messages call a missing allow of a service control policy an explicit deny.
        bool isVague = denial.Effect == DenialEffect.Unknown || denial is { PolicyType: PolicyType.ServiceControl, Effect: DenialEffect.ExplicitDeny };
        bool isExplicit = decision == Decision.ExplicitDeny;
        return isVague || isExplicit == (denial.Effect == DenialEffect.ExplicitDeny) ? OutcomeAgreement.Agrees : OutcomeAgreement.DisagreesOnDecision;
    }

    private static bool IsOf(AuthorizationExplanation check, string action) =>
        check.Decision.Request is not { } request || string.Equals(request.Action, action, StringComparison.OrdinalIgnoreCase);
}

/// <summary>How a decision by policies agrees with the outcome of a recorded call.</summary>
public enum OutcomeAgreement
{
    /// <summary>It cannot be told: the record is evidence of neither, or something that matters is not known.</summary>
    CannotTell = 0,

    /// <summary>Both agree, in the kind of policy that denies too, as far as the record names one.</summary>
    Agrees = 1,

    /// <summary>One is allowed and the other denied, or one denied explicitly and the other implicitly.</summary>
    DisagreesOnDecision = 2,

    /// <summary>Both are denied, but by policies of different kinds.</summary>
    DisagreesOnPolicyKind = 3,
}
