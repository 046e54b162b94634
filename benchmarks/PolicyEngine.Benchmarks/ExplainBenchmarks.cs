using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>What does an explanation cost beside the decision alone? All requests of the workload per operation.</summary>
[MemoryDiagnoser]
public class ExplainBenchmarks
{
    private Workload workload = null!;

    [Params("W1", "W4", "W8")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Setup() => workload = WorkloadCatalog.Get(Name);

    [Benchmark(Baseline = true)]
    public int Evaluate() => BenchmarkPolicy.Ask(workload, workload.Prepared);

    [Benchmark]
    public int Explain() => BenchmarkPolicy.Explain(workload);
}
