namespace PolicyEngine.Fuzz;

/// <summary>All policies in play and a request.</summary>
internal sealed record Question(PolicySet Policies, AuthorizationRequest Request, AuthorizationOptions Options);
