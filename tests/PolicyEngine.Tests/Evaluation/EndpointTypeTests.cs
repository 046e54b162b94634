namespace PolicyEngine.Tests.Evaluation;

/// <summary>Q-13: which types of endpoints carry calls, and one that nobody knows.</summary>
public class EndpointTypeTests
{
    private static readonly PolicySet Granted = new PolicySet()
        .With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity)).With(PolicyType.VpcEndpoint, PolicySets.Everything(PolicyType.VpcEndpoint));

    [Theory]
    [InlineData(VpcEndpointType.GatewayLoadBalancer)]
    [InlineData(VpcEndpointType.Resource)]
    [InlineData(VpcEndpointType.ServiceNetwork)]
    [InlineData(VpcEndpointType.Tunnel)]
    public void Q13_a_call_through_another_type_is_a_contradiction(VpcEndpointType type)
    {
        RequestFault fault = Assert.Single(RequestConsistency.FindFaults(Through(type)));
        Assert.Equal("'vpce-1' carries no calls that AWS authorizes [A-64]", fault.ToString());
        Assert.False(new VpcEndpoint { Id = "vpce-1", Type = type }.CarriesApiCalls);
    }

    [Theory]
    [InlineData(VpcEndpointType.Interface)]
    [InlineData(VpcEndpointType.Gateway)]
    [InlineData(VpcEndpointType.Unknown)]
    public void Q13_others_carry_calls(VpcEndpointType type)
    {
        Assert.Empty(RequestConsistency.FindFaults(Through(type)));
        Assert.True(Granted.Decide(Through(type)).IsAllowed);
    }

    [Fact]
    public void Q13_of_a_type_that_nobody_knows_the_policy_is_not_known()
    {
        AuthorizationExplanation explanation = Granted.Explain(Through(VpcEndpointType.Unrecognized));
        Assert.Equal((Decision.ImplicitDeny, false, Decision.Allowed), (explanation.Decision.Decision, explanation.Decision.IsCertain, explanation.Decision.BestCase));
        Assert.Equal(["vpcEndpoint"], explanation.Decision.DependsOn(), StringComparer.Ordinal);
        Assert.Equal(LayerOutcome.Unknown, Assert.Single(explanation.Layers, static layer => layer.Kind == PolicyType.VpcEndpoint).Outcome);
        Assert.False(Granted.With(PolicyType.VpcEndpoint, PolicySets.DenyAll(PolicyType.VpcEndpoint)).Decide(Through(VpcEndpointType.Unrecognized)).IsAllowed);
    }

    private static AuthorizationRequest Through(VpcEndpointType type) => PolicySets.Ask(endpoint: new RequestEndpoint(type, "vpce-1"));
}
