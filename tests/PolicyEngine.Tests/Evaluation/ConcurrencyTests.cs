using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Requests;
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
        (CompiledPolicySet Policies, AuthorizationRequest[] Requests, AuthorizationDecision[] Expected)[] stacks = [.. Enumerable.Range(seed, 12).Select(Prepare)];
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
                for (int i = 0; i < stacks.Length; i++)
                {
                    (CompiledPolicySet policies, AuthorizationRequest[] requests, AuthorizationDecision[] expected) = stacks[(i + thread) % stacks.Length];
                    bool compiles = (thread + round) % 4 == 0;
                    if (compiles) policies = PolicyCompiler.Compile(policies.Source);
                    for (int r = 0; r < requests.Length; r++)
                    {
                        if (Asking.Evaluator.Evaluate(policies, requests[r]) != expected[r]) wrong++;
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
            StackCase stack = StackMaker.Make(seed);
            if (stack.Document is null) continue;
            CompiledPolicy policy = PolicyCompiler.Compile(stack.Document);
            CompiledPolicy plain = PolicyCompiler.Compile(stack.Document, usesIndex: false);
            PolicyDecision[] expected = [.. stack.Requests.Select(request => Asking.Evaluator.Evaluate(plain, request))];
            Parallel.For(0, Threads * expected.Length, i => Assert.Equal(expected[i % expected.Length], Asking.Evaluator.Evaluate(policy, stack.Requests[i % expected.Length])));
        }
    }

    private static (CompiledPolicySet Policies, AuthorizationRequest[] Requests, AuthorizationDecision[] Expected) Prepare(int seed)
    {
        StackCase stack = StackMaker.Make(seed);
        CompiledPolicySet plain = PolicyCompiler.Compile(stack.Policies, usesIndex: false);
        return (PolicyCompiler.Compile(stack.Policies), stack.Requests, [.. stack.Requests.Select(request => Asking.Evaluator.Evaluate(plain, request))]);
    }
}
