using Microsoft.Extensions.Logging;
using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Explanation;

namespace PolicyEngine;

/// <content>Deciding by all policies in play.</content>
public sealed partial class PolicyEvaluator
{
    private const int LayersOnStack = 64;

    /// <summary>Decides a request by all policies in play. Total: never throws for any policies and any request.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="request">The request. Where its resource is in no account that anybody names, it is decided as the worse of both: in the
    /// caller's account, and in another one.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AuthorizationDecision Evaluate(CompiledPolicySet policies, AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(request);
        RequestCharacteristics facts = new(policies, request, actions.Find(request));
        ApplicablePolicies selection = ApplicablePolicies.Of(policies, request, facts);
        int count = policies.Layers.Length;
        Span<LayerEffectsByCase> tallies = count <= LayersOnStack ? stackalloc LayerEffectsByCase[count] : new LayerEffectsByCase[count];
        SetCollector judge = new(policies.Stack, facts.Caller, selection, tallies);
        StatementScan<SetCollector>.Run(policies.Stack, request, facts.Boundary, ref judge);
        EvaluationLogic rule = new(in facts, in selection, policies.Stack, tallies);
        CombinedDecision verdict = judge.IsDenied ? CombinedDecision.Denied : rule.Decide(UnknownsAs.Worst);
        bool isSettled = judge.IsDenied || (!judge.IsUndecided && selection.Unknown.IsEmpty && facts.AreKnown);
        AuthorizationDecision decision = isSettled
            ? new AuthorizationDecision(policies, request, options, verdict, verdict.Decision, verdict.Decision)
            : new AuthorizationDecision(policies, request, options, verdict, rule.Decide(UnknownsAs.Best).Decision, rule.Decide(UnknownsAs.BestIncludingDefects).Decision);
        if (logs) Log(policies, request, decision, selection, facts);
        return decision;
    }

    /// <summary>Decides a request by all policies in play and tells why, layer by layer and statement by statement.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="request">The request.</param>
    /// <returns>The same decision as <see cref="Evaluate(CompiledPolicySet, AuthorizationRequest)"/> gives, with its reasons.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AuthorizationExplanation Explain(CompiledPolicySet policies, AuthorizationRequest request) =>
        new AuthorizationExplainer(new DecisionReview(policies, request, options), Evaluate(policies, request)).Explain();

    private void Log(CompiledPolicySet policies, AuthorizationRequest request, AuthorizationDecision decision, in ApplicablePolicies selection, in RequestCharacteristics facts)
    {
        LogDecision(request, decision.Decision);
        if (decision.IsCertain || !logger.IsEnabled(LogLevel.Warning)) return;
        foreach (CompiledLayer layer in policies.Layers)
        {
            if (!selection.Attached.Has(layer.Kind)) continue;
            foreach (CompiledPolicy policy in layer.Policies) LogUndecided(policy, $"{LayerReasons.NameOf(layer)}: ", request, facts.Boundary);
        }
    }
}
