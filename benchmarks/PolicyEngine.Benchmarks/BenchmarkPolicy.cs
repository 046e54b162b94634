using PolicyEngine.Workloads;
using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Benchmarks;

/// <summary>Loops over all requests of a workload, which is one operation of a benchmark.</summary>
internal static class BenchmarkPolicy
{
    private static readonly PolicyEvaluator Evaluator = new();

    internal static int Ask(CompiledPolicy policy, AuthorizationRequest[] requests)
    {
        int allowed = 0;
        foreach (AuthorizationRequest request in requests) allowed += Evaluator.Evaluate(policy, request).Decision == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    internal static int Ask(CompiledPolicySet policies, AuthorizationRequest[] requests)
    {
        int allowed = 0;
        foreach (AuthorizationRequest request in requests) allowed += Evaluator.Evaluate(policies, request).Decision == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    internal static int Ask(Workload workload, AuthorizationRequest[] requests) => workload.IsSingle ? Ask(workload.Policy, requests) : Ask(workload.Set, requests);

    internal static int AskNaively(PolicyDocument document, NaiveRequest[] requests)
    {
        int allowed = 0;
        foreach (NaiveRequest request in requests) allowed += NaiveInterpreter.Evaluate(document, request) == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    internal static int AskNaively(PolicySet policies, NaiveRequest[] requests)
    {
        int allowed = 0;
        foreach (NaiveRequest request in requests) allowed += NaiveInterpreter.Evaluate(policies, request) == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    internal static int Explain(Workload workload)
    {
        int allowed = 0;
        foreach (AuthorizationRequest request in workload.Prepared)
        {
            Decision decision = workload.IsSingle ? Evaluator.Explain(workload.Policy, request).Decision : Evaluator.Explain(workload.Set, request).Decision.Decision;
            allowed += decision == Decision.Allowed ? 1 : 0;
        }

        return allowed;
    }
}
