using FsCheck;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Generators;

/// <summary>Relevant cases decide: of 10,000, between 25 % and 42 % are allowed, as many explicitly denied, and as many implicitly.</summary>
public class DecisionMixTests(ITestOutputHelper output)
{
    private const int Cases = 10_000;

    public static TheoryData<PolicyType> Types => [.. Enum.GetValues<PolicyType>().Where(static type => type != PolicyType.ResourceControl)];

    [Theory]
    [MemberData(nameof(Types))]
    public void A_third_of_the_cases_of_a_type_has_each_decision(PolicyType type) => AreThirds(Samples.Of(NearGen.Case(type), Cases).Select(static c => c.Decide().Decision));

    /// <summary>Resource control policies allow nothing; both other decisions are frequent.</summary>
    [Fact]
    public void Half_of_the_cases_of_resource_control_policies_are_denied_explicitly() =>
        Assert.InRange(Samples.Of(NearGen.Case(PolicyType.ResourceControl), Cases).Count(static c => c.Decide().Decision == Decision.ExplicitDeny), Cases / 4, Cases * 3 / 4);

    [Fact]
    public void A_third_of_the_cases_of_policy_sets_has_each_decision() =>
        AreThirds(Samples.Of(NearGen.AuthorizationCase, Cases, size: 20).Select(static c => c.Decide().Decision));

    private void AreThirds(IEnumerable<Decision> decisions)
    {
        Decision[] all = [.. decisions];
        foreach (Decision decision in Enum.GetValues<Decision>()) output.WriteLine($"{decision}: {100.0 * all.Count(d => d == decision) / all.Length:F1} %");
        Assert.All(Enum.GetValues<Decision>(), decision => Assert.InRange(all.Count(d => d == decision), all.Length * 25 / 100, all.Length * 42 / 100));
    }
}
