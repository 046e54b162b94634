using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PolicyEngine.Compilation;
using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine.Benchmarks;

/// <summary>What does reading and compiling a policy cost beside reading its JSON alone?</summary>
[MemoryDiagnoser]
public class ParseBenchmarks
{
    private byte[] utf8 = [];
    private PolicyText text = null!;
    private PolicyParserOptions options = new();
    private PolicyDocument document = null!;

    [Params(nameof(SeedPolicies.SecretPolicy1), nameof(SeedPolicies.SecretPolicy2), nameof(SeedPolicies.EndpointPolicy))]
    public string Policy { get; set; } = "";

    internal static string TextOf(string policy) => policy switch
    {
        nameof(SeedPolicies.SecretPolicy1) => SeedPolicies.SecretPolicy1,
        nameof(SeedPolicies.SecretPolicy2) => SeedPolicies.SecretPolicy2,
        _ => SeedPolicies.EndpointPolicy,
    };

    [GlobalSetup]
    public void Setup()
    {
        string json = TextOf(Policy);
        utf8 = Encoding.UTF8.GetBytes(json);
        text = PolicyText.FromString(json);
        options = new PolicyParserOptions { Type = SeedPolicies.TypeOf(json) };
        document = PolicyParser.Parse(text, options).GetValueOrThrow();
    }

    [Benchmark(Baseline = true)]
    public JsonValueKind JsonDocumentOnly()
    {
        using JsonDocument json = JsonDocument.Parse(utf8);
        return json.RootElement.ValueKind;
    }

    [Benchmark]
    public bool Parse() => PolicyParser.Parse(text, options).Success;

    [Benchmark]
    public CompiledPolicy Compile() => PolicyCompiler.Compile(document);
}
