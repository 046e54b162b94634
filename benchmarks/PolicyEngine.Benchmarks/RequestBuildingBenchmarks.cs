using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>What does a condition key of a request cost, by handle and by name, in a context of its own and in a request that is filled again? 18 keys of W7, per key.</summary>
[MemoryDiagnoser]
public class RequestBuildingBenchmarks
{
    private const int Keys = 18;
    private readonly RequestContextBuilder builder = new();
    private readonly AuthorizationRequestBuilder requests = new();
    private readonly string[] names = new string[Keys];
    private readonly string[] values = new string[Keys];
    private readonly ConditionKey[] handles = new ConditionKey[Keys];

    [GlobalSetup]
    public void Setup()
    {
        KeyTexts[] keys = [.. WorkloadCatalog.Get("W7").Requests[0].Context.Where(static key => !key.IsList)];
        for (int i = 0; i < Keys; i++) (names[i], values[i], handles[i]) = (keys[i].Name, keys[i].Values[0], ConditionKey.Of(keys[i].Name));
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Keys)]
    public Dictionary<string, string> Dictionary()
    {
        Dictionary<string, string> context = new(Keys, StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < Keys; i++) context[names[i]] = values[i];
        return context;
    }

    [Benchmark(OperationsPerInvoke = Keys)]
    public RequestContext Names()
    {
        builder.Clear();
        for (int i = 0; i < Keys; i++) builder.Set(names[i], values[i]);
        return builder.Build();
    }

    [Benchmark(OperationsPerInvoke = Keys)]
    public RequestContext Handles()
    {
        builder.Clear();
        for (int i = 0; i < Keys; i++) builder.Set(handles[i], values[i]);
        return builder.Build();
    }

    [Benchmark(OperationsPerInvoke = Keys)]
    public RequestContextBuilder NamesAgain()
    {
        RequestContextBuilder keys = requests.Context.Clear();
        for (int i = 0; i < Keys; i++) keys.Set(names[i], values[i]);
        return keys;
    }

    [Benchmark(OperationsPerInvoke = Keys)]
    public RequestContextBuilder HandlesAgain()
    {
        RequestContextBuilder keys = requests.Context.Clear();
        for (int i = 0; i < Keys; i++) keys.Set(handles[i], values[i]);
        return keys;
    }
}
