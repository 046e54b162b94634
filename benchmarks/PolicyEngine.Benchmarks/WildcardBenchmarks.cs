using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>W6: what do patterns of many stars cost beside a loop that goes back to the last star? All requests per operation.</summary>
[MemoryDiagnoser]
public class WildcardBenchmarks
{
    private Workload workload = null!;

    [Params("W6", "W6-small-bomb")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Setup() => workload = WorkloadCatalog.Get(Name);

    [Benchmark(Baseline = true)]
    public int Naive() => BenchmarkPolicy.AskNaively(workload.Document, workload.NaiveRequests);

    [Benchmark]
    public int Compiled() => BenchmarkPolicy.Ask(workload.Policy, workload.Prepared);
}
