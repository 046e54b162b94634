using System.Text.RegularExpressions;
using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>A policy set as A-03 combines it, without regard to speed: the library is compared with it.</summary>
public sealed class ReferenceAuthorization
{
    private static readonly PolicyType[] Kinds = [.. PolicySet.Types];

    /// <summary>Q-6.</summary>
    private readonly (bool IsOwned, bool IsOpen) owner;
    private readonly PolicySet policies;
    private readonly AuthorizationRequest request;
    private readonly AuthorizationOptions options;
    private readonly RequestPrincipal caller;
    private readonly string service;
    private readonly string name;
    private readonly string[] resource;
    private readonly StatementAnswer[] answers;
    private readonly ReferenceCheck check;
    private bool isThrough;

    private ReferenceAuthorization(ReferenceCheck check, AuthorizationOptions options)
    {
        owner = AwsOwned.Of(check.Request);
        (this.check, policies, request, this.options, caller) = (check, check.Policies, DerivedKeys.AddTo(check.Request), options, check.Request.Principal);
        string[] action = Forms.Ascii(request.Action).Split(':', 2);
        (service, name) = action.Length == 2 ? (action[0], action[1]) : ("", "");
        resource = request.Resource.Split(':', 6);
        answers = [.. Kinds.Where(kind => IsSelected(kind) && !(kind == PolicyType.VpcEndpoint && IsUnrecognized)).SelectMany(Read)];
    }

    /// <summary>True for a caller with an IAM identity: it has identity policies, and may have a boundary and session policies .</summary>
    private bool IsEntity => caller.Kind is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser;

    /// <summary>A-57, A-59: whether there is a resource whose policy could grant.</summary>
    private bool HasResource => request.Resource != "*";

    /// <summary>A-13, A-28, A-57: what limits is found by the end of any text, what exempts in an ARN of the service alone.</summary>
    private string Target => resource.Length == 6 ? resource[5] : "";

    /// <summary>A-28, A-57.</summary>
    private bool Is(string owner, string beginning) => resource is ["arn", _, var of, ..] && of == owner && Target.StartsWith(beginning, StringComparison.Ordinal);

    /// <summary>Q-7: the kind of policies that the resource has of its own.</summary>
    private PolicyType OwnKind => AccessPoints.IsOn(request.Action, resource) ? PolicyType.AccessPoint : PolicyType.Resource;

    /// <summary>Q-7: whether the access point takes calls from a VPC alone, and this one comes from elsewhere.</summary>
    private Answer IsOutside => !isThrough || OwnKind != PolicyType.AccessPoint || policies.AccessPoint.Origin != AccessPointOrigin.Vpc ? false
        : Answer.Agree(Conditions.Find(request.Context, "aws:SourceVpc").DefaultIfEmpty().Select(v => v is null ? true : v.IsUnknown ? Answer.UnknownKey : v.IsList ? Answer.Defect : policies.AccessPoint.VpcId is { } vpc && v.Values[0] != vpc));

    /// <summary>A-54: allowed for any authenticated caller; web identity and SAML calls are unsigned .</summary>
    private bool NeedsNoPermission => options.Services.NeedsNoPermission(request.Action) && (IsEntity || caller.Kind is CallerType.Root or CallerType.Service);

    /// <summary>A-56.</summary>
    private bool PassesRole => (service, name) == ("iam", "passrole");

    /// <summary>A-13, A-50, A-57: true where only the resource's own policy gives access.</summary>
    private bool NeedsResourcePolicy => (service == "sts" && (name is "assumerole" or "assumerolewithsaml" or "assumerolewithwebidentity" || (HasResource && Target.StartsWith("role/", StringComparison.Ordinal))))
        || (HasResource && service == "kms" && !(name is "createalias" or "updatealias" or "deletealias" && Is("kms", "alias/")))
        || (HasResource && options.ServicesThatNeedResourcePolicies.Any(s => Forms.Ascii(s) == service));

