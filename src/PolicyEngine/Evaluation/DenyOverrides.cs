using PolicyEngine.Matching;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>How the statements of one document combine: an explicit deny wins, an allow is needed, their order is nothing.</summary>
/// <remarks>Allow needs a true match; Deny applies on a true match and on an undecided one. The decision is certain when no
/// undecided match could have changed it. (XACML calls this deny-overrides.) AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
internal struct DenyOverrides
{
    private bool denies;
    private bool mayDeny;
    private bool allows;
    private bool mayAllow;

    internal void Add(Effect effect, MatchResult match)
    {
        if (effect == Effect.Deny)
        {
            denies |= match.IsTrue;
            mayDeny |= match.IsIndeterminate;
        }
        else
        {
            allows |= match.IsTrue;
            mayAllow |= match.IsIndeterminate;
        }
    }

    /// <summary>Whether no further statement can change decision or certainty.</summary>
    internal readonly bool IsSettled => denies;

    internal readonly Decision Decision => denies || mayDeny ? Decision.ExplicitDeny : allows ? Decision.Allowed : Decision.ImplicitDeny;

    internal readonly bool IsCertain => denies || (!mayDeny && (allows || !mayAllow));

    /// <summary>Whether a statement with this match takes effect.</summary>
    internal static bool Applies(Effect effect, MatchOutcome outcome) =>
        outcome == MatchOutcome.True || (outcome == MatchOutcome.Indeterminate && effect == Effect.Deny);
}
