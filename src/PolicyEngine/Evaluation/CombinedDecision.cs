using PolicyEngine.Language;

namespace PolicyEngine.Evaluation;

/// <summary>A decision with the kinds of policies that made it.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="Cause">What settled it.</param>
/// <param name="Kinds">Of a denial: the kinds that deny, or whose allow is missing.</param>
internal readonly record struct CombinedDecision(Decision Decision, DecisionCause Cause, PolicyTypeSet Kinds)
{
    /// <summary>An explicit deny by policies, whichever they are.</summary>
    internal static CombinedDecision ExplicitDeny => new(Decision.ExplicitDeny, DecisionCause.Policies, default);

    internal static CombinedDecision Allowed(DecisionCause cause = DecisionCause.Policies) => new(Decision.Allowed, cause, default);

    internal static CombinedDecision ImplicitDeny(DecisionCause cause, PolicyTypeSet kinds = default) => new(Decision.ImplicitDeny, cause, kinds);
}
