using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>W7: how much faster are compiled conditions with long lists than reading each value anew?</summary>
[MemoryDiagnoser]
public class ConditionBenchmarks : DocumentBenchmarks
{
    private const int Requests = 6;

    [GlobalSetup]
    public void Setup() => Load(WorkloadCatalog.Get("W7"));

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int Naive() => AskNaively();

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Compiled() => AskCompiled();
}
