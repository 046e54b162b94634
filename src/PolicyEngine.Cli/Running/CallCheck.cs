namespace PolicyEngine.Cli.Running;

/// <summary>One check of a call.</summary>
/// <param name="Policies">The policies.</param>
/// <param name="Request">The request.</param>
/// <param name="Decision">What they decide.</param>
internal sealed record CallCheck(CompiledPolicySet Policies, AuthorizationRequest Request, AuthorizationDecision Decision);
