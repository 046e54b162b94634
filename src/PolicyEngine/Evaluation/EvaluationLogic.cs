using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>How the kinds of policies combine: an explicit deny of any kind wins, the kinds that limit every request must allow, and something must grant.</summary>
/// <remarks>The whole decision as a definition over the effects of each layer. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS enforcement code logic evaluates requests</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy evaluation logic</see>.</remarks>
internal readonly ref struct EvaluationLogic
{
    /// <summary>The kinds that must allow whatever grants. Resource control policies are none of them: AWS attaches an Allow of everything at every level.</summary>
    private static readonly PolicyTypeSet Limits = default(PolicyTypeSet).With(PolicyType.VpcEndpoint).With(PolicyType.ServiceControl).With(PolicyType.ScopeDown);

    private readonly ref readonly RequestCharacteristics characteristics;
    private readonly ref readonly ApplicablePolicies applicable;
    private readonly StatementTable table;
    private readonly ReadOnlySpan<LayerEffectsByCase> layers;

    internal EvaluationLogic(ref readonly RequestCharacteristics characteristics, ref readonly ApplicablePolicies applicable, StatementTable table, ReadOnlySpan<LayerEffectsByCase> layers)
    {
        this.characteristics = ref characteristics;
        this.applicable = ref applicable;
        this.table = table;
        this.layers = layers;
    }

    /// <summary>The decision for one way in which unknowns count. An unknown owner of the resource is tried both ways: of the two decisions the worse one counts in the worst case, and else the better one.</summary>
    internal CombinedDecision Decide(UnknownsAs unknowns)
    {
        KindEffects effects = Combine(unknowns);
        if (characteristics.Accounts != AccountRelation.Unknown) return Decide(effects, characteristics.Accounts == AccountRelation.Same);
        CombinedDecision same = Decide(effects, isSameAccount: true);
        CombinedDecision cross = Decide(effects, isSameAccount: false);
        if (same.Decision == cross.Decision) return same;
        CombinedDecision worse = same.Decision == Decision.ExplicitDeny || cross.Decision == Decision.Allowed ? same : cross;
        if (unknowns != UnknownsAs.Worst) return worse.Decision == same.Decision ? cross : same;
        return worse.Decision == Decision.ExplicitDeny ? worse : CombinedDecision.ImplicitDeny(DecisionCause.ResourceAccountUnknown, worse.Kinds);
    }

    /// <summary>True where the decision depends on who owns the resource, and that is unknown.</summary>
    internal bool DependsOnResourceOwner(UnknownsAs unknowns)
    {
        if (characteristics.Accounts != AccountRelation.Unknown) return false;
        KindEffects effects = Combine(unknowns);
        return Decide(effects, isSameAccount: true).Decision != Decide(effects, isSameAccount: false).Decision;
    }

    /// <summary>The best grant of the resource's own policy.</summary>
    internal ResourceGrant FindGrant(UnknownsAs unknowns) => FindGrant(Combine(unknowns));

    /// <summary>True where identity policies allow, or may.</summary>
    internal bool MayAllowByIdentity => AllowsIdentity(FindNotAllowing(Combine(UnknownsAs.BestIncludingDefects)));

    /// <summary>True where the explicit denies of a kind count in the worst case.</summary>
    internal bool DenyCounts(PolicyType kind) => FindDenyingKinds(UnknownsAs.Worst, characteristics.Accounts == AccountRelation.Same).Has(kind);

    private KindEffects Combine(UnknownsAs unknowns) => new(unknowns, layers, table.Kinds);

    private CombinedDecision Decide(in KindEffects effects, bool isSameAccount)
    {
        UnknownsAs unknowns = effects.Unknowns;
        PolicyTypeSet deniers = effects.Denying & FindDenyingKinds(unknowns, isSameAccount);
        bool isOutside = unknowns.Limits(characteristics.IsOutsideOrigin);
        if (isOutside && deniers.IsEmpty) return new CombinedDecision(Decision.ExplicitDeny, DecisionCause.OutsideNetworkOrigin, default(PolicyTypeSet).With(PolicyType.AccessPoint));
        if (!deniers.IsEmpty) return new CombinedDecision(Decision.ExplicitDeny, DecisionCause.Policies, deniers.With(PolicyType.AccessPoint, isOutside || deniers.Has(PolicyType.AccessPoint)));
        if (!unknowns.Grants(characteristics.CanCall)) return CombinedDecision.ImplicitDeny(DecisionCause.CredentialsCannotCall);
        CombinedDecision decision = characteristics.NeedsNoPermission ? CombinedDecision.Allowed(DecisionCause.NoPermissionRequired) : Grant(effects, isSameAccount);
        PolicyTypeSet notAllowing = FindNotAllowing(effects) & Limits;
        if (!notAllowing.IsEmpty) return CombinedDecision.ImplicitDeny(DecisionCause.Policies, notAllowing | decision.Kinds);
        if (decision.Decision != Decision.Allowed || unknowns != UnknownsAs.Worst) return decision;

        // Policies that are unknown may deny, so that a request is never allowed without them.
        return applicable.Unseen.IsEmpty ? decision : CombinedDecision.ImplicitDeny(DecisionCause.PolicyUnknown, applicable.Unseen);
    }

    /// <summary>The kinds whose explicit denies count.</summary>
    private PolicyTypeSet FindDenyingKinds(UnknownsAs unknowns, bool isSameAccount)
    {
        // AWS: the root user of the bucket's owner can always replace a bucket policy that denies everyone, and so can a root session made for a queue:
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/id_root-user-privileged-task.html
        bool canReplacePolicy = characteristics.Caller == CallerType.Root && isSameAccount
            && (characteristics.Is(RequestTraits.HandlesBucketPolicy) || (unknowns.Grants(characteristics.PrivilegedRoot) && characteristics.Is(RequestTraits.HandlesQueuePolicy)));
        return canReplacePolicy ? applicable.Attached.Without(PolicyType.Resource) : applicable.Attached;
    }

    private bool AllowsIdentity(PolicyTypeSet notAllowing) =>
        !notAllowing.Has(PolicyType.Identity) && (applicable.Attached.Has(PolicyType.Identity) || applicable.Unknown.Has(PolicyType.Identity));

    /// <summary>The attached kinds of which some level does not allow; what is not attached, or unknown, is no limit here.</summary>
    private PolicyTypeSet FindNotAllowing(in KindEffects effects) => applicable.Attached & effects.NotAllowing;

    private ResourceGrant FindGrant(in KindEffects effects)
    {
        PolicyType kind = characteristics.ResourceKind;
        if (!applicable.Applicable.Has(kind)) return ResourceGrant.None;
        bool grantsAll = characteristics.HasServiceGrant || characteristics.AwsOwnership == AwsOwnership.Open || (applicable.Unknown.Has(kind) && characteristics.HasResource);
        LayerEffects granted = characteristics.HasResource ? effects.OfResource : LayerEffects.None;
        return grantsAll || (granted & LayerEffects.AllowsCaller) != LayerEffects.None ? ResourceGrant.ToCaller
            : (granted & LayerEffects.AllowsSessionIssuer) != LayerEffects.None ? ResourceGrant.ToSessionIssuer
            : (granted & LayerEffects.Allows) != LayerEffects.None ? ResourceGrant.ToAccount
            : ResourceGrant.None;
    }

    private CombinedDecision Grant(in KindEffects effects, bool isSameAccount)
    {
        ResourceGrant grant = FindGrant(effects);
        if (characteristics.CrossesPartitions) return CombinedDecision.ImplicitDeny(DecisionCause.OtherPartition);
        if (characteristics.BlocksPublicAccess) return CombinedDecision.ImplicitDeny(DecisionCause.PublicAccessBlocked);
        switch (characteristics.Caller)
        {
            case CallerType.Root:
                if (characteristics.Is(RequestTraits.AssumesRole)) return CombinedDecision.ImplicitDeny(DecisionCause.RootCannotAssumeRoles);
                if (RefuseAcrossAccounts(isSameAccount) is { } refused) return refused;
                bool needsGrant = !isSameAccount || characteristics.NeedsResourcePolicy;
                return Require(
                    needsGrant ? DecisionCause.Policies : DecisionCause.RootUser,
                    resource: !needsGrant || grant != ResourceGrant.None,
                    session: AllowsSession(effects));
            case CallerType.User or CallerType.RoleSession or CallerType.FederatedUser:
                return RefuseAcrossAccounts(isSameAccount) ?? GrantUserOrSession(effects, isSameAccount, grant);
            case CallerType.Service:
                return Require(DecisionCause.Policies, resource: grant != ResourceGrant.None);
            default:
                return RefuseAcrossAccounts(isSameAccount) ?? Require(DecisionCause.Policies, resource: grant != ResourceGrant.None);
        }
    }

    /// <summary>Users, role sessions and federated users.</summary>
    private CombinedDecision GrantUserOrSession(in KindEffects effects, bool isSameAccount, ResourceGrant grant)
    {
        PolicyTypeSet notAllowing = FindNotAllowing(effects);
        bool boundary = !notAllowing.Has(PolicyType.PermissionsBoundary);
        bool session = AllowsSession(effects);
        if (isSameAccount && grant == ResourceGrant.ToCaller) return CombinedDecision.Allowed();
        if (isSameAccount && grant == ResourceGrant.ToSessionIssuer) return Require(DecisionCause.Policies, boundary: boundary, session: session);
        bool needsGrant = !isSameAccount ? !characteristics.Is(RequestTraits.PassesRole) : characteristics.NeedsResourcePolicy;
        return Require(
            DecisionCause.Policies,
            resource: !needsGrant || grant != ResourceGrant.None,
            identity: AllowsIdentity(notAllowing) || (effects.Unknowns == UnknownsAs.BestIncludingDefects && characteristics.IsAllowedAtAccessPoint),
            boundary: boundary,
            session: session);
    }

    /// <summary>The denial of what does not work across accounts, whatever policies allow; null where there is none.</summary>
    private CombinedDecision? RefuseAcrossAccounts(bool isSameAccount)
    {
        if (isSameAccount) return null;
        if (characteristics.Is(RequestTraits.PassesRole)) return CombinedDecision.ImplicitDeny(DecisionCause.RoleOfAnotherAccount);
        if (characteristics.LimitAcrossAccounts is null) return null;
        return CombinedDecision.ImplicitDeny(characteristics.Is(RequestTraits.UsesKey) ? DecisionCause.KeyOfAnotherAccount : DecisionCause.OwnAccountOnly);
    }

    /// <summary>Sessions made by GetFederationToken or AssumeRoot have no permissions without a session policy; other sessions have no limit then.</summary>
    private bool AllowsSession(in KindEffects effects)
    {
        bool needsPolicy = characteristics.Caller == CallerType.FederatedUser || effects.Unknowns.Limits(characteristics.PrivilegedRoot);
        bool hasPolicy = applicable.Attached.Has(PolicyType.Session) || applicable.Unknown.Has(PolicyType.Session);
        return !FindNotAllowing(effects).Has(PolicyType.Session) && (hasPolicy || !needsPolicy);
    }

    private CombinedDecision Require(DecisionCause cause, bool resource = true, bool identity = true, bool boundary = true, bool session = true)
    {
        PolicyTypeSet missing = default(PolicyTypeSet)
            .With(characteristics.ResourceKind, !resource)
            .With(PolicyType.Identity, !identity)
            .With(PolicyType.PermissionsBoundary, !boundary)
            .With(PolicyType.Session, !session);
        return missing.IsEmpty ? CombinedDecision.Allowed(cause) : CombinedDecision.ImplicitDeny(DecisionCause.Policies, missing);
    }
}
