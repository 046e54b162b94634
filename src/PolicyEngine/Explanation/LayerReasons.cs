using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Requests;

namespace PolicyEngine.Explanation;

/// <summary>The words for what a layer does, or why it does not count.</summary>
internal static class LayerReasons
{
    /// <summary>Why nothing but an endpoint's policy counts.</summary>
    internal static Reasoning NeedsNoPermission => new("the action needs no permission", "A-54");

    /// <summary>Why a resource of AWS needs no policy that can be seen.</summary>
    internal static Reasoning AwsOpens => new("AWS owns the resource and lets every account do this", "Q-6");

    /// <summary>The name of a layer.</summary>
    internal static string NameOf(CompiledLayer layer) =>
        layer.Level.Length == 0 ? PolicyTypeNames.NameOf(layer.Kind) : $"{PolicyTypeNames.NameOf(layer.Kind)} '{layer.Level}'";

    /// <summary>Why nothing of a kind is attached, or what that means.</summary>
    internal static Reasoning NotAttached(PolicyType kind, DecisionReview review) => kind switch
    {
        PolicyType.ResourceControl => new("the resource's account has no resource control policies"),
        PolicyType.ServiceControl => new("the caller's account has no service control policies"),
        PolicyType.VpcEndpoint => new("the endpoint has its default policy, which allows everything"),
        PolicyType.AccessPoint => new("the access point has no policy"),
        PolicyType.Resource when review.Characteristics.AwsOwnership == AwsOwnership.Open => AwsOpens,
        PolicyType.Resource => new("the resource has no policy"),
        PolicyType.Identity => new("no identity policy is attached to the caller"),
        PolicyType.PermissionsBoundary => new("no permissions boundary limits the caller"),
        PolicyType.ScopeDown => new("no scope-down policy limits the session"),
        _ when review.Characteristics.Caller == CallerType.FederatedUser => new("a session made by GetFederationToken has no permissions without a session policy", "A-18"),
        _ when !review.Characteristics.PrivilegedRoot.IsFalse => new("a root session made by AssumeRoot has no permissions without its task policy", "A-43"),
        _ => new("no session policy limits the session"),
    };

    /// <summary>Why policies of a kind do not count.</summary>
    internal static Reasoning NotApplicable(PolicyType kind, DecisionReview review) => kind switch
    {
        not PolicyType.VpcEndpoint when review.Characteristics.NeedsNoPermission => NeedsNoPermission,
        PolicyType.ResourceControl => ResourceControl(review),
        PolicyType.ServiceControl => ServiceControl(review),
        PolicyType.VpcEndpoint when review.Request.Endpoint is null => new("the request came through no VPC endpoint"),
        PolicyType.VpcEndpoint => new("endpoints of the service have no policies", "A-85"),
        PolicyType.AccessPoint when review.Characteristics.Is(RequestTraits.NamesUntoldAccessPoint) => new("the resource is an access point whose policy and bucket cannot be told, or the alias of one", "Q-7"),
        PolicyType.AccessPoint => new("the resource is no access point"),
        PolicyType.Resource when review.Characteristics.Is(RequestTraits.OnAccessPoint) => new("the policy of the access point stands in its place", "Q-7"),
        PolicyType.Resource => new("passing a role never asks its trust policy", "A-56"),
        _ => new($"{CallerOf(review)} has no such policies"),
    };

    /// <summary>What a layer does that counts.</summary>
    internal static Reasoning Active(LayerOutcome part, bool isDenier, bool isDecided, PolicyType kind, ResourceGrant grant) => part switch
    {
        LayerOutcome.Denies when !isDecided => new("a Deny that cannot be decided counts as one that applies", "A-01"),
        LayerOutcome.Denies => new("an explicit deny wins over every allow", "A-01"),
        LayerOutcome.NoMatch when isDenier && !isDecided => new("its allow is needed, and whether a statement allows cannot be decided"),
        LayerOutcome.NoMatch when isDenier => new("its allow is needed, and no statement allows"),
        LayerOutcome.NoMatch => new("no statement applies, and its allow is not needed"),
        _ when kind is not (PolicyType.Resource or PolicyType.AccessPoint) => isDenier ? new("it allows, but that is not enough") : new("a statement allows"),
        _ => Grants(grant),
    };

    /// <summary>What a grant of the resource's policy is worth in the caller's own account.</summary>
    internal static Reasoning Grants(ResourceGrant grant) => grant switch
    {
        ResourceGrant.ToCaller => new("it allows the caller directly", "A-39"),
        ResourceGrant.ToSessionIssuer => new("it allows the entity behind the caller, within boundary and session policies", "A-32"),
        ResourceGrant.ToAccount => new("it allows the account, whose identity policies must allow too", "A-30"),
        _ => new("it has no resource to grant", "A-59"),
    };

    private static Reasoning ResourceControl(DecisionReview review)
    {
        AuthorizationRequest request = review.Request;
        if (!review.Characteristics.HasResource) return new("the action has no resource", "A-27");
        if (request.Principal.IsServiceLinkedRole || review.Characteristics.Is(RequestTraits.TargetsServiceLinkedRole)) return new("service-linked roles are exempt", "A-28");
        if (request.IsResourceInManagementAccount) return new("resources of the management account are exempt", "A-28");
        if (review.Characteristics.AwsOwnership != AwsOwnership.None) return new("AWS owns the resource", "Q-6");
        bool isManaged = request.IsResourceManagedByAws || review.Characteristics.Is(RequestTraits.UsesAwsManagedKey);
        return isManaged ? new("keys that AWS manages are exempt", "A-28") : new($"AWS does not apply them to this action (service tables, {review.TablesAsOf})", "A-27");
    }

    private static Reasoning ServiceControl(DecisionReview review)
    {
        if (review.Request.Principal.IsInManagementAccount) return new("principals of the management account are exempt", "A-22");
        return review.Request.Principal.IsServiceLinkedRole ? new("service-linked roles are exempt", "A-23") : new($"{CallerOf(review)} is in no member account", "A-25");
    }

    private static string CallerOf(DecisionReview review) => review.Characteristics.Caller switch
    {
        CallerType.Anonymous => "an anonymous caller",
        CallerType.Root => "the root user",
        CallerType.Service => "an AWS service",
        CallerType.WebIdentity or CallerType.Saml => "a federated caller without a role",
        _ => "the caller",
    };
}
