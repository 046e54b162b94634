using BenchmarkDotNet.Attributes;
using PolicyEngine.Compilation;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;
using PolicyEngine.Workloads;
using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Benchmarks;

/// <summary>W7: how much faster are compiled conditions with long lists than reading each value anew?</summary>
[MemoryDiagnoser]
public class ConditionBenchmarks
{
    private const int Requests = 6;
    private CompiledPolicy policy = null!;
    private AuthorizationRequest[] prepared = [];
    private PolicyDocument document = null!;
    private NaiveRequest[] naive = [];

    [GlobalSetup]
    public void Setup()
    {
        Workload workload = WorkloadCatalog.Get("W7");
        (policy, prepared, document, naive) = (workload.Policy, workload.Prepared, workload.Document, workload.NaiveRequests);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int Naive() => Asking.AskNaively(document, naive);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Compiled() => Asking.Ask(policy, prepared);
}
