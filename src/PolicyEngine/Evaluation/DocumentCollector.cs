using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Syntax;

namespace PolicyEngine.Evaluation;

/// <summary>Collects the effects of the statements of one document: all that counts is that some statement denies, or allows.</summary>
internal struct DocumentCollector : IStatementCollector
{
    private bool denies;
    private bool deniesForCertain;
    private bool allows;
    private bool mayAllow;

    /// <summary>The decision: an undecided Deny applies, and an undecided Allow does not.</summary>
    internal readonly Decision Decision => DenyOverrides.Decide(denies, allows);

    /// <summary>The decision if all that is undecided turned out well.</summary>
    internal readonly Decision BestIncludingDefects => DenyOverrides.Decide(deniesForCertain, mayAllow);

    /// <inheritdoc/>
    public void AllowByAction(ulong allowed) => allows = mayAllow = allowed != 0;

    /// <inheritdoc/>
    public readonly ulong FindNotApplicable(StatementMasks masks) => 0;

    /// <inheritdoc/>
    public readonly bool Needs(int number, bool denies) => denies || !allows;

    /// <inheritdoc/>
    public ScanState Add(int number, bool denies, StatementMatch match)
    {
        if (denies)
        {
            this.denies = true;
            deniesForCertain |= match.Result.IsTrue;
            return match.Result.IsTrue ? ScanState.Stop : ScanState.Continue;
        }

        allows |= match.Result.IsTrue;
        mayAllow = true;
        return allows ? ScanState.SkipAllowsOfLayer : ScanState.Continue;
    }
}

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