    /// <summary>A-03: the decision with unknowns taken three ways. The owner of the resource is undecided where none or two are named .</summary>
    public static ReferenceAuthorizationDecision Decide(PolicySet policies, AuthorizationRequest request, AuthorizationOptions options)
    {
        List<ReferenceCheck> checks = AccessPoints.ChecksOf(policies, request, first => new ReferenceAuthorization(first, options).MayAllowByIdentity);
        if (checks.Count == 0) return Decide(new ReferenceCheck(policies, request), options, isThrough: false);
        ReferenceAuthorizationDecision[] each = [.. checks.Select(one => Decide(one, options, isThrough: true))];
        ReferenceOutcome[] order = [ReferenceOutcome.ExplicitDeny, ReferenceOutcome.ImplicitDeny, ReferenceOutcome.Allowed];
        ReferenceOutcome WorstOf(Func<ReferenceAuthorizationDecision, ReferenceOutcome> of) => order.First(each.Select(of).Contains);
        ReferenceOutcome outcome = WorstOf(static d => d.Outcome);
        return new ReferenceAuthorizationDecision(outcome, WorstOf(static d => d.BestCase), outcome == WorstOf(static d => d.Favourable), [.. each.Where(d => d.Outcome == outcome).SelectMany(static d => d.Statements)]) { Favourable = WorstOf(static d => d.Favourable) };
    }

    /// <summary>Q-7: whether identity policies allow, or may.</summary>
    private bool MayAllowByIdentity => IsEntity && !NeedsNoPermission && Allows(PolicyType.Identity, UnknownsAs.Favourable);

    /// <summary>A-03: one check.</summary>
    private static ReferenceAuthorizationDecision Decide(ReferenceCheck check, AuthorizationOptions options, bool isThrough)
    {
        ReferenceAuthorization all = new(check, options) { isThrough = isThrough };
        bool[] relations = all.IsSameAccount() is { } known ? [known] : [false, true];
        ReferenceOutcome In(UnknownsAs unknowns)
        {
            ReferenceOutcome[] each = [.. relations.Select(same => all.Decide(unknowns, same))];
            ReferenceOutcome[] order = unknowns == UnknownsAs.Worst ? [ReferenceOutcome.ExplicitDeny, ReferenceOutcome.ImplicitDeny, ReferenceOutcome.Allowed] : [ReferenceOutcome.Allowed, ReferenceOutcome.ImplicitDeny, ReferenceOutcome.ExplicitDeny];
            return order.First(each.Contains);
        }

        ReferenceOutcome outcome = In(UnknownsAs.Worst);
        Effect deciding = outcome == ReferenceOutcome.Allowed ? Effect.Allow : Effect.Deny;
        IEnumerable<StatementAnswer> statements = all.answers.Where(s => s.Effect == deciding && outcome != ReferenceOutcome.ImplicitDeny && UnknownsAs.Worst.Applies(deciding, s.Answer));
        if (deciding == Effect.Deny) statements = statements.Where(s => relations.Any(same => all.Counts(s, UnknownsAs.Worst, same)));
        return new ReferenceAuthorizationDecision(outcome, In(UnknownsAs.Best), outcome == In(UnknownsAs.Favourable), [.. statements.Select(static s => s.Place)]) { Favourable = In(UnknownsAs.Favourable) };
    }

    /// <summary>A-03, steps 1 to 6.</summary>
    private ReferenceOutcome Decide(UnknownsAs unknowns, bool isSameAccount)
    {
        if (unknowns.Applies(Effect.Deny, IsOutside)) return ReferenceOutcome.ExplicitDeny;
        if (answers.Any(s => s.Effect == Effect.Deny && Counts(s, unknowns, isSameAccount) && unknowns.Applies(Effect.Deny, s.Answer))) return ReferenceOutcome.ExplicitDeny;
        bool isGranted = NeedsNoPermission || (Allows(PolicyType.ServiceControl, unknowns) && Allows(PolicyType.ScopeDown, unknowns) && IsGranted(unknowns, isSameAccount));
        bool isAllowed = CanCall(unknowns) && isGranted && Allows(PolicyType.VpcEndpoint, unknowns);
        bool isSeen = unknowns != UnknownsAs.Worst || !(check.LacksFacts || AccessPoints.IsUntold(request.Action, resource) || Kinds.Any(kind => IsSelected(kind) && IsNotKnown(kind)));
        return isAllowed && isSeen ? ReferenceOutcome.Allowed : ReferenceOutcome.ImplicitDeny;
    }

    /// <summary>A-03, step 2: the kinds that take part .</summary>
    private bool IsSelected(PolicyType kind) => kind switch
    {
        PolicyType.VpcEndpoint => request.Endpoint is { SupportsPolicy: true },
        _ when NeedsNoPermission => false,
        PolicyType.ServiceControl => (IsEntity || caller.Kind == CallerType.Root) && !caller.IsInManagementAccount && !caller.IsServiceLinkedRole,
        PolicyType.ResourceControl => HasResource && !owner.IsOwned && !request.IsResourceInManagementAccount && !caller.IsServiceLinkedRole
            && !(service == "sts" && Is("iam", "role/aws-service-role/"))
            && !request.IsResourceManagedByAws && !(service == "kms" && Is("kms", "alias/aws/"))
            && (options.TreatsUnlistedServicesAsResourceControlled ? !options.Services.IsExemptFromResourceControl(request.Action) : options.Services.HasResourceControl(request.Action)),
        PolicyType.Resource => !PassesRole && OwnKind == kind,
        PolicyType.AccessPoint => OwnKind == kind,
        PolicyType.Session => IsEntity || caller.Kind == CallerType.Root,
        PolicyType.ScopeDown => IsEntity || policies.ScopeDown.IsAttached,
        _ => IsEntity,
    };

