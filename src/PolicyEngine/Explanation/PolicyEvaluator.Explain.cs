using System.Collections.Immutable;
using PolicyEngine.Evaluation;
using PolicyEngine.Explanation;

namespace PolicyEngine;

/// <content>Decisions with their reasons.</content>
public sealed partial class PolicyEvaluator
{
    /// <summary>Decides a request by one policy and tells why: for each statement and element what matched, or why not.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="request">The request.</param>
    /// <returns>The same decision as <see cref="Evaluate(CompiledPolicy, AuthorizationRequest)"/> gives, with its reasons.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PolicyExplanation Explain(CompiledPolicy policy, AuthorizationRequest request)
    {
        PolicyDecision decision = Evaluate(policy, request);
        PolicyExplainer explainer = new(policy, request, RequestCharacteristics.BoundaryOf(request.Principal));
        ImmutableArray<StatementTrace> statements = explainer.Explain();
        return new PolicyExplanation(policy.Document, request)
        {
            Decision = decision.Decision,
            IsCertain = decision.IsCertain,
            Statements = statements,
            Diagnostics = decision.IsCertain ? [] : explainer.Warn(statements),
        };
    }

    /// <summary>Decides a request by all its policies and tells why, layer by layer and statement by statement.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="request">The request.</param>
    /// <returns>The same decision as <see cref="Evaluate(CompiledPolicySet, AuthorizationRequest)"/> gives, with its reasons.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AuthorizationExplanation Explain(CompiledPolicySet policies, AuthorizationRequest request)
    {
        AuthorizationDecision decision = Evaluate(policies, request);
        if (request.HasSeveralChecks) return AuthorizationExplainer.Combine(request, decision, [.. AccessPointChecks.Of(policies, request, options).Select(check => Explain(check.Policies, check.Request))]);
        return new AuthorizationExplainer(new DecisionReview(policies, request.WithDerivedKeys(policies.AskedKeys), options), decision).Explain();
    }
}
