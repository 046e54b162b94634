namespace PolicyEngine.FsCheck.Requests;

/// <summary>Requests with one part changed.</summary>
internal static class RequestCopies
{
    extension(AuthorizationRequest request)
    {
        internal AuthorizationRequest With(RequestPrincipal principal) => Copy(request, principal, request.Action, request.Resource, request.Context);

        internal AuthorizationRequest With(RequestContext context) => Copy(request, request.Principal, request.Action, request.Resource, context);

        internal AuthorizationRequest WithAction(string action) => Copy(request, request.Principal, action, request.Resource, request.Context);

        internal AuthorizationRequest WithResource(string resource) => Copy(request, request.Principal, request.Action, resource, request.Context);

        /// <summary>The same question without an endpoint and the marks of the resource, with or without its owner.</summary>
        internal AuthorizationRequest Bare(bool keepsOwner) => new(request.Principal, request.Action, request.Resource, request.Context) { ResourceAccount = keepsOwner ? request.ResourceAccount : null };
    }

    private static AuthorizationRequest Copy(AuthorizationRequest request, RequestPrincipal principal, string action, string resource, RequestContext context) => new(principal, action, resource, context)
    {
        Endpoint = request.Endpoint,
        ResourceAccount = request.ResourceAccount,
        IsResourceInManagementAccount = request.IsResourceInManagementAccount,
        IsResourceManagedByAws = request.IsResourceManagedByAws,
        HasServiceGrant = request.HasServiceGrant,
        BlocksPublicAccess = request.BlocksPublicAccess,
    };
}
