using System.Collections.Immutable;
using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine.Explanation;

/// <summary>Explains the decision of all policies of a request, layer by layer.</summary>
internal sealed class AuthorizationExplainer(DecisionReview review, AuthorizationDecision decision)
{
    private static readonly Reasoning OutsideOrigin = new("it takes calls from its VPC alone, and this one comes from elsewhere", "Q-7");
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();

    /// <summary>The kinds that deny, or whose allow is missing, however what is undecided turns out.</summary>
    private readonly PolicyTypeSet certainDeniers = FindCertainDeniers(review);

    internal AuthorizationExplanation Explain()
    {
        ImmutableArray<LayerTrace> layers = [.. PolicySet.Types.SelectMany(ExplainKind)];
        ImmutableArray<PolicyType> deniers = [.. PolicySet.Types.Where(review.Combined.Kinds.Has)];
        ImmutableArray<PolicyType> certain = [.. deniers.Where(certainDeniers.Has)];
        return new AuthorizationExplanation(review.Request, decision)
        {
            Why = Summarize(certain.IsEmpty ? deniers : certain),
            Deniers = deniers,
            Primary = certain.Concat(deniers).Cast<PolicyType?>().FirstOrDefault(),
            Grant = review.Logic.FindGrant(UnknownsAs.Worst),
            Message = decision.IsAllowed || !decision.IsCertain ? null : Deny(certain.Cast<PolicyType?>().FirstOrDefault()),
            Dependencies = review.FindDependencies(),
            Layers = layers,
            Diagnostics = diagnostics.ToImmutable(),
        };
    }

    /// <summary>Explains the decision of several checks of one request.</summary>
    internal static AuthorizationExplanation Combine(AuthorizationRequest request, AuthorizationDecision decision, ImmutableArray<AuthorizationExplanation> checks)
    {
        AuthorizationExplanation deciding = checks.Where(check => check.Decision.Decision == decision.Decision).MinBy(static check => check.Decision.IsCertain ? 0 : 1)!;
        return new AuthorizationExplanation(request, decision)
        {
            Why = deciding.Why,
            Deniers = deciding.Deniers,
            Primary = deciding.Primary,
            Grant = deciding.Grant,
            Message = decision.IsCertain ? deciding.Message : null,
            Dependencies = decision.GetDependencies(),
            Layers = deciding.Layers,
            Checks = checks.Length > 1 ? checks : [],
            Diagnostics = [.. checks.SelectMany(static check => check.Diagnostics)],
        };
    }

    /// <summary>True where the access point denies a call that comes from elsewhere than its VPC.</summary>
    private bool IsOutside => review.Combined.Decision == Decision.ExplicitDeny && UnknownsAs.Worst.Limits(review.Characteristics.IsOutsideOrigin);

    private IEnumerable<LayerTrace> ExplainKind(PolicyType kind)
    {
        if (!review.Applicable.Applicable.Has(kind)) return [Idle(kind, LayerOutcome.NotApplicable, LayerReasons.NotApplicable(kind, review))];
        if (kind == PolicyType.AccessPoint && IsOutside && !review.Applicable.Attached.Has(kind)) return [Idle(kind, LayerOutcome.Denies, OutsideOrigin)];
        if (kind == PolicyType.AccessPoint && review.Applicable.Unseen.Has(kind) && !review.Applicable.Attached.Has(kind)) return [Idle(kind, LayerOutcome.Unknown, new("its policy, its bucket or from where it takes calls is not told", "Q-7"))];
        if (review.Applicable.Unknown.Has(kind)) return [Idle(kind, LayerOutcome.Unknown, new("it is unknown which policies are attached", "A-08"))];
        if (!review.Applicable.Attached.Has(kind)) return [Idle(kind, LayerOutcome.NotAttached, LayerReasons.NotAttached(kind, review))];
        return review.Layers.Where(layer => layer.Kind == kind).Select(ExplainLayer);
    }

