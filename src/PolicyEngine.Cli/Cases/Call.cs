using System.Collections.Immutable;

namespace PolicyEngine.Cli.Cases;

/// <summary>One call of an API: what one caller does, which may need several checks.</summary>
internal sealed record Call
{
    /// <summary>The caller.</summary>
    internal required RequestPrincipal Principal { get; init; }

    /// <summary>The actions, all of which must be allowed.</summary>
    internal required ImmutableArray<string> Actions { get; init; }

    /// <summary>The resources, on all of which they must be allowed; null where the resource is unknown.</summary>
    internal required ImmutableArray<string>? Resources { get; init; }

    /// <summary>The condition keys.</summary>
    internal required RequestContext Context { get; init; }

    /// <summary>The account that owns the resources; null where their ARNs tell.</summary>
    internal string? ResourceAccount { get; init; }

    /// <summary>True where that is the management account of its organization.</summary>
    internal bool ResourceAccountIsManagement { get; init; }

    /// <summary>The VPC endpoint that the call comes through; null where it comes through none.</summary>
    internal RequestEndpoint? Endpoint { get; init; }

    /// <summary>A call that needs one check.</summary>
    internal static Call Of(AuthorizationRequest request) => new()
    {
        Principal = request.Principal,
        Actions = [request.Action],
        Resources = [request.Resource],
        Context = request.Context,
        ResourceAccount = request.ResourceAccount,
        ResourceAccountIsManagement = request.IsResourceInManagementAccount,
        Endpoint = request.Endpoint,
    };

    /// <summary>One of the checks.</summary>
    internal AuthorizationRequest ToRequest(string action, string resource) => new(Principal, action, resource, Context)
    {
        ResourceAccount = ResourceAccount,
        IsResourceInManagementAccount = ResourceAccountIsManagement,
        Endpoint = Endpoint,
    };

    /// <summary>All checks, actions first; for an unknown resource on <c>*</c>.</summary>
    internal IEnumerable<AuthorizationRequest> ToRequests() =>
        Actions.SelectMany(action => (Resources ?? ["*"]).Select(resource => ToRequest(action, resource)));
}