    /// <summary>Q-13: an endpoint whose type has a name that nobody knows.</summary>
    private bool IsUnrecognized => request.Endpoint?.Type == VpcEndpointType.Unrecognized;

    /// <summary>A-08: a boundary that the caller is said to have and that is not given is not known, either.</summary>
    private bool IsNotKnown(PolicyType kind) => kind == PolicyType.Resource && owner.IsOwned ? !owner.IsOpen && !policies[kind].IsAttached : !policies[kind].IsKnown || (kind == PolicyType.VpcEndpoint && IsUnrecognized) || (kind == PolicyType.PermissionsBoundary && caller.HasPermissionsBoundary == true && !policies[kind].IsAttached);

    /// <summary>Each statement of a kind with its answer (L-2), and what its principals grant .</summary>
    private IEnumerable<StatementAnswer> Read(PolicyType kind) =>
        from level in LevelsOf(kind).Select(static (Level, At) => (Level, At))
        from policy in level.Level.Documents.Select(static (Document, At) => (Document, At))
        from statement in policy.Document.Statements.Select(static (Statement, At) => (Statement, At))
        select new StatementAnswer(kind, level.At, new Place(kind, level.Level.Name, policy.At, statement.At), statement.Statement.Effect,
            ReferencePolicy.Match(statement.Statement, policy.Document, request, IsBounded), Principals.Grants(statement.Statement.Principal, policy.Document.Type, request));

    /// <summary>Q-8: each scope-down policy is a level; attached without any, they are an empty one.</summary>
    private PolicyLevel[] LevelsOf(PolicyType kind)
    {
        PolicyLevel[] levels = [.. policies[kind].Levels];
        PolicyDocument[] documents = [.. levels.SelectMany(static level => level.Documents)];
        return kind != PolicyType.ScopeDown || documents.Length == 0 ? levels : [.. documents.Select(static (document, i) => new PolicyLevel($"{i + 1}", document))];
    }

    /// <summary>L-90: whether the caller has a permissions boundary.</summary>
    private Answer IsBounded => caller.HasPermissionsBoundary is { } isSaid ? isSaid : policies.PermissionsBoundary.IsKnown ? policies.PermissionsBoundary.IsAttached : Answer.UnknownKey;

    /// <summary>A-58, A-43: no deny of a bucket's policy keeps the owner's root user from mending it; nor that of a queue a root session made for that.</summary>
    private bool Counts(StatementAnswer statement, UnknownsAs unknowns, bool isSameAccount)
    {
        bool mendsBucket = service == "s3" && name is "getbucketpolicy" or "putbucketpolicy" or "deletebucketpolicy";
        bool mendsQueue = service == "sqs" && name is "getqueueattributes" or "setqueueattributes" && unknowns.Applies(Effect.Allow, IsPrivilegedRoot);
        return !(statement.Kind == PolicyType.Resource && caller.Kind == CallerType.Root && isSameAccount && (mendsBucket || mendsQueue));
    }

    /// <summary>A-43: whether a root session is scoped by a task policy, which AssumeRoot always gives one.</summary>
    private Answer IsPrivilegedRoot => policies.Session.IsAttached | (policies.Session.IsKnown ? false : Answer.UnknownKey) | Flag("aws:AssumedRoot");

    /// <summary>A-03, step 4 and the limits of step 5: at every level some policy allows. What is not known allows .</summary>
    private bool Allows(PolicyType kind, UnknownsAs unknowns)
    {
        if (!IsSelected(kind) || IsNotKnown(kind)) return true;
        bool needsSession = caller.Kind == CallerType.FederatedUser || (caller.Kind == CallerType.Root && unknowns.Applies(Effect.Deny, IsPrivilegedRoot));
        if (!policies[kind].IsAttached) return kind != PolicyType.Identity && !(kind == PolicyType.Session && needsSession);
        return Enumerable.Range(0, LevelsOf(kind).Length).All(level => answers.Any(s => s.Kind == kind && s.Level == level && Allows(s, unknowns)));
    }

