namespace PolicyEngine.FsCheck;

/// <summary>Shows requests in full, for counterexamples.</summary>
public static class RequestText
{
    /// <summary>All that a request says, a line for each subject.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The text; its form may change.</returns>
    public static string Of(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestPrincipal caller = request.Principal;
        string keys = string.Join("; ", request.Context.Select(static entry => $"{entry.Key} = {entry.Value}"));
        return $"""
            {request}
            caller: {caller.Kind} role {caller.RoleArn} issuer {caller.IssuerArn} id {caller.UniqueId} canonical {caller.CanonicalUserId} boundary {caller.HasPermissionsBoundary}, management account {caller.IsInManagementAccount}, service-linked {caller.IsServiceLinkedRole}, credentials {caller.Credentials}, identified {caller.IsIdentified}
            resource: account '{request.ResourceAccount}', of the management account {request.IsResourceInManagementAccount}, of AWS {request.IsResourceManagedByAws}, grant {request.HasServiceGrant}, blocks public access {request.BlocksPublicAccess}
            endpoint: {request.Endpoint}
            keys: {keys}
            """;
    }
}
