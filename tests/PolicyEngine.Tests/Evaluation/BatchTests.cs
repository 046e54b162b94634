using System.Collections.Immutable;
using PolicyEngine.Tests.Laws;

namespace PolicyEngine.Tests.Evaluation;

/// <summary>Many requests together: the decisions that they have one by one, in order.</summary>
public class BatchTests
{
    private static readonly PolicyEvaluator Evaluator = new();
    private static readonly CompiledPolicy Policy = TestPolicy.Compile("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::b/*7"}}""");

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(10_000)]
    public void Decisions_stand_in_the_order_of_requests(int count)
    {
        AuthorizationRequest[] requests = Requests(count);
        ImmutableArray<PolicyDecision> decisions = new PolicyBatch(Evaluator, maxThreads: 4).EvaluateAll(Policy, requests, TestContext.Current.CancellationToken);
        Assert.Equal(requests.Select(static request => Evaluator.Evaluate(Policy, request)), decisions);
        Assert.Equal(requests.Select(static request => request.Resource.EndsWith('7')), decisions.Select(static decision => decision.IsAllowed));
    }

    [Fact]
    public void Sets_of_policies_decide_as_one_by_one()
    {
        for (int seed = 0; seed < 40; seed++)
        {
            PolicySetCase sample = PolicySetGenerator.Make(seed);
            CompiledPolicySet policies = PolicyCompiler.Compile(sample.Policies);
            AuthorizationRequest[] requests = [.. Enumerable.Repeat(sample.Requests, 10).SelectMany(static r => r)];
            Assert.Equal(requests.Select(request => Evaluator.Evaluate(policies, request)), new PolicyBatch(Evaluator).EvaluateAll(policies, requests, TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public void Progress_grows_up_to_all_requests()
    {
        Reports reports = new(_ => { });
        new PolicyBatch(Evaluator, reports, maxThreads: 4).EvaluateAll(Policy, Requests(10_000), TestContext.Current.CancellationToken);
        Assert.Equal(reports.All.Order().Distinct(), reports.All);
        Assert.Equal(10_000, reports.All[^1]);
        Assert.True(reports.All.Count > 10);
    }

    [Fact]
    public void A_cancelled_batch_stops_early()
    {
        using CancellationTokenSource stop = new();
        Reports reports = new(_ => stop.Cancel());
        Assert.ThrowsAny<OperationCanceledException>(() => new PolicyBatch(Evaluator, reports, maxThreads: 2).EvaluateAll(Policy, Requests(100_000), stop.Token));
        Assert.InRange(reports.All.Count, 1, 3);
        Assert.ThrowsAny<OperationCanceledException>(() => new PolicyBatch(Evaluator).EvaluateAll(Policy, default, stop.Token));
    }

    [Fact]
    public void A_missing_request_is_refused_before_any_is_decided()
    {
        Reports reports = new(_ => { });
        AuthorizationRequest[] requests = Requests(1_000);
        requests[999] = null!;
        Assert.Throws<ArgumentNullException>(() => new PolicyBatch(Evaluator, reports).EvaluateAll(Policy, requests, TestContext.Current.CancellationToken));
        Assert.Empty(reports.All);
    }

    [Fact]
    public void What_progress_throws_ends_the_batch()
    {
        Reports reports = new(static _ => throw new InvalidOperationException("enough"));
        AggregateException thrown = Assert.Throws<AggregateException>(() => new PolicyBatch(Evaluator, reports).EvaluateAll(Policy, Requests(1_000), TestContext.Current.CancellationToken));
        Assert.All(thrown.InnerExceptions, static inner => Assert.Equal("enough", inner.Message));
    }

    /// <summary>Counted on one thread, so that nothing is missed.</summary>
    [Fact]
    public void Nothing_is_allocated_for_a_request_beside_its_decision()
    {
        PolicyBatch batch = new(Evaluator, maxThreads: 1);
        AuthorizationRequest[] requests = Requests(20_000);
        long few = Allocated(requests.AsMemory(0, 10_000));
        long many = Allocated(requests);
        Assert.InRange(many - few, 0, (10_000 * System.Runtime.CompilerServices.Unsafe.SizeOf<PolicyDecision>()) + 1_000);

        long Allocated(ReadOnlyMemory<AuthorizationRequest> own)
        {
            batch.EvaluateAll(Policy, own, TestContext.Current.CancellationToken);
            long before = GC.GetAllocatedBytesForCurrentThread();
            batch.EvaluateAll(Policy, own, TestContext.Current.CancellationToken);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static AuthorizationRequest[] Requests(int count) =>
        [.. Enumerable.Range(0, count).Select(static n => new AuthorizationRequest(PolicySets.Alice, TestPolicy.Action, $"arn:aws:s3:::b/{n}"))];

    private sealed class Reports(Action<int> also) : IProgress<int>
    {
        internal List<int> All { get; } = [];

        public void Report(int value)
        {
            All.Add(value);
            also(value);
        }
    }
}
