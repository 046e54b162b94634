using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>W4: how much faster is a compiled identity policy of 20 statements than walking its tree?</summary>
[MemoryDiagnoser]
public class IdentityPolicyBenchmarks : DocumentBenchmarks
{
    private const int Requests = 12;

    [GlobalSetup]
    public void Setup() => Load(WorkloadCatalog.Get("W4"));

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int Naive() => AskNaively();

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Compiled() => AskCompiled();
}
