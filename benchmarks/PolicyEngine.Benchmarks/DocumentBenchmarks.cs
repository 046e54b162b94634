using PolicyEngine.Workloads;
using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Benchmarks;

/// <summary>One document, compiled and as a tree, and the requests that are asked of both.</summary>
public abstract class DocumentBenchmarks
{
    private CompiledPolicy policy = null!;
    private AuthorizationRequest[] prepared = [];
    private PolicyDocument document = null!;
    private NaiveRequest[] naive = [];

    /// <summary>Takes policy and requests from a workload.</summary>
    private protected void Load(Workload workload) =>
        (policy, prepared, document, naive) = (workload.Policy, workload.Prepared, workload.Document, workload.NaiveRequests);

    private protected int AskCompiled() => BenchmarkPolicy.Ask(policy, prepared);

    private protected int AskNaively() => BenchmarkPolicy.AskNaively(document, naive);
}
