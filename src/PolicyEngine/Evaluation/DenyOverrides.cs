using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>How the statements of one document combine: an explicit deny wins, an allow is needed, and order does not matter.</summary>
/// <remarks>Allow needs a true match; Deny applies on a true match and on an undecided one. The decision is certain when no
/// undecided match could have changed it. (XACML calls this deny-overrides.) AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
internal static class DenyOverrides
{
    /// <summary>The decision of the statements that apply.</summary>
    internal static Decision Decide(bool denies, bool allows) => denies ? Decision.ExplicitDeny : allows ? Decision.Allowed : Decision.ImplicitDeny;

    /// <summary>True where a statement with this match takes effect.</summary>
    internal static bool Applies(Effect effect, MatchOutcome outcome) =>
        outcome == MatchOutcome.True || (outcome == MatchOutcome.Indeterminate && effect == Effect.Deny);
}
