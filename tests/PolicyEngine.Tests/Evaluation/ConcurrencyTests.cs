using System.Collections.Concurrent;
using System.Collections.Immutable;
using PolicyEngine.Tests.Laws;

namespace PolicyEngine.Tests.Evaluation;

/// <summary>Compiled policies under many threads at once decide as under one.</summary>
public class ConcurrencyTests
{
    private const int Threads = 8;
    private const int Rounds = 6;

    [Theory]
    [InlineData(1_000)]
    [InlineData(2_000)]
    [InlineData(3_000)]
    public async Task Many_threads_decide_as_one_while_others_compile(int seed)
    {
        (CompiledPolicySet Policies, AuthorizationRequest[] Requests, AuthorizationDecision[] Expected)[] samples = [.. Enumerable.Range(seed, 12).Select(Prepare)];
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        using Barrier start = new(Threads);
        Task<int>[] hammers = [.. Enumerable.Range(0, Threads).Select(thread => Task.Factory.StartNew(() => Hammer(thread), cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
        Assert.All(await Task.WhenAll(hammers), static wrong => Assert.Equal(0, wrong));

        int Hammer(int thread)
        {
            int wrong = 0;
            start.SignalAndWait(cancellation);
            for (int round = 0; round < Rounds; round++)
            {
                for (int i = 0; i < samples.Length; i++)
                {
                    (CompiledPolicySet policies, AuthorizationRequest[] requests, AuthorizationDecision[] expected) = samples[(i + thread) % samples.Length];
                    bool compiles = (thread + round) % 4 == 0;
                    if (compiles) policies = PolicyCompiler.Compile(policies.Source);
                    for (int r = 0; r < requests.Length; r++)
                    {
                        if (TestPolicy.Evaluator.Evaluate(policies, requests[r]) != expected[r]) wrong++;
                    }
                }
            }

            return wrong;
        }
    }

    /// <summary>A policy that never decided before is made ready by whichever thread comes first.</summary>
    [Fact]
    public void Threads_that_meet_at_the_first_decision_agree()
    {
        for (int seed = 0; seed < 60; seed++)
        {
            PolicySetCase sample = PolicySetGenerator.Make(seed);
            if (sample.Document is null) continue;
            CompiledPolicy policy = PolicyCompiler.Compile(sample.Document);
            CompiledPolicy plain = PolicyCompiler.Compile(sample.Document, usesIndex: false);
            PolicyDecision[] expected = [.. sample.Requests.Select(request => TestPolicy.Evaluator.Evaluate(plain, request))];
            Parallel.For(0, Threads * expected.Length, i => Assert.Equal(expected[i % expected.Length], TestPolicy.Evaluator.Evaluate(policy, sample.Requests[i % expected.Length])));
        }
    }

    /// <summary>One compiled policy set under all threads, of which some also read and compile the same policies all the time: decisions, the statements that
    /// decide, what they depend on, and whole explanations are those of one thread.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(200)]
    public void One_policy_set_answers_all_threads_alike_while_others_read_and_compile(int seed)
    {
        PolicySetCase sample = Enumerable.Range(seed, 100).Select(PolicySetGenerator.Make).First(static s => s.Policies.Identity.IsAttached && s.Policies.Resource.IsAttached);
        PolicyDocument[] documents = [.. PolicySet.Types.SelectMany(kind => sample.Policies[kind].Levels).SelectMany(static level => level.Documents)];
        string[] texts = [.. documents.Select(static document => PolicyWriter.Write(document))];
        PolicyDocument?[] trees = [.. texts.Select((_, at) => Read(at))];
        CompiledPolicySet shared = PolicyCompiler.Compile(sample.Policies);
        string[] expected = [.. sample.Requests.Select(request => Outline(PolicyCompiler.Compile(sample.Policies), request))];
        ConcurrentQueue<string> wrong = new();
        using Barrier start = new(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(number => new Thread(() => Work(number)))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.Empty(wrong);

        void Work(int number)
        {
            start.SignalAndWait();
            for (int round = 0; round < Rounds; round++)
            {
                for (int i = 0; i < sample.Requests.Length; i++)
                {
                    int at = (i + (number * 7)) % sample.Requests.Length;
                    if (Outline(shared, sample.Requests[at]) != expected[at]) wrong.Enqueue($"{sample.Requests[at]}");
                    if (number == 1 && i % 8 == 0) PolicyCompiler.Compile(sample.Policies);
                    if (number == 2 && Read(at % texts.Length) != trees[at % texts.Length]) wrong.Enqueue(texts[at % texts.Length]);
                }
            }
        }

        PolicyDocument? Read(int at) => PolicyParser.Parse(PolicyText.FromString(texts[at]), new PolicyParserOptions { Type = documents[at].Type, Mode = ParseMode.Stored }).Value;
    }

    /// <summary>All that is decided of a request: the decision, why, by which statements, what it depends on, and the trace of every element.</summary>
    private static string Outline(CompiledPolicySet policies, AuthorizationRequest request)
    {
        AuthorizationDecision decision = TestPolicy.Evaluator.Evaluate(policies, request);
        AuthorizationExplanation explanation = TestPolicy.Evaluator.Explain(policies, request);
        IEnumerable<string> traces = explanation.Layers.SelectMany(static layer => layer.Policies.SelectMany(static policy => policy.Statements)
            .Select(static s => $"{s.Index} {s.Outcome} {s.Reason} {s.Applies} {string.Concat(s.Elements.Select(Show))}").Prepend($"{layer.Kind} {layer.Level} {layer.Outcome} {layer.Reason}"));
        return $"{decision} {decision.Cause} {decision.BestCase} [{string.Join(' ', decision.GetStatements())}] [{string.Join(' ', decision.DependsOn())}] {explanation.Decision} {explanation.Summary} {explanation.Message} {string.Join('\n', traces)}";

        static string Show(TraceNode node) => $"({node.Label} {node.Outcome} {node.Reason} {node.RequestText} {string.Concat(node.Children.Select(Show))})";
    }

    private static (CompiledPolicySet Policies, AuthorizationRequest[] Requests, AuthorizationDecision[] Expected) Prepare(int seed)
    {
        PolicySetCase sample = PolicySetGenerator.Make(seed);
        CompiledPolicySet plain = PolicyCompiler.Compile(sample.Policies, usesIndex: false);
        return (PolicyCompiler.Compile(sample.Policies), sample.Requests, [.. sample.Requests.Select(request => TestPolicy.Evaluator.Evaluate(plain, request))]);
    }
}
