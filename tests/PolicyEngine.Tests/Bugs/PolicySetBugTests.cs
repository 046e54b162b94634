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

    /// <summary>The told account once was the value of the key, though the ARN names another.</summary>
    [Theory]
    [InlineData(PolicySets.Account, "arn:aws:kms:eu-west-1:444455556666:key/k")]
    [InlineData("444455556666", "arn:aws:kms:eu-west-1:111122223333:key/k")]
    [InlineData("", "arn:aws:s3:::b")]
    [InlineData("x", "arn:aws:s3:::b")]
    [InlineData("x", "*")]
    public void A_98_an_owner_that_cannot_be_leaves_the_account_of_the_resource_unknown(string told, string resource)
    {
        PolicySet policies = new PolicySet().With(PolicyType.Identity, """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:ResourceAccount":"444455556666"}}}}""");
        AuthorizationRequest request = PolicySets.Ask(action: "s3:GetObject", resource: resource, owner: told);
        AuthorizationDecision decision = policies.Decide(request);
        Assert.Equal((Decision.ImplicitDeny, false, Decision.Allowed), (decision.Decision, decision.IsCertain, decision.BestCase));
        Assert.Contains("aws:ResourceAccount", decision.DependsOn(), StringComparer.Ordinal);
        Assert.NotNull(request.FindFault());
    }
}
