namespace PolicyEngine.Tests.Compilation.Indexing;

/// <summary>What a million actions leave in memory.</summary>
public partial class ActionMatchesTests
{
    /// <summary>Different and very long actions, as an attacker would send them, cost time only.</summary>
    [Fact]
    public void A_million_actions_take_no_more_memory_than_a_few()
    {
        CompiledPolicy policy = Compile();
        string filler = new('x', 20_000);
        PolicyEvaluator evaluator = new();
        void ask(int from, int to)
        {
            for (int i = from; i < to; i++)
            {
                string action = i % 100 == 0 ? $"s3:Get{i}{filler}" : $"s3:Get{i}";
                Assert.True(evaluator.Evaluate(policy, Request(action)).IsAllowed);
            }
        }

        ask(0, 10_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);
        ask(10_000, 1_000_000);
        long after = GC.GetTotalMemory(forceFullCollection: true);
        Assert.True(policy.Table.Actions!.Get(Request("s3:GetObject")).Matching == 0b11);
        Assert.InRange(after - before, long.MinValue, 1_000_000);
    }
}
