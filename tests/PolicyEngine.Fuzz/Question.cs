namespace PolicyEngine.Fuzz;

/// <summary>A policy set and a request.</summary>
internal sealed record Question(PolicySet Policies, AuthorizationRequest Request, AuthorizationOptions Options);
