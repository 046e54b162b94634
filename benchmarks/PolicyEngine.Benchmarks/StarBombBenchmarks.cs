using BenchmarkDotNet.Attributes;
using PolicyEngine.Workloads;

namespace PolicyEngine.Benchmarks;

/// <summary>Ten patterns of 16 stars against 1,000 and 2,000 letters: is the cost linear in the text, and how many comparisons of a character is it?</summary>
[MemoryDiagnoser]
public class StarBombBenchmarks
{
    private Workload workload = null!;
    private AuthorizationRequest[] prepared = [];

    [Params("W6-large-bomb", "W6-larger-bomb")]
    public string Name { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        workload = WorkloadCatalog.Get(Name);
        prepared = workload.Prepared;
    }

    /// <summary>Each character compared once for each pattern.</summary>
    [Benchmark(Baseline = true)]
    public int OneComparisonPerCharacter()
    {
        int found = 0;
        foreach (AuthorizationRequest request in prepared)
        {
            for (int pattern = 0; pattern < workload.Document.Statements.Count; pattern++) found += Count(request.Resource);
        }

        return found;
    }

    [Benchmark]
    public int Naive() => BenchmarkPolicy.AskNaively(workload.Document, workload.NaiveRequests);

    [Benchmark]
    public int Compiled() => BenchmarkPolicy.Ask(workload.Policy, prepared);

    private static int Count(string text)
    {
        int count = 0;
        foreach (char character in text) count += character == 'a' ? 1 : 0;
        return count;
    }
}
