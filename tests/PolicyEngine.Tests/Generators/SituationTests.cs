using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.FsCheck;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.Tests.Generators;

/// <summary>Situations can be, are of all kinds, and what is unknown in them does not turn what is certain.</summary>
public class SituationTests
{
    private const int Many = 1_000;
    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>Situations near sets that differ from sample to sample.</summary>
    internal static Gen<Situation> Near { get; } = PolicyGen.Set.SelectMany(static set => EndpointGen.Inventory.SelectMany(inventory => NearGen.Situation(set, [.. inventory.Endpoints])));

    [Fact]
    public void Every_situation_can_be() => Assert.All(Samples.Of(Near, Many), static situation => Assert.True(situation.CanBe(), situation.ToString()));

    [Fact]
    public void Situations_are_of_all_kinds()
    {
        IReadOnlyList<Situation> all = Samples.Of(NearGen.Situation(new PolicySet { Identity = AttachedPolicies.Of(PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*"}}""")) }), Many);
        Assert.InRange(all.Count(static s => s.Call.Resource.Contains(":accesspoint/ap/object/", StringComparison.Ordinal)), Many / 100, Many / 4);
        Assert.InRange(all.Count(static s => s.Policies.ScopeDown.IsAttached), Many / 20, Many / 3);
        Assert.InRange(all.Count(static s => s.Call.Owner is null), Many / 10, Many / 2);
        Assert.InRange(all.Count(static s => s.Call.Principal.Credentials == CredentialKind.LongTerm), Many / 20, Many / 2);
        Assert.InRange(all.Select(static s => s.Call.Principal.Kind).Distinct().Count(), 5, 8);
        Assert.InRange(all.Count(static s => s.Decide().IsAllowed), Many / 10, Many);
    }

    /// <summary>Q-6: what is decided for certain without an owner is decided so with each.</summary>
    [Fact]
    public void Q6_what_is_certain_without_an_owner_is_so_with_each()
    {
        foreach (Situation situation in Samples.Of(Near, Many).Where(static s => s.Call.Owner is null && s.Call.Resource.StartsWith("arn:aws:s3:::orders", StringComparison.Ordinal)))
        {
            AuthorizationDecision decision = situation.Decide();
            if (!decision.IsCertain) continue;
            AuthorizationDecision[] owned = [.. World.Accounts.Distinct(StringComparer.Ordinal).Select(account => (situation with { Call = situation.Call with { Owner = account } }).Decide())];
            Assert.All(owned, each => Assert.True(each.Decision == decision.Decision || !(each.IsAllowed || decision.IsAllowed), $"{decision}, and with an owner {each}: {situation}"));
        }
    }

    [Fact]
    public void Explanations_of_situations_agree_with_decisions()
    {
        foreach (Situation situation in Samples.Of(Near, Many / 5))
        {
            AuthorizationExplanation explanation = Evaluator.Explain(PolicyCompiler.Compile(situation.Policies), situation.Call.Build());
            Assert.Equal(situation.Decide(), explanation.Decision);
        }
    }
}
