using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Decides requests by the policies of one kind alone.</summary>
internal sealed class LayerRunner(PolicyEvaluator evaluator, CaseReading reading, PolicyType kind, PolicyDefaults given)
{
    /// <summary>Decides the request of a case that brings policies.</summary>
    internal CaseAnswer Answer(AuthorizationCase question) =>
        Answer(given.SourceOf(question.Policies, question), question.Request, question.Expected, isLine: false);

    /// <summary>Decides a call that needs one check.</summary>
    internal CaseAnswer Answer(CallCase question)
    {
        PolicySource? own = question.Policies is { } policies ? given.SourceOf(policies, question) : null;
        AuthorizationRequest[] requests = [.. question.Call.ToRequests()];
        return question.Call.Resources is null || requests.Length > 1
            ? new FaultAnswer(reading, "one kind of policies is asked about one action and one resource, and the call has several, or its resource is unknown")
            : Answer(own, requests[0], question.Expected, isLine: true);
    }

    private CaseAnswer Answer(PolicySource? own, AuthorizationRequest request, Expectation? expected, bool isLine)
    {
        ParsedPolicies parsed = ParsedPolicies.Gather(own, given, request, isLine);
        if (parsed.HasErrors) return FaultAnswer.OfPolicy(reading, parsed.Diagnostics);
        if (parsed.FindFault(request) is { } fault) return new FaultAnswer(reading, fault);
        AuthorizationExplanation explanation = evaluator.Explain(PolicyCompiler.Compile(parsed.Set), request);
        ImmutableArray<LayerTrace> layers = [.. explanation.Layers.Where(layer => layer.Kind == kind)];
        LayerTrace? idle = layers.FirstOrDefault(static layer => layer.Outcome is LayerOutcome.NotAttached or LayerOutcome.NotApplicable or LayerOutcome.Unknown);
        return idle is null
            ? new LayerAnswer(reading, layers, expected) { Diagnostics = parsed.Diagnostics, Used = parsed.Used }
            : new FaultAnswer(reading, $"there are no policies of the kind '{PolicyTypeNames.NameOf(kind)}' to decide by: {idle.Reason}");
    }
}
