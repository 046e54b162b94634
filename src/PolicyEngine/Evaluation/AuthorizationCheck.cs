namespace PolicyEngine.Evaluation;

/// <summary>One of the checks that decide a request, with the policies that decide it.</summary>
internal readonly record struct AuthorizationCheck(CompiledPolicySet Policies, AuthorizationRequest Request);
