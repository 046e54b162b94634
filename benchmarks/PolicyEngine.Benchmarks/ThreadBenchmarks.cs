using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>Do two threads decide twice as much with one compiled policy? 240,000 requests of W4 a thread.</summary>
[MemoryDiagnoser]
public class ThreadBenchmarks
{
    private const int Rounds = 20_000;
    private Workload workload = null!;

    [GlobalSetup]
    public void Setup() => workload = WorkloadCatalog.Get("W4");

    [Benchmark(Baseline = true)]
    public void OneThread() => Run();

    [Benchmark]
    public void TwoThreads() => Parallel.Invoke(Run, Run);

    private void Run()
    {
        for (int i = 0; i < Rounds; i++) BenchmarkPolicy.Ask(workload.Policy, workload.Prepared);
    }
}
