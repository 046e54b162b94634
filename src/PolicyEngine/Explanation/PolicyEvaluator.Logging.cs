using Microsoft.Extensions.Logging;
using PolicyEngine.Compilation;
using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Evaluation;
using PolicyEngine.Explanation;
using PolicyEngine.Matching;
using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine;

/// <content>The log messages of evaluation; nothing is formatted when their level is off.</content>
public sealed partial class PolicyEvaluator
{
    private void Log(CompiledPolicy policy, AuthorizationRequest request, PolicyDecision decision)
    {
        LogDecision(request, decision.Decision);
        if (!decision.IsCertain) LogUndecided(policy, "", request, RequestCharacteristics.BoundaryOf(request.Principal));
    }

    private void Log(CompiledPolicySet policies, AuthorizationRequest request, AuthorizationDecision decision, in ApplicablePolicies applicable, in RequestCharacteristics characteristics)
    {
        LogDecision(request, decision.Decision);
        if (decision.IsCertain || !logger.IsEnabled(LogLevel.Warning)) return;
        foreach (CompiledLayer layer in policies.Layers)
        {
            if (!applicable.Attached.Has(layer.Kind)) continue;
            foreach (CompiledPolicy policy in layer.Policies) LogUndecided(policy, $"{LayerReasons.NameOf(layer)}: ", request, characteristics.Boundary);
        }
    }

    private void LogDecision(AuthorizationRequest request, Decision decision)
    {
        if (!logger.IsEnabled(LogLevel.Debug)) return;
        string action = ShownText.Cut(request.Action, ShownText.MostQuoted);
        string resource = ShownText.Cut(request.Resource, ShownText.MostQuoted);
        string principal = ShownText.Cut(request.Principal.ToString(), ShownText.MostQuoted);
        LogDecided(logger, decision, action, resource, principal);
    }

    private void LogUndecided(CompiledPolicy policy, string place, AuthorizationRequest request, BoundaryAttachment boundary)
    {
        if (!logger.IsEnabled(LogLevel.Warning)) return;
        foreach (CompiledStatement statement in policy.Statements)
        {
            MatchResult match = StatementMatcher.Match(statement, request, boundary, out _);
            if (!match.IsIndeterminate) continue;
            string path = place + PolicyExplainer.PathOf(policy, statement.Index);
            LogUndecided(logger, path, statement.Syntax.Effect, MatchReasons.Describe(match.Reason));
        }
    }

    [LoggerMessage(EventId = 1, EventName = "Decided", Level = LogLevel.Debug, SkipEnabledCheck = true,
        Message = "{Decision}: {Action} on {Resource} by {Principal}")]
    private static partial void LogDecided(ILogger logger, Decision decision, string action, string resource, string principal);

    [LoggerMessage(EventId = 2, EventName = "Undecided", Level = LogLevel.Warning, SkipEnabledCheck = true,
        Message = "{Path} ({Effect}) could not be decided: {Reason}")]
    private static partial void LogUndecided(ILogger logger, string path, Effect effect, string reason);
}
