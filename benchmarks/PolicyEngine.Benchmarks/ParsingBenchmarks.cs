using System.Collections.Immutable;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using PolicyEngine.Checks;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>W9: what does reading a policy into a checked tree with positions cost beside reading its JSON alone?</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private static readonly PolicyParserOptions Options = WorkloadPolicy.OptionsFor(PolicyType.Managed);
    private byte[][] documents = [];
    private ImmutableArray<byte>[] unchanging = [];

    public static IEnumerable<string> Names => ParseDocuments.Names;

    [ParamsSource(nameof(Names))]
    public string Document { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        documents = ParseDocuments.Load(Document);
        unchanging = [.. documents.Select(static json => json.ToImmutableArray())];
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

    /// <summary>Without copying the bytes, as the baseline does not either.</summary>
    [Benchmark]
    public int FromBytes()
    {
        int parsed = 0;
        foreach (ImmutableArray<byte> utf8 in unchanging) parsed += PolicyParser.Parse(PolicyText.FromImmutable(utf8), Options).Success ? 1 : 0;
        return parsed;
    }

    [Benchmark]
    public int FromBytesThatChange()
    {
        int parsed = 0;
        foreach (byte[] utf8 in documents) parsed += PolicyParser.Parse(PolicyText.FromUtf8(utf8), Options).Success ? 1 : 0;
        return parsed;
    }

    [Benchmark]
    public int WithAdvice()
    {
        int found = 0;
        foreach (ImmutableArray<byte> utf8 in unchanging) found += PolicyChecker.CheckText(PolicyText.FromImmutable(utf8), Options).Length;
        return found;
    }
}
