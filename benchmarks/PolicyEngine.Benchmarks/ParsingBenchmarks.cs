using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PolicyEngine.Syntax;
using PolicyEngine.Text;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>W9: what does reading a policy into a checked tree with positions cost beside reading its JSON alone?</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private static readonly PolicyParserOptions Options = WorkloadPolicy.OptionsFor(PolicyType.Managed);
    private byte[][] documents = [];
    private PolicyText[] texts = [];

    public static IEnumerable<string> Names => ParseDocuments.Names;

    [ParamsSource(nameof(Names))]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        documents = ParseDocuments.Load(Document);
        texts = [.. documents.Select(static json => PolicyText.FromUtf8(json))];
    }

    [Benchmark(Baseline = true)]
    public int JsonOnly()
    {
        int objects = 0;
        foreach (byte[] utf8 in documents)
        {
            using JsonDocument json = JsonDocument.Parse(utf8);
            objects += json.RootElement.ValueKind == JsonValueKind.Object ? 1 : 0;
        }

        return objects;
    }

    [Benchmark]
    public int FromBytes()
    {
        int parsed = 0;
        foreach (byte[] utf8 in documents) parsed += PolicyParser.Parse(PolicyText.FromUtf8(utf8), Options).Success ? 1 : 0;
        return parsed;
    }

    [Benchmark]
    public int WithAdvice()
    {
        int found = 0;
        foreach (byte[] utf8 in documents) found += PolicyParser.Parse(PolicyText.FromUtf8(utf8), Options).Diagnostics.Length;
        return found;
    }

    [Benchmark]
    public int FromText()
    {
        int parsed = 0;
        foreach (PolicyText text in texts) parsed += PolicyParser.Parse(text, Options).Success ? 1 : 0;
        return parsed;
    }
}
