using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>W5: how does the cost of a decision grow with the statements, for 12 requests repeated and for 4,096 random ones?</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private Workload workload = null!;
    private Workload random = null!;

    [Params(10, 100, 1_000, 10_000)]
    public int Statements { get; set; }

    [GlobalSetup(Targets = [nameof(Naive), nameof(Repeated)])]
    public void Setup() => workload = WorkloadCatalog.Get($"W5-{Statements}");

    [GlobalSetup(Target = nameof(Random))]
    public void SetupRandom() => random = WorkloadCatalog.Get($"W5R-{Statements}");

    [Benchmark(Baseline = true, OperationsPerInvoke = 12)]
    public int Naive() => BenchmarkPolicy.AskNaively(workload.Document, workload.NaiveRequests);

    [Benchmark(OperationsPerInvoke = 12)]
    public int Repeated() => BenchmarkPolicy.Ask(workload.Policy, workload.Prepared);

    [Benchmark(OperationsPerInvoke = 4_096)]
    public int Random() => BenchmarkPolicy.Ask(random.Policy, random.Prepared);
}