    /// <summary>L-3, A-91.</summary>
    private static bool Allows(StatementAnswer statement, UnknownsAs unknowns) => statement.Effect == Effect.Allow && unknowns.Applies(Effect.Allow, statement.Answer);

    /// <summary>A-03, step 5, by kind of caller; refuse some.</summary>
    private bool IsGranted(UnknownsAs unknowns, bool isSameAccount)
    {
        Grant grant = FindGrant(unknowns);
        bool isLimited = !Allows(PolicyType.PermissionsBoundary, unknowns) || !Allows(PolicyType.Session, unknowns);
        bool hasOwnSide = (isSameAccount && !NeedsResourcePolicy) || grant != Grant.None;
        bool isOfOwnAccount = HasResource && Profiles.IsOwnAccountOnly(service, name);
        bool isRefused = !isSameAccount && (PassesRole || isOfOwnAccount);
        return caller.Kind switch
        {
            CallerType.Anonymous when request.BlocksPublicAccess => false,
            _ when caller.Account is not null && resource.Length == 6 && resource[1] != caller.Partition => false,
            CallerType.Root when (service, name) is ("sts", "assumerole" or "assumeroot") => false,
            CallerType.Root => !isRefused && hasOwnSide && !isLimited,
            CallerType.Service => grant != Grant.None,
            _ when !IsEntity => !isOfOwnAccount && grant != Grant.None,
            _ when isSameAccount && grant == Grant.D => true,
            _ when isSameAccount && grant == Grant.E => !isLimited,
            _ => !isRefused && hasOwnSide && !isLimited && (Allows(PolicyType.Identity, unknowns) || (unknowns == UnknownsAs.Favourable && check.IsAllowedByIdentity)),
        };
    }

    /// <summary>A-39: the best grant of the resource's policy. A grant beside policies is one that names the caller.</summary>
    private Grant FindGrant(UnknownsAs unknowns)
    {
        if (!IsSelected(OwnKind)) return Grant.None;
        if (request.HasServiceGrant || owner.IsOpen || (HasResource && IsNotKnown(OwnKind))) return Grant.D;
        return answers.Where(s => HasResource && s.Kind == OwnKind && Allows(s, unknowns))
            .SelectMany(s => s.Grants.Where(g => unknowns.Applies(Effect.Allow, g.Answer))).Select(static g => g.Grant).DefaultIfEmpty().Max();
    }

    /// <summary>A-19: what credentials of a kind can call, where the kind is said. Passing a role is no call .</summary>
    private bool CanCall(UnknownsAs unknowns) => caller.Credentials switch
    {
        var kind when (service, name) == ("sts", "getscopedcredentials") => !(kind == CredentialKind.LongTerm || (kind == CredentialKind.Unknown && caller.Kind == CallerType.Root))
            && (unknowns == UnknownsAs.Favourable || !(kind == CredentialKind.FederationToken || caller.Kind == CallerType.Root)),
        CredentialKind.FederationToken => !(service == "iam" && !PassesRole) && !(service == "sts" && name != "getcalleridentity"),
        CredentialKind.SessionToken => !(service == "iam" && !PassesRole && !unknowns.Applies(Effect.Allow, Flag("aws:MultiFactorAuthPresent"))) && !(service == "sts" && name is not ("assumerole" or "getcalleridentity")),
        CredentialKind.Role => !(service == "sts" && name is "getfederationtoken" or "getsessiontoken"),
        _ => true,
    };

    /// <summary>A-91: whether a key is true; not when it is missing.</summary>
    private Answer Flag(string key) => Answer.Agree(Conditions.Find(request.Context, key).DefaultIfEmpty(ContextValue.Of("false")).Select(static v => v.IsUnknown ? Answer.UnknownKey : v.IsList || Forms.Boolean(v.Values[0]) is not { } isTrue ? Answer.Defect : isTrue));

    /// <summary>A-03, A-93, A-98: true where caller and resource have one account; null where no owner or two owners of the resource are named.</summary>
    private bool? IsSameAccount()
    {
        string? inArn = resource.Length == 6 ? resource[4] : null;
        string? named = Forms.IsAccount(inArn) ? inArn : null;
        string? given = request.ResourceAccount;
        if (given is not null && !Forms.IsAccount(given)) return null;
        if (given is null) return named is not null ? named == caller.Account : !HasResource ? true : owner.IsOwned ? false : null;
        return named is null || named == given ? given == caller.Account : null;
    }
}
