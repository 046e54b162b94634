namespace PolicyEngine.Tests.Evaluation;

/// <summary>Layers that an action alone opens are not scanned, which changes no decision and no certainty.</summary>
public class LayersAllowedByActionTests
{
    private const string Open = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Undecided = """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"k:a":"1"}}}""";

    private static RequestContext UnknownKey { get; } = new RequestContextBuilder().SetUnknown("k:a").Build();

    [Theory]
    [InlineData(Open + "," + Undecided)]
    [InlineData(Undecided + "," + Open)]
    public void What_is_undecided_beside_an_unconditional_allow_does_not_matter(string statements)
    {
        AuthorizationRequest request = PolicySets.Ask(context: UnknownKey);
        string document = $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""";
        PolicyDecision one = TestPolicy.Evaluator.Evaluate(TestPolicy.Compile(document), request);
        AuthorizationDecision all = new PolicySet().With(PolicyType.Identity, document).Decide(request);
        Assert.Equal((Decision.Allowed, true, Decision.Allowed, true), (one.Decision, one.IsCertain, all.Decision, all.IsCertain));
    }

    [Theory]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(130)]
    public void Layers_behind_the_64th_are_scanned(int levels)
    {
        AttachedPolicies empty = AttachedPolicies.OfLevels([.. Enumerable.Range(0, levels).Select(static i => new PolicyLevel($"level-{i}"))]);
        PolicySet set = new PolicySet { ResourceControl = empty }.With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity));
        Assert.Equal(Decision.Allowed, set.Decide(PolicySets.Ask()).Decision);
        Assert.Equal(Decision.ImplicitDeny, set.With(PolicyType.Identity, PolicySets.Nothing(PolicyType.Identity)).Decide(PolicySets.Ask()).Decision);
    }

    [Fact]
    public void An_open_layer_of_policies_that_take_no_part_grants_nothing()
    {
        PolicySet set = new PolicySet()
            .With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity))
            .With(PolicyType.PermissionsBoundary, PolicySets.Everything(PolicyType.PermissionsBoundary));
        Assert.Equal(Decision.ImplicitDeny, set.Decide(PolicySets.Ask(RequestPrincipal.Anonymous)).Decision);
        Assert.Equal(Decision.Allowed, set.Decide(PolicySets.Ask()).Decision);
    }

    [Fact]
    public void A_deny_wins_over_an_open_layer()
    {
        PolicySet set = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity));
        foreach (PolicyType kind in (PolicyType[])[PolicyType.ResourceControl, PolicyType.ServiceControl, PolicyType.Resource, PolicyType.PermissionsBoundary])
        {
            Assert.Equal(Decision.ExplicitDeny, set.With(kind, PolicySets.DenyAll(kind)).Decide(PolicySets.Ask()).Decision);
        }
    }
}
