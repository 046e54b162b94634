using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>What does compiling cost, the first decision included, which finishes it? Divide by the statements.</summary>
[MemoryDiagnoser]
public class CompilingBenchmarks
{
    private readonly PolicyEvaluator evaluator = new();
    private Workload workload = null!;

    [Params(10, 100, 1_000, 10_000)]
    public int Statements { get; set; }

    [GlobalSetup]
    public void Setup() => workload = WorkloadCatalog.Get($"W5-{Statements}");

    [Benchmark]
    public bool Compile() => evaluator.Evaluate(PolicyCompiler.Compile(workload.Document), workload.Prepared[0]).IsAllowed;
}
