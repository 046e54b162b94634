using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Evaluation;

namespace PolicyEngine;

/// <summary>Decides requests by policies. (XACML calls this the policy decision point.)</summary>
/// <remarks>Immutable and safe for concurrent use; one instance serves all policies and requests. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
public sealed partial class PolicyEvaluator
{
    private readonly ILogger logger;
    private readonly AuthorizationOptions options;
    private readonly ActionCache<ActionProperties> actions;
    private readonly bool logs;

    /// <summary>Makes an evaluator.</summary>
    /// <param name="logger">Gets each decision at Debug, and undecided matches that could have changed one at Warning; default
    /// none. Values of the request context are logged at no level.</param>
    /// <param name="options">What may differ when several policies decide together; default as AWS does it.</param>
    public PolicyEvaluator(ILogger? logger = null, AuthorizationOptions? options = null)
    {
        this.logger = logger ?? NullLogger.Instance;
        logs = logger is not (null or NullLogger);
        this.options = options ?? AuthorizationOptions.Default;
        actions = new ActionCache<ActionProperties>(request => new ActionProperties(request, this.options));
    }

    /// <summary>Decides a request by one policy. Total: never throws for any policy and any request.</summary>
    /// <remarks>Passes over statements that their action, resource or condition rules out, and allocates nothing; each match is linear in the length
    /// of the request's text, per wildcard of the pattern.</remarks>
    /// <param name="policy">The policy.</param>
    /// <param name="request">The request.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public PolicyDecision Evaluate(CompiledPolicy policy, AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(request);
        DocumentCollector collector = default;
        StatementScan<DocumentCollector>.Run(policy.Table, request, RequestCharacteristics.BoundaryOf(request.Principal), ref collector);
        PolicyDecision decision = new(policy, request, collector.Decision, collector.BestIncludingDefects);
        if (logs) Log(policy, request, decision);
        return decision;
    }

    /// <summary>The evaluator in a few words.</summary>
    /// <returns>Such as <c>evaluator with service tables of 2026-09</c>.</returns>
    public override string ToString() => $"evaluator with {options.Services}";
}
