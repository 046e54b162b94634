using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>Does a decision allocate on any workload, and where every condition key is unknown? All requests of the workload per operation.</summary>
[MemoryDiagnoser]
public class AllocationBenchmarks
{
    private Workload workload = null!;
    private AuthorizationRequest[] unknown = [];

    [Params("W1", "W2", "W3", "W4", "W5-10", "W5-10000", "W5L-1000", "W5C-1000", "W6", "W6-large-bomb", "W7", "W8")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        workload = WorkloadCatalog.Get(Name);
        unknown = [.. workload.Prepared.Select(Forget)];
    }

    [Benchmark(Baseline = true)]
    public int Known() => BenchmarkPolicy.Ask(workload, workload.Prepared);

    [Benchmark]
    public int Unknown() => BenchmarkPolicy.Ask(workload, unknown);

    private static AuthorizationRequest Forget(AuthorizationRequest request)
    {
        RequestContextBuilder builder = new();
        foreach ((string name, _) in request.Context) builder.SetUnknown(name);
        return new AuthorizationRequest(request.Principal, request.Action, request.Resource, builder.Build()) { Endpoint = request.Endpoint, ResourceAccount = request.ResourceAccount };
    }
}
