using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.Bugs;

/// <summary>What other evaluators have shipped where several policies decide together; each is a test here.</summary>
public class PolicySetBugTests
{
    private const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/Alice"]},"Action":"*","Resource":"*"}}""";

    private static readonly RequestEndpoint Interface = new(VpcEndpointType.Interface, "vpce-1");
    private static readonly RequestEndpoint Gateway = new(VpcEndpointType.Gateway, "vpce-2");

    /// <summary>The whole table is in <see cref="LayerTruthTableTests"/>.</summary>
    [Theory]
    [InlineData(PolicyType.Session)]
    [InlineData(PolicyType.PermissionsBoundary)]
    [InlineData(PolicyType.Identity)]
    [InlineData(PolicyType.ServiceControl)]
    [InlineData(PolicyType.ResourceControl)]
    [InlineData(PolicyType.VpcEndpoint)]
    public void Bug_13_no_path_skips_a_layer_that_denies(PolicyType kind)
    {
        PolicySet direct = new PolicySet().With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource)).With(kind, PolicySets.DenyAll(kind));
        Assert.Equal(Decision.ExplicitDeny, direct.Decide(PolicySets.Ask(PolicySets.App, endpoint: Interface)).Decision);
    }

    [Theory]
    [InlineData(PolicyType.Session)]
    [InlineData(PolicyType.PermissionsBoundary)]
    [InlineData(PolicyType.ServiceControl)]
    [InlineData(PolicyType.VpcEndpoint)]
    public void Bug_13_policies_that_only_deny_other_things_still_limit(PolicyType kind)
    {
        PolicySet limited = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity)).With(kind, PolicySets.Nothing(kind));
        Assert.Equal(Decision.ImplicitDeny, limited.Decide(PolicySets.Ask(PolicySets.App, endpoint: Interface)).Decision);
    }

    [Fact]
    public void Bug_13_a_session_policy_never_grants() => Assert.Equal(
        Decision.ImplicitDeny,
        new PolicySet().With(PolicyType.Session, PolicySets.Everything(PolicyType.Session)).Decide(PolicySets.Ask(PolicySets.App)).Decision);

    [Theory]
    [InlineData("\"*\"", true, true)]
    [InlineData("""{"AWS":"*"}""", true, true)]
    [InlineData("""{"AWS":"111122223333"}""", true, false)]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:user/Alice"}""", true, false)]
    [InlineData("""{"AWS":"arn:aws:iam::111122223333:user/Bob"}""", false, false)]
    [InlineData("""{"AWS":"999988887777"}""", false, false)]
    public void Bug_16_endpoint_principals_are_neither_refused_nor_ignored(string principal, bool atInterface, bool atGateway)
    {
        string policy = $$$"""{"Statement":{"Effect":"Allow","Principal":{{{principal}}},"Action":"*","Resource":"*"}}""";
        PolicySet policies = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity)).With(PolicyType.VpcEndpoint, policy);
        Assert.Equal(atInterface, policies.Decide(PolicySets.Ask(endpoint: Interface)).IsAllowed);
        Assert.Equal(atGateway, policies.Decide(PolicySets.Ask(endpoint: Gateway)).IsAllowed);
        Assert.True(policies.Decide(PolicySets.Ask()).IsAllowed);
    }

    [Fact]
    public void Bug_16_not_principal_in_an_endpoint_policy()
    {
        PolicySet policies = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity))
            .With(PolicyType.VpcEndpoint, PolicySets.Everything(PolicyType.VpcEndpoint), Deny);
        Assert.True(policies.Decide(PolicySets.Ask(endpoint: Interface)).IsAllowed);
        Assert.Equal(Decision.ExplicitDeny, policies.Decide(PolicySets.Ask(PolicySets.App, endpoint: Interface)).Decision);
    }
}
