namespace PolicyEngine;

/// <content>Deciding requests that stay with their builder, which is used again.</content>
public sealed partial class PolicyEvaluator
{
    /// <summary>Decides a request by one policy. Total: never throws for any policy and any request.</summary>
    /// <remarks>Costs what <see cref="Evaluate(CompiledPolicy, AuthorizationRequest)"/> costs, and allocates nothing unless keys are spelled in several
    /// ways, or families of keys are unknown.</remarks>
    /// <param name="policy">The policy.</param>
    /// <param name="builder">Holds the request as it is now; no other thread may change it meanwhile.</param>
    /// <returns>The decision that <see cref="Evaluate(CompiledPolicy, AuthorizationRequest)"/> gives for <see cref="AuthorizationRequestBuilder.Build"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DecisionResult Evaluate(CompiledPolicy policy, AuthorizationRequestBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        PolicyDecision decision = Evaluate(policy, builder.Borrow());
        return new DecisionResult(decision.Decision, decision.IsCertain);
    }

    /// <summary>Decides a request by all policies of a set. Total: never throws for any policies and any request.</summary>
    /// <remarks>Costs what <see cref="Evaluate(CompiledPolicySet, AuthorizationRequest)"/> costs, and allocates nothing unless keys are spelled in several
    /// ways, or families of keys are unknown.</remarks>
    /// <param name="policies">The policies.</param>
    /// <param name="builder">Holds the request as it is now; no other thread may change it meanwhile.</param>
    /// <returns>The decision that <see cref="Evaluate(CompiledPolicySet, AuthorizationRequest)"/> gives for <see cref="AuthorizationRequestBuilder.Build"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public DecisionResult Evaluate(CompiledPolicySet policies, AuthorizationRequestBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(policies);
        AuthorizationDecision decision = Evaluate(policies, builder.Borrow(policies.AskedKeys));
        return new DecisionResult(decision.Decision, decision.IsCertain);
    }
}