    private LayerTrace Idle(PolicyType kind, LayerOutcome outcome, Reasoning reason)
    {
        bool isDenier = review.Combined.Kinds.Has(kind);
        return new(kind, level: "", outcome, isDenier, reason) { IsCertain = outcome != LayerOutcome.Unknown && (!isDenier || certainDeniers.Has(kind)) };
    }

    /// <summary>The kinds that deny in the worst case, and still do where all that is undecided turns out well.</summary>
    private static PolicyTypeSet FindCertainDeniers(DecisionReview review)
    {
        CombinedDecision best = review.Logic.Decide(UnknownsAs.BestIncludingDefects);
        return best.Decision == review.Combined.Decision ? review.Combined.Kinds & best.Kinds : default;
    }

    /// <summary>What a layer contributes for one way in which unknowns count.</summary>
    private LayerOutcome OutcomeOf(CompiledLayer layer, UnknownsAs unknowns)
    {
        LayerEffects effects = review.EffectsOf(layer, unknowns);
        bool isOutside = layer.Kind == PolicyType.AccessPoint && IsOutside && unknowns.Limits(review.Characteristics.IsOutsideOrigin);
        bool denies = (effects & LayerEffects.Denies) != LayerEffects.None && review.Logic.DenyCounts(layer.Kind);
        return isOutside || denies ? LayerOutcome.Denies
            : (effects & ~LayerEffects.Denies) != LayerEffects.None ? LayerOutcome.Allows
            : LayerOutcome.NoMatch;
    }

    private LayerTrace ExplainLayer(CompiledLayer layer)
    {
        bool isIgnored = (review.EffectsOf(layer, UnknownsAs.Worst) & LayerEffects.Denies) != LayerEffects.None && !review.Logic.DenyCounts(layer.Kind);
        bool isOutside = layer.Kind == PolicyType.AccessPoint && IsOutside;
        LayerOutcome part = OutcomeOf(layer, UnknownsAs.Worst);
        bool isDecided = part == OutcomeOf(layer, UnknownsAs.BestIncludingDefects);
        ResourceGrant grant = review.Logic.FindGrant(UnknownsAs.Worst);
        bool isMissing = part != LayerOutcome.Allows || (layer.Kind == review.Characteristics.ResourceKind && grant == ResourceGrant.None);
        bool isDenier = review.Combined.Kinds.Has(layer.Kind) && (review.Combined.Decision == Decision.ExplicitDeny ? part == LayerOutcome.Denies : isMissing);
        bool isOpen = part == LayerOutcome.NoMatch && layer.Kind == PolicyType.Identity && review.Characteristics.IsAllowedAtAccessPoint;
        ImmutableArray<PolicyTrace> policies = [.. layer.Policies.Select(ExplainPolicy)];
        Reasoning why = isIgnored
            ? new("the owner's root user can replace a policy that denies everyone", "A-58")
            : isOutside ? OutsideOrigin
            : isOpen ? new("it allows the access point and not the bucket, and AWS does not say whether that is enough", "Q-7")
            : LayerReasons.Active(part, isDenier, isDecided, layer.Kind, grant);
        return new LayerTrace(layer.Kind, layer.Level, part, isDenier, why) { IsCertain = isDecided && (!isDenier || certainDeniers.Has(layer.Kind)), Policies = policies };
    }

    private PolicyTrace ExplainPolicy(CompiledPolicy policy)
    {
        PolicyExplainer explainer = new(policy, review.Request, review.Characteristics.Boundary);
        ImmutableArray<StatementTrace> statements = explainer.Explain();
        if (!decision.IsCertain) diagnostics.AddRange(explainer.Warn(statements, allowsMatter: review.Combined.Decision == Decision.ImplicitDeny));
        return new PolicyTrace(policy.Document, statements);
    }

