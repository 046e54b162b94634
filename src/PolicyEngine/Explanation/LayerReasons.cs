using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Requests;

namespace PolicyEngine.Explanation;

/// <summary>The words for what a layer does, or why it does not count.</summary>
internal static class LayerReasons
{
    /// <summary>The name of a layer.</summary>
    internal static string NameOf(CompiledLayer layer) =>
        layer.Level.Length == 0 ? PolicyKindNames.NameOf(layer.Kind) : $"{PolicyKindNames.NameOf(layer.Kind)} '{layer.Level}'";

    /// <summary>Why nothing of a kind is attached, or what that means.</summary>
    internal static string NotAttached(PolicyKind kind, DecisionReview inquiry) => kind switch
    {
        PolicyKind.ResourceControl => "the resource's account has no resource control policies",
        PolicyKind.ServiceControl => "the caller's account has no service control policies",
        PolicyKind.VpcEndpoint => "the endpoint has its default policy, which allows everything",
        PolicyKind.Resource => "the resource has no policy",
        PolicyKind.Identity => "no identity policy is attached to the caller",
        PolicyKind.PermissionsBoundary => "no permissions boundary limits the caller",
        _ when inquiry.Facts.Caller == PrincipalKind.FederatedUser => "a session made by GetFederationToken has no permissions without a session policy [A-18]",
        _ when !inquiry.Facts.PrivilegedRoot.IsFalse => "a root session made by AssumeRoot has no permissions without its task policy [A-43]",
        _ => "no session policy limits the session",
    };

    /// <summary>Why policies of a kind do not count.</summary>
    internal static string NotApplicable(PolicyKind kind, DecisionReview inquiry) => kind switch
    {
        PolicyKind.ResourceControl => ResourceControl(inquiry),
        PolicyKind.ServiceControl => ServiceControl(inquiry),
        PolicyKind.VpcEndpoint when inquiry.Request.Endpoint is null => "the request came through no VPC endpoint",
        PolicyKind.VpcEndpoint => "endpoints of the service have no policies [A-85]",
        PolicyKind.Resource => "passing a role never asks its trust policy [A-56]",
        _ => $"{CallerOf(inquiry)} has no such policies",
    };

    /// <summary>What a layer does that counts.</summary>
    internal static string Active(LayerOutcome part, bool isDenier, PolicyKind kind, ResourceGrant grant) => part switch
    {
        LayerOutcome.Denies => "an explicit deny wins over every allow [A-01]",
        LayerOutcome.NoMatch when isDenier => "its allow is needed, and no statement allows",
        LayerOutcome.NoMatch => "no statement applies, and its allow is not needed",
        _ when kind != PolicyKind.Resource => isDenier ? "it allows, but that is not enough" : "a statement allows",
        _ => Grants(grant),
    };

    /// <summary>What a grant of the resource's policy is worth in the caller's own account.</summary>
    internal static string Grants(ResourceGrant grant) => grant switch
    {
        ResourceGrant.ToCaller => "it allows the caller directly [A-39]",
        ResourceGrant.ToSessionIssuer => "it allows the entity behind the caller, within boundary and session policies [A-32]",
        ResourceGrant.ToAccount => "it allows the account, whose identity policies must allow too [A-30]",
        _ => "it has no resource to grant [A-59]",
    };

    private static string ResourceControl(DecisionReview inquiry)
    {
        AuthorizationRequest request = inquiry.Request;
        if (!inquiry.Facts.HasResource) return "the action has no resource [A-27]";
        if (request.Principal.IsServiceLinkedRole || inquiry.Facts.Is(RequestTraits.TargetsServiceLinkedRole)) return "service-linked roles are exempt [A-28]";
        if (request.IsResourceInManagementAccount) return "resources of the management account are exempt [A-28]";
        bool isManaged = request.IsResourceManagedByAws || inquiry.Facts.Is(RequestTraits.UsesAwsManagedKey);
        return isManaged ? "keys that AWS manages are exempt [A-28]" : "AWS does not apply them to this action [A-27]";
    }

    private static string ServiceControl(DecisionReview inquiry)
    {
        if (inquiry.Request.Principal.IsInManagementAccount) return "principals of the management account are exempt [A-22]";
        return inquiry.Request.Principal.IsServiceLinkedRole ? "service-linked roles are exempt [A-23]" : $"{CallerOf(inquiry)} is in no member account [A-25]";
    }

    private static string CallerOf(DecisionReview inquiry) => inquiry.Facts.Caller switch
    {
        PrincipalKind.Anonymous => "an anonymous caller",
        PrincipalKind.Root => "the root user",
        PrincipalKind.Service => "an AWS service",
        PrincipalKind.WebIdentity or PrincipalKind.Saml => "a federated caller without a role",
        _ => "the caller",
    };
}
