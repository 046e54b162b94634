using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>What does an action cost that was not asked before, with 10,000 statements? Nothing that is remembered may help.</summary>
[MemoryDiagnoser]
public class FirstSeenActionBenchmarks
{
    private const int Actions = 16_384;
    private Workload workload = null!;
    private AuthorizationRequest[] known = [];
    private AuthorizationRequest[] firstSeen = [];

    [GlobalSetup]
    public void Setup()
    {
        workload = WorkloadCatalog.Get("W5-10000");
        AuthorizationRequest model = workload.Prepared[0];
        known = [.. Enumerable.Range(0, Actions).Select(_ => Like(model, model.Action))];
        firstSeen = [.. Enumerable.Range(0, Actions).Select(i => Like(model, i % 2 == 0 ? $"s3:GetObject{i}" : Respell("secretsmanager:GetSecretValue", i)))];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Actions)]
    public int Known() => BenchmarkPolicy.Ask(workload.Policy, known);

    [Benchmark(OperationsPerInvoke = Actions)]
    public int FirstSeen() => BenchmarkPolicy.Ask(workload.Policy, firstSeen);

    /// <summary>The action in letter cases of its own, which decide nothing.</summary>
    private static string Respell(string action, int number) =>
        string.Concat(action.Select((letter, i) => ((number >> i) & 1) == 1 ? char.ToUpperInvariant(letter) : letter));

    private static AuthorizationRequest Like(AuthorizationRequest model, string action) => new(model.Principal, action, model.Resource, model.Context);
}