    private Reasoning Summarize(ImmutableArray<PolicyType> deniers) => review.Combined.Cause switch
    {
        DecisionCause.NoPermissionRequired => LayerReasons.NeedsNoPermission,
        DecisionCause.RootUser => new("the root user needs no policy in its own account", "A-41"),
        DecisionCause.RootCannotAssumeRoles => new("root credentials cannot assume roles", "A-55"),
        DecisionCause.CredentialsCannotCall => new("credentials of this kind cannot call the action", "A-19"),
        DecisionCause.KeyOfAnotherAccount => new($"the action does not work on a key of another account{AsOfLimit}", "A-57"),
        DecisionCause.OwnAccountOnly => new($"the service refuses the action to callers of other accounts, whatever policies allow{AsOfLimit}", "Q-10"),
        DecisionCause.RoleOfAnotherAccount => new("a role can be passed within its own account only", "A-56"),
        DecisionCause.PublicAccessBlocked => new("Block Public Access stops anonymous access", "A-10"),
        DecisionCause.ResourceAccountUnknown => new("it matters which account owns the resource, and that is unknown", "A-93"),
        DecisionCause.OtherPartition => new("credentials do not cross partitions", "A-07"),
        DecisionCause.OutsideNetworkOrigin => new("the access point takes calls from its VPC alone, and this one comes from elsewhere", "Q-7"),
        DecisionCause.PolicyUnknown => new($"the policies of the kind {NamesOf(deniers)} are unknown", "A-08"),
        _ when review.Combined.Decision == Decision.ExplicitDeny => new($"a Deny statement applies in {NamesOf(deniers)}", "A-01"),
        _ when review.Combined.Decision == Decision.ImplicitDeny => new($"an allow is missing in {NamesOf(deniers)}", "A-02"),
        _ => Allowance(),
    };

    /// <summary>The month of the table by which a service refuses an action.</summary>
    private string AsOfLimit => review.Characteristics.LimitAcrossAccounts is { } limit ? $" (service profiles, {limit.AsOf})" : "";

    private Reasoning Allowance()
    {
        bool isCross = review.Characteristics.Accounts == AccountRelation.Cross;
        ResourceGrant grant = review.Logic.FindGrant(UnknownsAs.Worst);
        if (review.Characteristics.Caller is not (CallerType.User or CallerType.RoleSession or CallerType.FederatedUser)) return new("the resource's policy allows the caller");
        if (review.Characteristics.AwsOwnership == AwsOwnership.Open) return new("AWS owns the resource and lets every account do this, and the caller's own policies allow", "Q-6");
        if (isCross) return new("the resource's policy and the caller's own policies allow", "A-60");
        return grant switch
        {
            ResourceGrant.ToCaller => new("the resource's policy allows the caller directly", "A-39"),
            ResourceGrant.ToSessionIssuer => new("the resource's policy allows the entity behind the caller", "A-32"),
            ResourceGrant.ToAccount when review.Characteristics.NeedsResourcePolicy => new("the resource's policy delegates to the account, and identity policies allow", "A-30"),
            _ => new("identity policies allow", "A-13"),
        };
    }

    private static string NamesOf(ImmutableArray<PolicyType> kinds) => string.Join(", ", kinds.Select(PolicyTypeNames.NameOf));

    /// <summary>The message of a certain denial.</summary>
    /// <param name="kind">The kind that it names; null where no kind denies for certain.</param>
    private DenialMessage Deny(PolicyType? kind)
    {
        AuthorizationRequest request = review.Request;
        string caller = request.Principal.Kind == CallerType.Service ? request.Principal.ServiceNames[0] : request.Principal.ToString();
        return new DenialMessage(caller, request.Action)
        {
            Resource = review.Characteristics.HasResource ? request.Resource : null,
            PolicyType = kind switch
            {
                PolicyType.Resource when review.Characteristics.Is(RequestTraits.TargetsRole) => PolicyType.Trust,
                PolicyType.AccessPoint => PolicyType.Resource,
                _ => kind,
            },
            IsExplicit = review.Combined.Decision == Decision.ExplicitDeny,
        };
    }
}
