using PolicyEngine.Compilation;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>How the kinds of policies combine: an explicit deny of any kind wins, gates must be open, and something must grant.</summary>
/// <remarks>The whole decision as a definition; what each layer says is in the tallies. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS enforcement code logic evaluates requests</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy evaluation logic</see>.</remarks>
internal readonly ref struct AuthorizationRule
{
    private readonly ref readonly RequestFacts facts;
    private readonly ref readonly PolicySelection selection;
    private readonly CompiledStack stack;
    private readonly ReadOnlySpan<LayerTally> tallies;

    internal AuthorizationRule(ref readonly RequestFacts facts, ref readonly PolicySelection selection, CompiledStack stack, ReadOnlySpan<LayerTally> tallies)
    {
        this.facts = ref facts;
        this.selection = ref selection;
        this.stack = stack;
        this.tallies = tallies;
    }

    /// <summary>The kinds of which nobody knows what is attached, where they could deny.</summary>
    internal PolicyKindSet Unseen => facts.NeedsNoPermission
        ? default(PolicyKindSet).With(PolicyKind.VpcEndpoint, selection.NotKnown.Has(PolicyKind.VpcEndpoint))
        : selection.NotKnown;

    /// <summary>The decision in one reading. An unknown owner of the resource is tried both ways: the worse one counts, or in other readings the better one.</summary>
    internal Verdict Decide(Reading reading)
    {
        if (facts.Accounts != AccountRelation.Unknown) return Decide(reading, facts.Accounts == AccountRelation.Same);
        Verdict same = Decide(reading, isSameAccount: true);
        Verdict cross = Decide(reading, isSameAccount: false);
        if (same.Decision == cross.Decision) return same;
        Verdict worse = same.Decision == Decision.ExplicitDeny || cross.Decision == Decision.Allowed ? same : cross;
        if (reading != Reading.Pessimistic) return worse.Decision == same.Decision ? cross : same;
        return worse.Decision == Decision.ExplicitDeny ? worse : Verdict.Refused(DecisionCause.ResourceAccountUnknown, worse.Kinds);
    }

    /// <summary>Whether it matters in a reading that nobody says who owns the resource.</summary>
    internal bool HangsOnOwner(Reading reading) => facts.Accounts == AccountRelation.Unknown
        && Decide(reading, isSameAccount: true).Decision != Decide(reading, isSameAccount: false).Decision;

    /// <summary>The best grant of the resource's own policy.</summary>
    internal GrantClass FindGrant(Reading reading)
    {
        if (!selection.Applicable.Has(PolicyKind.Resource)) return GrantClass.None;
        LayerVoices voices = facts.HasServiceGrant || (selection.NotKnown.Has(PolicyKind.Resource) && facts.HasResource) ? LayerVoices.AllowsDirectly : LayerVoices.None;
        if (facts.HasResource)
        {
            foreach (LayerTally tally in TalliesOf(PolicyKind.Resource)) voices |= tally[reading];
        }

        return (voices & LayerVoices.AllowsDirectly) != LayerVoices.None ? GrantClass.Direct
            : (voices & LayerVoices.AllowsEntity) != LayerVoices.None ? GrantClass.Entity
            : (voices & LayerVoices.Allows) != LayerVoices.None ? GrantClass.Delegation
            : GrantClass.None;
    }

    private Verdict Decide(Reading reading, bool isSameAccount)
    {
        PolicyKindSet deniers = FindDenying(reading) & FindCounting(reading, isSameAccount);
        if (!deniers.IsEmpty) return new Verdict(Decision.ExplicitDeny, DecisionCause.Policies, deniers);
        if (!reading.Grants(facts.CanCall)) return Verdict.Refused(DecisionCause.CredentialsCannotCall);
        Verdict verdict = facts.NeedsNoPermission ? Verdict.Allowed(DecisionCause.NoPermissionRequired) : Grant(reading, isSameAccount);
        PolicyKindSet closed = FindClosedGates(reading);
        if (!closed.IsEmpty) return Verdict.Refused(DecisionCause.Policies, closed | verdict.Kinds);
        if (verdict.Decision != Decision.Allowed || reading != Reading.Pessimistic) return verdict;

        // What nobody has seen may deny, so that a request is never allowed on it.
        return Unseen.IsEmpty ? verdict : Verdict.Refused(DecisionCause.PolicyNotKnown, Unseen);
    }

    /// <summary>Whether the explicit denies of a kind count, in the worst reading.</summary>
    internal bool Counts(PolicyKind kind) => FindCounting(Reading.Pessimistic, facts.Accounts == AccountRelation.Same).Has(kind);

    /// <summary>The kinds of which some layer denies.</summary>
    private PolicyKindSet FindDenying(Reading reading)
    {
        PolicyKindSet denying = default;
        if (!LayerTally.AnyDenies(tallies)) return denying;
        for (int i = 0; i < tallies.Length; i++)
        {
            if (tallies[i].Denies(reading)) denying = denying.With(stack.Kinds[i]);
        }

        return denying;
    }

    /// <summary>The kinds whose explicit denies count.</summary>
    private PolicyKindSet FindCounting(Reading reading, bool isSameAccount)
    {
        // AWS: the endpoint policy is the only one that is taken to bind actions that need no permission.
        if (facts.NeedsNoPermission) return selection.Attached & default(PolicyKindSet).With(PolicyKind.VpcEndpoint);

        // AWS: the root user of a bucket's owner can always mend a bucket policy that denies everyone, and so can a root session made for a queue.
        bool mends = facts.Caller == PrincipalKind.Root && isSameAccount
            && (facts.Is(RequestTraits.HandlesBucketPolicy) || (reading.Grants(facts.PrivilegedRoot) && facts.Is(RequestTraits.HandlesQueuePolicy)));
        return mends ? selection.Attached.Without(PolicyKind.Resource) : selection.Attached;
    }

    /// <summary>The gates that do not say allow. Resource control policies only deny: AWS's own Allow stands beside them at every level.</summary>
    private PolicyKindSet FindClosedGates(Reading reading) => default(PolicyKindSet)
        .With(PolicyKind.ServiceControl, !facts.NeedsNoPermission && !Allows(PolicyKind.ServiceControl, reading))
        .With(PolicyKind.VpcEndpoint, !Allows(PolicyKind.VpcEndpoint, reading));

    private Verdict Grant(Reading reading, bool isSameAccount)
    {
        GrantClass grant = FindGrant(reading);
        if (facts.CrossesPartitions) return Verdict.Refused(DecisionCause.OtherPartition);
        if (facts.BlocksPublicAccess) return Verdict.Refused(DecisionCause.PublicAccessBlocked);
        switch (facts.Caller)
        {
            case PrincipalKind.Root:
                if (facts.Is(RequestTraits.AssumesRole)) return Verdict.Refused(DecisionCause.RootCannotAssumeRoles);
                if (Refuse(isSameAccount) is { } refused) return refused;
                bool needsGrant = !isSameAccount || facts.NeedsResourcePolicy;
                return Require(
                    needsGrant ? DecisionCause.Policies : DecisionCause.RootUser,
                    resource: !needsGrant || grant != GrantClass.None,
                    session: AllowsSession(reading));
            case PrincipalKind.User or PrincipalKind.RoleSession or PrincipalKind.FederatedUser:
                return Refuse(isSameAccount) ?? GrantEntity(reading, isSameAccount, grant);
            default:
                return Require(DecisionCause.Policies, resource: grant != GrantClass.None);
        }
    }

    /// <summary>Users, role sessions and federated users.</summary>
    private Verdict GrantEntity(Reading reading, bool isSameAccount, GrantClass grant)
    {
        bool boundary = Allows(PolicyKind.PermissionsBoundary, reading);
        bool session = AllowsSession(reading);
        if (isSameAccount && grant == GrantClass.Direct) return Verdict.Allowed();
        if (isSameAccount && grant == GrantClass.Entity) return Require(DecisionCause.Policies, boundary: boundary, session: session);
        bool needsGrant = !isSameAccount ? !facts.Is(RequestTraits.PassesRole) : facts.NeedsResourcePolicy;
        return Require(
            DecisionCause.Policies,
            resource: !needsGrant || grant != GrantClass.None,
            identity: Allows(PolicyKind.Identity, reading) && (selection.Attached.Has(PolicyKind.Identity) || selection.NotKnown.Has(PolicyKind.Identity)),
            boundary: boundary,
            session: session);
    }

    /// <summary>What does not work across accounts, whoever allows it.</summary>
    private Verdict? Refuse(bool isSameAccount)
    {
        if (isSameAccount) return null;
        if (facts.Is(RequestTraits.PassesRole)) return Verdict.Refused(DecisionCause.RoleOfAnotherAccount);
        bool refusesKey = facts.Is(RequestTraits.UsesKey) && !facts.Is(RequestTraits.CrossesAccounts);
        return refusesKey ? Verdict.Refused(DecisionCause.KeyOfAnotherAccount) : null;
    }

    /// <summary>Sessions made by GetFederationToken or AssumeRoot have no permissions without a session policy; other sessions have no limit then.</summary>
    private bool AllowsSession(Reading reading)
    {
        bool needsPolicy = facts.Caller == PrincipalKind.FederatedUser || reading.Limits(facts.PrivilegedRoot);
        bool hasPolicy = selection.Attached.Has(PolicyKind.Session) || selection.NotKnown.Has(PolicyKind.Session);
        return Allows(PolicyKind.Session, reading) && (hasPolicy || !needsPolicy);
    }

    /// <summary>Whether every attached level of a kind allows; what is not attached, or not known, is no limit here.</summary>
    private bool Allows(PolicyKind kind, Reading reading)
    {
        if (!selection.Attached.Has(kind)) return true;
        foreach (LayerTally tally in TalliesOf(kind))
        {
            if (!tally.Allows(reading)) return false;
        }

        return true;
    }

    private ReadOnlySpan<LayerTally> TalliesOf(PolicyKind kind) => tallies[stack.LayersOf(kind)];

    private static Verdict Require(DecisionCause cause, bool resource = true, bool identity = true, bool boundary = true, bool session = true)
    {
        PolicyKindSet missing = default(PolicyKindSet)
            .With(PolicyKind.Resource, !resource)
            .With(PolicyKind.Identity, !identity)
            .With(PolicyKind.PermissionsBoundary, !boundary)
            .With(PolicyKind.Session, !session);
        return missing.IsEmpty ? Verdict.Allowed(cause) : Verdict.Refused(DecisionCause.Policies, missing);
    }
}
