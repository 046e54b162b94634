using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>W5L and W5C: how does the cost grow where statements differ only behind a leading star, or only in one condition value?</summary>
[MemoryDiagnoser]
public class OnePartBenchmarks
{
    private const int Requests = 5;
    private Workload workload = null!;

    [Params("W5L", "W5C")]
    public string Family { get; set; } = "";

    [Params(10, 100, 1_000, 10_000)]
    public int Statements { get; set; }

    [GlobalSetup]
    public void Setup() => workload = WorkloadCatalog.Get($"{Family}-{Statements}");

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int Naive() => BenchmarkPolicy.AskNaively(workload.Document, workload.NaiveRequests);

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Compiled() => BenchmarkPolicy.Ask(workload.Policy, workload.Prepared);
}
