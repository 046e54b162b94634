using Microsoft.Extensions.Logging;
using PolicyEngine.Compilation;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

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
        RequestFacts facts = new(policies, request, options);
        PolicySelection selection = PolicySelection.Of(policies.Source, request, options, facts);
        int count = policies.Layers.Length;
        Span<LayerTally> tallies = count <= LayersOnStack ? stackalloc LayerTally[count] : new LayerTally[count];
        LayerScan scan = new(policies.Stack, request, facts.Boundary, selection.Attached, selection.Denying, tallies);
        scan.Run();
        AuthorizationRule rule = new(facts, selection, policies.Layers, tallies);
        Verdict verdict = rule.Decide(Reading.Pessimistic);
        bool isSettled = scan.IsDenied || (!scan.IsUndecided && selection.NotKnown.IsEmpty && facts.AreKnown);
        AuthorizationDecision decision = isSettled
            ? new AuthorizationDecision(policies, request, options, verdict, verdict.Decision, verdict.Decision)
            : new AuthorizationDecision(policies, request, options, verdict, rule.Decide(Reading.Optimistic).Decision, rule.Decide(Reading.Open).Decision);
        if (logs) Log(policies, request, decision, selection, facts);
        return decision;
    }

    /// <summary>Decides a request by all policies in play and tells why, layer by layer and statement by statement.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="request">The request.</param>
    /// <returns>The same decision as <see cref="Evaluate(CompiledPolicySet, AuthorizationRequest)"/> gives, with its reasons.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AuthorizationExplanation Explain(CompiledPolicySet policies, AuthorizationRequest request) =>
        new AuthorizationExplainer(new AuthorizationInquiry(policies, request, options), Evaluate(policies, request)).Explain();

    private void Log(CompiledPolicySet policies, AuthorizationRequest request, AuthorizationDecision decision, in PolicySelection selection, in RequestFacts facts)
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
