using PolicyEngine.Compilation;
using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>How the kinds of policies combine: an explicit deny of any kind wins, gates must be open, and something must grant.</summary>
/// <remarks>The whole decision as a definition; what each layer says is in the tallies. AWS:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-denyallow.html">How AWS enforcement code logic evaluates requests</see>
/// and <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic-cross-account.html">Cross-account policy evaluation logic</see>.</remarks>
internal readonly ref struct AuthorizationRule
{
    /// <summary>The gates: policies that must allow whatever grants. Resource control policies only deny: AWS's own Allow stands beside them at every level.</summary>
    private static readonly PolicyKindSet EndpointGate = default(PolicyKindSet).With(PolicyKind.VpcEndpoint);
    private static readonly PolicyKindSet Gates = EndpointGate.With(PolicyKind.ServiceControl);

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
        KindVoices voices = Hear(reading);
        if (facts.Accounts != AccountRelation.Unknown) return Decide(voices, facts.Accounts == AccountRelation.Same);
        Verdict same = Decide(voices, isSameAccount: true);
        Verdict cross = Decide(voices, isSameAccount: false);
        if (same.Decision == cross.Decision) return same;
        Verdict worse = same.Decision == Decision.ExplicitDeny || cross.Decision == Decision.Allowed ? same : cross;
        if (reading != Reading.Pessimistic) return worse.Decision == same.Decision ? cross : same;
        return worse.Decision == Decision.ExplicitDeny ? worse : Verdict.Refused(DecisionCause.ResourceAccountUnknown, worse.Kinds);
    }

    /// <summary>Whether it matters in a reading that nobody says who owns the resource.</summary>
    internal bool HangsOnOwner(Reading reading)
    {
        if (facts.Accounts != AccountRelation.Unknown) return false;
        KindVoices voices = Hear(reading);
        return Decide(voices, isSameAccount: true).Decision != Decide(voices, isSameAccount: false).Decision;
    }

    /// <summary>The best grant of the resource's own policy.</summary>
    internal GrantClass FindGrant(Reading reading) => FindGrant(Hear(reading));

    /// <summary>Whether the explicit denies of a kind count, in the worst reading.</summary>
    internal bool Counts(PolicyKind kind) => FindCounting(Reading.Pessimistic, facts.Accounts == AccountRelation.Same).Has(kind);

    private KindVoices Hear(Reading reading) => new(reading, tallies, stack.Kinds);

    private Verdict Decide(in KindVoices voices, bool isSameAccount)
    {
        Reading reading = voices.Reading;
        PolicyKindSet deniers = voices.Denying & FindCounting(reading, isSameAccount);
        if (!deniers.IsEmpty) return new Verdict(Decision.ExplicitDeny, DecisionCause.Policies, deniers);
        if (!reading.Grants(facts.CanCall)) return Verdict.Refused(DecisionCause.CredentialsCannotCall);
        Verdict verdict = facts.NeedsNoPermission ? Verdict.Allowed(DecisionCause.NoPermissionRequired) : Grant(voices, isSameAccount);
        PolicyKindSet closed = FindClosed(voices) & (facts.NeedsNoPermission ? EndpointGate : Gates);
        if (!closed.IsEmpty) return Verdict.Refused(DecisionCause.Policies, closed | verdict.Kinds);
        if (verdict.Decision != Decision.Allowed || reading != Reading.Pessimistic) return verdict;

        // What nobody has seen may deny, so that a request is never allowed on it.
        return Unseen.IsEmpty ? verdict : Verdict.Refused(DecisionCause.PolicyNotKnown, Unseen);
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

    /// <summary>The attached kinds of which some level does not allow; what is not attached, or not known, is no limit here.</summary>
    private PolicyKindSet FindClosed(in KindVoices voices) => selection.Attached & voices.Closed;

    private GrantClass FindGrant(in KindVoices voices)
    {
        if (!selection.Applicable.Has(PolicyKind.Resource)) return GrantClass.None;
        bool grantsAll = facts.HasServiceGrant || (selection.NotKnown.Has(PolicyKind.Resource) && facts.HasResource);
        LayerVoices said = facts.HasResource ? voices.OfResource : LayerVoices.None;
        return grantsAll || (said & LayerVoices.AllowsDirectly) != LayerVoices.None ? GrantClass.Direct
            : (said & LayerVoices.AllowsEntity) != LayerVoices.None ? GrantClass.Entity
            : (said & LayerVoices.Allows) != LayerVoices.None ? GrantClass.Delegation
            : GrantClass.None;
    }

    private Verdict Grant(in KindVoices voices, bool isSameAccount)
    {
        GrantClass grant = FindGrant(voices);
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
                    session: AllowsSession(voices));
            case PrincipalKind.User or PrincipalKind.RoleSession or PrincipalKind.FederatedUser:
                return Refuse(isSameAccount) ?? GrantEntity(voices, isSameAccount, grant);
            default:
                return Require(DecisionCause.Policies, resource: grant != GrantClass.None);
        }
    }

    /// <summary>Users, role sessions and federated users.</summary>
    private Verdict GrantEntity(in KindVoices voices, bool isSameAccount, GrantClass grant)
    {
        PolicyKindSet closed = FindClosed(voices);
        bool boundary = !closed.Has(PolicyKind.PermissionsBoundary);
        bool session = AllowsSession(voices);
        if (isSameAccount && grant == GrantClass.Direct) return Verdict.Allowed();
        if (isSameAccount && grant == GrantClass.Entity) return Require(DecisionCause.Policies, boundary: boundary, session: session);
        bool needsGrant = !isSameAccount ? !facts.Is(RequestTraits.PassesRole) : facts.NeedsResourcePolicy;
        return Require(
            DecisionCause.Policies,
            resource: !needsGrant || grant != GrantClass.None,
            identity: !closed.Has(PolicyKind.Identity) && (selection.Attached.Has(PolicyKind.Identity) || selection.NotKnown.Has(PolicyKind.Identity)),
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
    private bool AllowsSession(in KindVoices voices)
    {
        bool needsPolicy = facts.Caller == PrincipalKind.FederatedUser || voices.Reading.Limits(facts.PrivilegedRoot);
        bool hasPolicy = selection.Attached.Has(PolicyKind.Session) || selection.NotKnown.Has(PolicyKind.Session);
        return !FindClosed(voices).Has(PolicyKind.Session) && (hasPolicy || !needsPolicy);
    }

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
