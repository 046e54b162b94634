using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;
using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Benchmarks;

/// <summary>W1 as a server meets it: what does a decision cost when a new request is first made of strings, or one is filled again?</summary>
[MemoryDiagnoser]
public class FromStringsBenchmarks
{
    private const int Requests = 8;
    private readonly PolicyEvaluator evaluator = new();
    private readonly RequestContextBuilder builder = new();
    private readonly AuthorizationRequestBuilder requests = new();
    private Workload workload = null!;

    [GlobalSetup]
    public void Setup() => workload = WorkloadCatalog.Get("W1");

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public int Naive()
    {
        int allowed = 0;
        foreach (RequestTexts texts in workload.Requests) allowed += NaiveInterpreter.Evaluate(workload.Document, new NaiveRequest(texts)) == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int Compiled()
    {
        int allowed = 0;
        foreach (RequestTexts texts in workload.Requests) allowed += evaluator.Evaluate(workload.Policy, texts.Build(builder)).Decision == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int CompiledAgain()
    {
        int allowed = 0;
        foreach (RequestTexts texts in workload.Requests)
        {
            texts.Fill(requests);
            allowed += evaluator.Evaluate(workload.Policy, requests).IsAllowed ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int BuildOnly()
    {
        int keys = 0;
        foreach (RequestTexts texts in workload.Requests) keys += texts.Build(builder).Context.Count;
        return keys;
    }
}
