using PolicyEngine.Workloads;
using PolicyEngine.Workloads.Naive;

namespace PolicyEngine.Tests.Workloads;

/// <summary>What the benchmarks compare does the same work.</summary>
public sealed class WorkloadTests
{
    public static TheoryData<string> Names => [.. WorkloadCatalog.Names];

    public static TheoryData<string> ParsedNames => [.. ParseDocuments.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_library_and_the_naive_interpreter_decide_alike(string name)
    {
        Workload workload = WorkloadCatalog.Get(name);
        IEnumerable<int> asked = workload.Requests.Count > 100 ? Enumerable.Range(0, workload.Requests.Count).Where(static i => i % 64 == 0) : Enumerable.Range(0, workload.Requests.Count);
        List<string> disagreements = [];
        HashSet<Decision> seen = [];
        AuthorizationRequestBuilder builder = new();
        foreach (int i in asked)
        {
            (Decision library, bool isCertain) = Decide(workload, workload.Prepared[i]);
            NaiveRequest request = workload.NaiveRequests[i];
            Decision naive = workload.IsSingle ? NaiveInterpreter.Evaluate(workload.Document, request) : NaiveInterpreter.Evaluate(workload.Source, request);
            if (library != naive || !isCertain) disagreements.Add($"{workload.Requests[i].Name}: {library} {isCertain}, naive {naive}");
            seen.Add(library);
            workload.Requests[i].Fill(builder);
            Assert.Equal(new DecisionResult(library, isCertain), workload.IsSingle ? TestPolicy.Evaluator.Evaluate(workload.Policy, builder) : TestPolicy.Evaluator.Evaluate(workload.Set, builder));
        }

        Assert.Empty(disagreements);
        Assert.True(seen.Count > 1, "A workload has both answers.");
    }

    [Fact]
    public void The_hand_written_floor_decides_as_W1_does()
    {
        Workload workload = WorkloadCatalog.Get("W1");
        for (int i = 0; i < workload.Requests.Count; i++)
        {
            RequestTexts texts = workload.Requests[i];
            string? endpoint = texts.Context.FirstOrDefault(static key => key.Name == "aws:sourceVpce")?.Values[0];
            Assert.Equal(Decide(workload, workload.Prepared[i]).Decision, HandWritten.Decide(texts.Principal.Split(':')[4], texts.Action, endpoint));
        }
    }

    [Theory]
    [MemberData(nameof(ParsedNames))]
    public void Documents_to_parse_have_their_size_and_parse(string name)
    {
        byte[][] documents = ParseDocuments.Load(name);
        if (name.EndsWith(" KB", StringComparison.Ordinal)) Assert.InRange(documents.Single().Length / (1024.0 * int.Parse(name[..^3], null)), 0.7, 1.0);
        int refused = documents.Count(static json => !PolicyParser.Parse(PolicyText.FromUtf8(json), WorkloadPolicy.OptionsFor(PolicyType.Managed)).Success);
        Assert.InRange(refused, 0, documents.Length / 100);
    }

    private static (Decision Decision, bool IsCertain) Decide(Workload workload, AuthorizationRequest request)
    {
        PolicyEvaluator evaluator = new();
        if (!workload.IsSingle)
        {
            AuthorizationDecision together = evaluator.Evaluate(workload.Set, request);
            return (together.Decision, together.IsCertain);
        }

        PolicyDecision alone = evaluator.Evaluate(workload.Policy, request);
        return (alone.Decision, alone.IsCertain);
    }
}
