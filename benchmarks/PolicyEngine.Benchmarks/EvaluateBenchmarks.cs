using BenchmarkDotNet.Attributes;
using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Benchmarks;

/// <summary>How much faster is a compiled policy than walking its tree? 24 requests per operation.</summary>
[MemoryDiagnoser]
public class EvaluateBenchmarks
{
    private readonly PolicyEvaluator evaluator = new();
    private readonly AuthorizationRequest[] requests = SeedPolicies.Requests();
    private PolicyDocument document = null!;
    private CompiledPolicy policy = null!;

    [Params(nameof(SeedPolicies.SecretPolicy1), nameof(SeedPolicies.SecretPolicy2), nameof(SeedPolicies.EndpointPolicy))]
    public string Policy { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        string json = ParseBenchmarks.TextOf(Policy);
        document = PolicyDocument.Parse(json, SeedPolicies.TypeOf(json));
        policy = PolicyCompiler.Compile(document);
        foreach (AuthorizationRequest request in requests)
        {
            if (evaluator.Evaluate(policy, request).Decision != NaiveInterpreter.Evaluate(document, request))
            {
                throw new InvalidOperationException($"The two disagree on {request}.");
            }
        }
    }

    [Benchmark(Baseline = true)]
    public int Naive()
    {
        int allowed = 0;
        foreach (AuthorizationRequest request in requests) allowed += NaiveInterpreter.Evaluate(document, request) == Decision.Allowed ? 1 : 0;
        return allowed;
    }

    [Benchmark]
    public int Compiled()
    {
        int allowed = 0;
        foreach (AuthorizationRequest request in requests) allowed += evaluator.Evaluate(policy, request).IsAllowed ? 1 : 0;
        return allowed;
    }

    [Benchmark]
    public int Explained()
    {
        int allowed = 0;
        foreach (AuthorizationRequest request in requests) allowed += evaluator.Explain(policy, request).Decision == Decision.Allowed ? 1 : 0;
        return allowed;
    }
}
