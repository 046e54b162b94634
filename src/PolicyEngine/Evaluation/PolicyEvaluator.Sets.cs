using PolicyEngine.Evaluation;

namespace PolicyEngine;

/// <content>Deciding by all policies of a set.</content>
public sealed partial class PolicyEvaluator
{
    private const int LayersOnStack = 64;

    /// <summary>Decides a request by all policies of a set. Total: never throws for any policies and any request.</summary>
    /// <param name="policies">The policies.</param>
    /// <param name="request">The request. Where the account of its resource is unknown, the worse of two decisions counts: for a resource in the
    /// caller's account, and for one in another account.</param>
    /// <returns>The decision; of a request on an S3 access point that of its checks together.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public AuthorizationDecision Evaluate(CompiledPolicySet policies, AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(request);
        if (request.HasSeveralChecks) return EvaluateChecks(policies, request);
        request = request.WithDerivedKeys(policies.AskedKeys);
        RequestCharacteristics characteristics = new(policies, request, actions.Get(request));
        ApplicablePolicies applicable = ApplicablePolicies.Of(policies, request, characteristics);
        int count = policies.Layers.Length;
        Span<LayerEffectsByCase> layers = count <= LayersOnStack ? stackalloc LayerEffectsByCase[count] : new LayerEffectsByCase[count];
        SetCollector collector = new(policies.Table, characteristics.Caller, in applicable, layers);
        StatementScan<SetCollector>.Run(policies.Table, request, characteristics.Boundary, ref collector);
        EvaluationLogic logic = new(in characteristics, in applicable, policies.Table, layers);
        CombinedDecision combined = collector.IsDenied ? CombinedDecision.ExplicitDeny : logic.Decide(UnknownsAs.Worst);
        bool isSettled = collector.IsDenied || (!collector.IsUndecided && applicable.Unseen.IsEmpty && characteristics.AreKnown);
        AuthorizationDecision decision = isSettled
            ? new AuthorizationDecision(policies, request, options, combined, combined.Decision, combined.Decision)
            : new AuthorizationDecision(policies, request, options, combined, logic.Decide(UnknownsAs.Best).Decision, logic.Decide(UnknownsAs.BestIncludingDefects).Decision);
        if (logs) Log(policies, request, decision, applicable, characteristics);
        return decision;
    }

    private AuthorizationDecision EvaluateChecks(CompiledPolicySet policies, AuthorizationRequest request) =>
        AuthorizationDecision.Combine([.. AccessPointChecks.Of(policies, request, options).Select(check => Evaluate(check.Policies, check.Request))]);
}
