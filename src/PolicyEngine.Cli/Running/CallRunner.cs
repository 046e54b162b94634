using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Running;

/// <summary>Decides calls: each check alone, then all of them together.</summary>
internal sealed class CallRunner(PolicyEvaluator evaluator, CaseReading reading, CallCase question, PolicyDefaults given)
{
    private readonly Call call = question.Call;
    private readonly PolicySource? own = question.Policies is { } policies ? given.SourceOf(policies, question) : null;

    /// <summary>Decides the call.</summary>
    internal CaseAnswer Answer()
    {
        if (own is null && !given.HasPolicies(call.Endpoint)) return new FaultAnswer(reading, "the case has no policies, and the command line names none, such as by --identity");
        AuthorizationRequest[] requests = [.. call.Resources is null ? call.Actions.SelectMany(action => UnknownResource.Stand(call, action)) : call.ToRequests()];
        ulong used = 0;
        foreach (AuthorizationRequest request in requests)
        {
            ParsedPolicies parsed = PoliciesFor(request);
            used |= parsed.Used;
            if (parsed.HasErrors) return FaultAnswer.OfPolicy(reading, parsed.Diagnostics);
            if (parsed.FindFault(request) is { } fault) return new FaultAnswer(reading, fault);
        }

        CallAnswer answer = call.Resources is null ? DecideUnknown() : Decide([.. requests.Select(request => Check(request, covered: null))]);
        ImmutableArray<Diagnostic> found = PoliciesFor(requests[0]).Diagnostics;
        return answer with { Used = used, Diagnostics = answer.IsCertain ? found : found.AddRange(answer.Checks.SelectMany(Doubts).Distinct()) };
    }

    private CallAnswer Decide(ImmutableArray<CallAnswer.Check> checks)
    {
        AuthorizationDecision all = AuthorizationDecision.Combine([.. checks.Select(static check => check.Decision)]);
        bool depends = all.BestCase != all.Decision;
        return new CallAnswer(reading, question, checks)
        {
            Decision = all.Decision,
            IsCertain = all.IsCertain,
            BestCase = all.BestCase,
            Dependencies = depends ? DependenciesOf(checks) : [],
        };
    }

    /// <summary>The resource is unknown: the decision is the worst that can be, and certain only where the best is the same.</summary>
    private CallAnswer DecideUnknown()
    {
        CallAnswer.Check[][] bad = [.. call.Actions.Select(action => ChecksOf(action, Effect.Deny))];
        CallAnswer.Check[][] good = [.. call.Actions.Select(action => ChecksOf(action, Effect.Allow))];
        CallAnswer worst = Decide([.. bad.SelectMany(static checks => checks)]);
        AuthorizationDecision best = AuthorizationDecision.Combine([.. good.Select(static checks => checks.Select(static check => check.Decision).MinBy(static decision => RankOf(decision.BestCase)))]);
        bool depends = best.BestCase != worst.Decision;
        return worst with
        {
            Checks = [.. bad.Select(static checks => checks.MaxBy(static check => RankOf(check.Decision.Decision))!)],
            IsCertain = !depends && worst.IsCertain && best.IsCertain,
            BestCase = best.BestCase,
            Dependencies = depends ? [.. DependenciesOf(worst.Checks).Append(Dependency.ResourceArn).OrderBy(static dependency => dependency.Name, StringComparer.Ordinal)] : worst.Dependencies,
        };
    }

    private CallAnswer.Check[] ChecksOf(string action, Effect covered) => [.. UnknownResource.Stand(call, action).Select(request => Check(request, covered))];

    private CallAnswer.Check Check(AuthorizationRequest request, Effect? covered)
    {
        PolicySet set = PoliciesFor(request).Set;
        if (covered is { } effect) set = UnknownResource.Assume(set, effect);
        CompiledPolicySet compiled = PolicyCompiler.Compile(set);
        return new CallAnswer.Check(compiled, request, evaluator.Evaluate(compiled, request));
    }

    private ParsedPolicies PoliciesFor(AuthorizationRequest request) => ParsedPolicies.Gather(own, given, request, isLine: true);

    private IEnumerable<Diagnostic> Doubts(CallAnswer.Check check) => evaluator.Explain(check.Policies, check.Request).Diagnostics;

    /// <summary>What the checks depend on: kinds of policies last, each in alphabetical order.</summary>
    private static ImmutableArray<Dependency> DependenciesOf(ImmutableArray<CallAnswer.Check> checks) =>
        [.. checks.SelectMany(static check => check.Decision.GetDependencies()).Distinct()
            .OrderBy(static dependency => dependency.Kind == DependencyKind.Policies).ThenBy(static dependency => dependency.Name, StringComparer.Ordinal)];

    private static int RankOf(Decision decision) => decision switch
    {
        Decision.Allowed => 0,
        Decision.ImplicitDeny => 1,
        _ => 2,
    };
}
