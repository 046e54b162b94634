using BenchmarkDotNet.Attributes;
using PolicyEngine.Compilation;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;
using PolicyEngine.Workloads;
using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Benchmarks;

/// <summary>W4: how much faster is a compiled identity policy of 20 statements than walking its tree?</summary>
[MemoryDiagnoser]
public class IdentityPolicyBenchmarks
{
    private const int Requests = 12;
    private CompiledPolicy policy = null!;
    private AuthorizationRequest[] prepared = [];
    private PolicyDocument document = null!;
    private NaiveRequest[] naive = [];

    [GlobalSetup]
    public void Setup()
    {
        Workload workload = WorkloadCatalog.Get("W4");
        (policy, prepared, document, naive) = (workload.Policy, workload.Prepared, workload.Document, workload.NaiveRequests);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int Naive() => Asking.AskNaively(document, naive);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Compiled() => Asking.Ask(policy, prepared);
}
