using PolicyEngine.Compilation;
using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>How the kinds of policies combine: an explicit deny of any kind wins, gates must be open, and something must grant.</summary>
/// <remarks>The whole decision as a definition; what each layer says is in the tallies. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS enforcement code logic evaluates requests</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy evaluation logic</see>.</remarks>
internal readonly ref struct EvaluationLogic
{
    /// <summary>The gates: policies that must allow whatever grants. Resource control policies only deny: AWS's own Allow stands beside them at every level.</summary>
    private static readonly PolicyTypeSet EndpointGate = default(PolicyTypeSet).With(PolicyType.VpcEndpoint);
    private static readonly PolicyTypeSet Gates = EndpointGate.With(PolicyType.ServiceControl);

    private readonly ref readonly RequestCharacteristics facts;
    private readonly ref readonly ApplicablePolicies selection;
    private readonly StatementTable stack;
    private readonly ReadOnlySpan<LayerEffectsByCase> tallies;

    internal EvaluationLogic(ref readonly RequestCharacteristics facts, ref readonly ApplicablePolicies selection, StatementTable stack, ReadOnlySpan<LayerEffectsByCase> tallies)
    {
        this.facts = ref facts;
        this.selection = ref selection;
        this.stack = stack;
        this.tallies = tallies;
    }

    /// <summary>The kinds of which nobody knows what is attached, where they could deny.</summary>
    internal PolicyTypeSet Unseen => facts.NeedsNoPermission
        ? default(PolicyTypeSet).With(PolicyType.VpcEndpoint, selection.Unknown.Has(PolicyType.VpcEndpoint))
        : selection.Unknown;

    /// <summary>The decision in one reading. An unknown owner of the resource is tried both ways: the worse one counts, or in other readings the better one.</summary>
    internal CombinedDecision Decide(UnknownsAs unknowns)
    {
        KindEffects voices = Combine(unknowns);
        if (facts.Accounts != AccountRelation.Unknown) return Decide(voices, facts.Accounts == AccountRelation.Same);
        CombinedDecision same = Decide(voices, isSameAccount: true);
        CombinedDecision cross = Decide(voices, isSameAccount: false);
        if (same.Decision == cross.Decision) return same;
        CombinedDecision worse = same.Decision == Decision.ExplicitDeny || cross.Decision == Decision.Allowed ? same : cross;
        if (unknowns != UnknownsAs.Worst) return worse.Decision == same.Decision ? cross : same;
        return worse.Decision == Decision.ExplicitDeny ? worse : CombinedDecision.Refused(DecisionCause.ResourceAccountUnknown, worse.Kinds);
    }

    /// <summary>Whether it matters in a reading that nobody says who owns the resource.</summary>
    internal bool HangsOnOwner(UnknownsAs unknowns)
    {
        if (facts.Accounts != AccountRelation.Unknown) return false;
        KindEffects voices = Combine(unknowns);
        return Decide(voices, isSameAccount: true).Decision != Decide(voices, isSameAccount: false).Decision;
    }

    /// <summary>The best grant of the resource's own policy.</summary>
    internal ResourceGrant FindGrant(UnknownsAs unknowns) => FindGrant(Combine(unknowns));

    /// <summary>Whether the explicit denies of a kind count, in the worst reading.</summary>
    internal bool Counts(PolicyType kind) => FindCounting(UnknownsAs.Worst, facts.Accounts == AccountRelation.Same).Has(kind);

    private KindEffects Combine(UnknownsAs unknowns) => new(unknowns, tallies, stack.Kinds);

    private CombinedDecision Decide(in KindEffects voices, bool isSameAccount)
    {
        UnknownsAs unknowns = voices.Unknowns;
        PolicyTypeSet deniers = voices.Denying & FindCounting(unknowns, isSameAccount);
        if (!deniers.IsEmpty) return new CombinedDecision(Decision.ExplicitDeny, DecisionCause.Policies, deniers);
        if (!unknowns.Grants(facts.CanCall)) return CombinedDecision.Refused(DecisionCause.CredentialsCannotCall);
        CombinedDecision verdict = facts.NeedsNoPermission ? CombinedDecision.Allowed(DecisionCause.NoPermissionRequired) : Grant(voices, isSameAccount);
        PolicyTypeSet closed = FindClosed(voices) & (facts.NeedsNoPermission ? EndpointGate : Gates);
        if (!closed.IsEmpty) return CombinedDecision.Refused(DecisionCause.Policies, closed | verdict.Kinds);
        if (verdict.Decision != Decision.Allowed || unknowns != UnknownsAs.Worst) return verdict;

        // What nobody has seen may deny, so that a request is never allowed on it.
        return Unseen.IsEmpty ? verdict : CombinedDecision.Refused(DecisionCause.PolicyUnknown, Unseen);
    }

    /// <summary>The kinds whose explicit denies count.</summary>
    private PolicyTypeSet FindCounting(UnknownsAs unknowns, bool isSameAccount)
    {
        // AWS: the endpoint policy is the only one that is taken to bind actions that need no permission.
        if (facts.NeedsNoPermission) return selection.Attached & default(PolicyTypeSet).With(PolicyType.VpcEndpoint);

        // AWS: the root user of a bucket's owner can always mend a bucket policy that denies everyone, and so can a root session made for a queue.
        bool mends = facts.Caller == CallerType.Root && isSameAccount
            && (facts.Is(RequestTraits.HandlesBucketPolicy) || (unknowns.Grants(facts.PrivilegedRoot) && facts.Is(RequestTraits.HandlesQueuePolicy)));
        return mends ? selection.Attached.Without(PolicyType.Resource) : selection.Attached;
    }

    /// <summary>The attached kinds of which some level does not allow; what is not attached, or not known, is no limit here.</summary>
    private PolicyTypeSet FindClosed(in KindEffects voices) => selection.Attached & voices.Closed;

    private ResourceGrant FindGrant(in KindEffects voices)
    {
        if (!selection.Applicable.Has(PolicyType.Resource)) return ResourceGrant.None;
        bool grantsAll = facts.HasServiceGrant || (selection.Unknown.Has(PolicyType.Resource) && facts.HasResource);
        LayerEffects said = facts.HasResource ? voices.OfResource : LayerEffects.None;
        return grantsAll || (said & LayerEffects.AllowsDirectly) != LayerEffects.None ? ResourceGrant.ToCaller
            : (said & LayerEffects.AllowsEntity) != LayerEffects.None ? ResourceGrant.ToSessionIssuer
            : (said & LayerEffects.Allows) != LayerEffects.None ? ResourceGrant.ToAccount
            : ResourceGrant.None;
    }

    private CombinedDecision Grant(in KindEffects voices, bool isSameAccount)
    {
        ResourceGrant grant = FindGrant(voices);
        if (facts.CrossesPartitions) return CombinedDecision.Refused(DecisionCause.OtherPartition);
        if (facts.BlocksPublicAccess) return CombinedDecision.Refused(DecisionCause.PublicAccessBlocked);
        switch (facts.Caller)
        {
            case CallerType.Root:
                if (facts.Is(RequestTraits.AssumesRole)) return CombinedDecision.Refused(DecisionCause.RootCannotAssumeRoles);
                if (Refuse(isSameAccount) is { } refused) return refused;
                bool needsGrant = !isSameAccount || facts.NeedsResourcePolicy;
                return Require(
                    needsGrant ? DecisionCause.Policies : DecisionCause.RootUser,
                    resource: !needsGrant || grant != ResourceGrant.None,
                    session: AllowsSession(voices));
            case CallerType.User or CallerType.RoleSession or CallerType.FederatedUser:
                return Refuse(isSameAccount) ?? GrantEntity(voices, isSameAccount, grant);
            default:
                return Require(DecisionCause.Policies, resource: grant != ResourceGrant.None);
        }
    }

    /// <summary>Users, role sessions and federated users.</summary>
    private CombinedDecision GrantEntity(in KindEffects voices, bool isSameAccount, ResourceGrant grant)
    {
        PolicyTypeSet closed = FindClosed(voices);
        bool boundary = !closed.Has(PolicyType.PermissionsBoundary);
        bool session = AllowsSession(voices);
        if (isSameAccount && grant == ResourceGrant.ToCaller) return CombinedDecision.Allowed();
        if (isSameAccount && grant == ResourceGrant.ToSessionIssuer) return Require(DecisionCause.Policies, boundary: boundary, session: session);
        bool needsGrant = !isSameAccount ? !facts.Is(RequestTraits.PassesRole) : facts.NeedsResourcePolicy;
        return Require(
            DecisionCause.Policies,
            resource: !needsGrant || grant != ResourceGrant.None,
            identity: !closed.Has(PolicyType.Identity) && (selection.Attached.Has(PolicyType.Identity) || selection.Unknown.Has(PolicyType.Identity)),
            boundary: boundary,
            session: session);
    }

    /// <summary>What does not work across accounts, whoever allows it.</summary>
    private CombinedDecision? Refuse(bool isSameAccount)
    {
        if (isSameAccount) return null;
        if (facts.Is(RequestTraits.PassesRole)) return CombinedDecision.Refused(DecisionCause.RoleOfAnotherAccount);
        bool refusesKey = facts.Is(RequestTraits.UsesKey) && !facts.Is(RequestTraits.CrossesAccounts);
        return refusesKey ? CombinedDecision.Refused(DecisionCause.KeyOfAnotherAccount) : null;
    }

    /// <summary>Sessions made by GetFederationToken or AssumeRoot have no permissions without a session policy; other sessions have no limit then.</summary>
    private bool AllowsSession(in KindEffects voices)
    {
        bool needsPolicy = facts.Caller == CallerType.FederatedUser || voices.Unknowns.Limits(facts.PrivilegedRoot);
        bool hasPolicy = selection.Attached.Has(PolicyType.Session) || selection.Unknown.Has(PolicyType.Session);
        return !FindClosed(voices).Has(PolicyType.Session) && (hasPolicy || !needsPolicy);
    }

    private static CombinedDecision Require(DecisionCause cause, bool resource = true, bool identity = true, bool boundary = true, bool session = true)
    {
        PolicyTypeSet missing = default(PolicyTypeSet)
            .With(PolicyType.Resource, !resource)
            .With(PolicyType.Identity, !identity)
            .With(PolicyType.PermissionsBoundary, !boundary)
            .With(PolicyType.Session, !session);
        return missing.IsEmpty ? CombinedDecision.Allowed(cause) : CombinedDecision.Refused(DecisionCause.Policies, missing);
    }
}
