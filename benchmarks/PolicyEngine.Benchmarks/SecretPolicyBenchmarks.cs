using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;
using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Benchmarks;

/// <summary>W1: how far is a compiled policy of two statements from code written for it by hand, and from walking its tree?</summary>
[MemoryDiagnoser]
public class SecretPolicyBenchmarks : DocumentBenchmarks
{
    private const int Requests = 8;
    private readonly (string Account, string Action, string? Endpoint, Dictionary<string, string> Context)[] texts = new (string, string, string?, Dictionary<string, string>)[Requests];

    [GlobalSetup]
    public void Setup()
    {
        Workload workload = WorkloadCatalog.Get("W1");
        Load(workload);
        for (int i = 0; i < Requests; i++)
        {
            RequestTexts request = workload.Requests[i];
            Dictionary<string, string> context = request.Context.ToDictionary(static key => key.Name, static key => key.Values[0], StringComparer.OrdinalIgnoreCase);
            texts[i] = (request.Principal.Split(':')[4], request.Action, context.GetValueOrDefault("aws:SourceVpce"), context);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int HandWrittenStrings()
    {
        int allowed = 0;
        foreach ((string account, string action, string? endpoint, _) in texts) allowed += HandWritten.Decide(account, action, endpoint) == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int HandWrittenDictionary()
    {
        int allowed = 0;
        foreach ((string account, string action, _, Dictionary<string, string> context) in texts) allowed += HandWritten.Decide(account, action, context) == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Compiled() => AskCompiled();

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Naive() => AskNaively();
}
