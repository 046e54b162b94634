using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;
using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Benchmarks;

/// <summary>W8: what do policies of all seven kinds cost together, beside walking their trees and beside the two statements of W1?</summary>
[MemoryDiagnoser]
public class LayerBenchmarks
{
    private const int Requests = 8;
    private CompiledPolicySet set = null!;
    private AuthorizationRequest[] prepared = [];
    private PolicySet source = null!;
    private NaiveRequest[] naive = [];
    private CompiledPolicy singlePolicy = null!;
    private AuthorizationRequest[] singlePrepared = [];

    [GlobalSetup]
    public void Setup()
    {
        Workload workload = WorkloadCatalog.Get("W8");
        (set, prepared, source, naive) = (workload.Set, workload.Prepared, workload.Source, workload.NaiveRequests);
        Workload single = WorkloadCatalog.Get("W1");
        (singlePolicy, singlePrepared) = (single.Policy, single.Prepared);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int Naive() => BenchmarkPolicy.AskNaively(source, naive);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Compiled() => BenchmarkPolicy.Ask(set, prepared);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int CompiledW1() => BenchmarkPolicy.Ask(singlePolicy, singlePrepared);
}
