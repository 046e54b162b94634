using static PolicyEngine.Tests.Endpoints.CallCases;

namespace PolicyEngine.Tests.Endpoints;

/// <summary>What cannot be is an error, and what is unlikely a warning.</summary>
public class ApiCallFaultTests
{
    private static readonly RequestPrincipal Role = RequestPrincipal.RoleSession("arn:aws:sts::123456789012:assumed-role/App/s1", "arn:aws:iam::123456789012:role/App");

    [Theory]
    [InlineData("172.01.01.001")]
    [InlineData("10.0.0.08")]
    [InlineData("1.2.3")]
    [InlineData("10.0.0.0/8")]
    [InlineData("AWS Internal")]
    [InlineData("")]
    public void A94_an_address_is_one_and_zeros_do_not_lead(string address)
    {
        Assert.Equal(["A-94"], Errors(Reads().FromInternet(address)));
        Assert.Equal(["A-94"], Errors(Reads().Through(Endpoint(), address)));
        Assert.Empty(Reads().FromInternet("2001:db8::7").FindFaults());
    }

    [Theory]
    [InlineData("aws:SourceVpce", "vpce-0abc")]
    [InlineData("aws:SourceVpc", "vpc-1")]
    [InlineData("aws:VpcSourceIp", "10.0.0.1")]
    [InlineData("aws:VpceAccount", "123456789012")]
    [InlineData("aws:CalledViaFirst", "athena.amazonaws.com")]
    [InlineData("aws:ViaAWSService", "true")]
    [InlineData("aws:SourceIp", "203.0.113.8")]
    [InlineData("aws:PrincipalArn", "arn:aws:iam::123456789012:user/Bob")]
    [InlineData("aws:PrincipalAccount", "111122223333")]
    [InlineData("aws:username", "Bob")]
    [InlineData("aws:PrincipalType", "Account")]
    [InlineData("aws:PrincipalIsAWSService", "true")]
    [InlineData("aws:ResourceAccount", "111122223333")]
    [InlineData("aws:RequestedRegion", "eu-west-1")]
    [InlineData("aws:CurrentTime", "2026-01-16T05:46:58Z")]
    public void A98_a_value_that_does_not_follow_from_the_call_is_refused(string key, string value)
    {
        ApiCallBuilder call = Reads().FromInternet("203.0.113.7").Set(key, value);
        Assert.Contains("A-98", Errors(call), StringComparer.Ordinal);
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(call.Build);
        Assert.Contains($"'{key}'", thrown.Message, StringComparison.Ordinal);
        Assert.Contains(value, thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:SourceIp", "203.0.113.7")]
    [InlineData("AWS:VIAAWSSERVICE", "False")]
    [InlineData("aws:PrincipalArn", "arn:aws:iam::123456789012:user/Anika")]
    [InlineData("aws:SecureTransport", "false")]
    [InlineData("aws:PrincipalTag/team", "red")]
    public void A98_a_value_that_follows_or_is_free_is_taken(string key, string value) =>
        Assert.Empty(Reads().FromInternet("203.0.113.7").Set(key, value).FindFaults());

    [Fact]
    public void A98_SourceIp_through_an_endpoint_names_both()
    {
        ApiCallBuilder call = Reads().Through(Endpoint(), "10.0.0.1").Set("aws:SourceIp", "203.0.113.7");
        Assert.Contains(call.FindFaults(), static fault => fault is { IsError: true, Rule: "A-98" } && fault.Message.Contains("'aws:SourceIp' and 'aws:SourceVpce'", StringComparison.Ordinal));
    }

    [Fact]
    public void A98_SourceVpc_is_that_of_the_endpoint() =>
        Assert.Contains("A-98", Errors(Reads().Through(Endpoint(), "10.0.0.1").Set("aws:SourceVpc", "vpc-9")), StringComparer.Ordinal);

    [Fact]
    public void A98_a_session_has_the_ARN_of_its_role_and_no_username()
    {
        Assert.Contains("A-98", Errors(Reads(Role).FromInternet("203.0.113.7").Set("aws:PrincipalArn", "arn:aws:sts::123456789012:assumed-role/App/s1")), StringComparer.Ordinal);
        Assert.Contains("A-98", Errors(Reads(Role).FromInternet("203.0.113.7").Set("aws:username", "App")), StringComparer.Ordinal);
        Assert.Empty(Errors(Reads(Role).FromInternet("203.0.113.7")));
    }

    [Fact]
    public void A98_a_service_calls_for_nobody_when_it_calls_by_itself()
    {
        RequestPrincipal service = RequestPrincipal.Service("rds.amazonaws.com");
        Assert.Contains("A-98", Errors(Reads(service).OnBehalfBy("athena.amazonaws.com")), StringComparer.Ordinal);
        Assert.Contains("A-98", Errors(Reads(service).Set("aws:PrincipalIsAWSService", "false")), StringComparer.Ordinal);
        Assert.Equal(["A-74"], Errors(Reads(service).FromInternet("203.0.113.7")));
    }

    [Fact]
    public void A98_an_endpoint_of_another_service_or_Region_is_unlikely()
    {
        Assert.Equal(["A-98"], Warnings(Reads().Through(Endpoint("kms"), "10.0.0.1")));
        Assert.Equal(["A-98"], Warnings(Reads().Through(Endpoint(), "10.0.0.1").InRegion("eu-west-1")));
        Assert.Empty(Errors(Reads().Through(Endpoint("kms"), "10.0.0.1").InRegion("eu-west-1")));
    }

    [Theory]
    [InlineData(VpcEndpointState.Unknown, 0, 0)]
    [InlineData(VpcEndpointState.Unrecognized, 0, 0)]
    [InlineData(VpcEndpointState.Available, 0, 0)]
    [InlineData(VpcEndpointState.Pending, 0, 1)]
    [InlineData(VpcEndpointState.PendingAcceptance, 0, 1)]
    [InlineData(VpcEndpointState.Partial, 0, 1)]
    [InlineData(VpcEndpointState.Deleting, 1, 0)]
    [InlineData(VpcEndpointState.Deleted, 1, 0)]
    [InlineData(VpcEndpointState.Failed, 1, 0)]
    [InlineData(VpcEndpointState.Expired, 1, 0)]
    [InlineData(VpcEndpointState.Rejected, 1, 0)]
    public void A89_an_endpoint_that_is_gone_carries_nothing(VpcEndpointState state, int errors, int warnings)
    {
        ApiCallBuilder call = Reads().Through(new VpcEndpoint { Id = "vpce-0abc", State = state }, "10.0.0.1");
        Assert.Equal(Enumerable.Repeat("A-89", errors), Errors(call), StringComparer.Ordinal);
        Assert.Equal(Enumerable.Repeat("A-89", warnings), Warnings(call), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(VpcEndpointType.GatewayLoadBalancer)]
    [InlineData(VpcEndpointType.Resource)]
    [InlineData(VpcEndpointType.ServiceNetwork)]
    [InlineData(VpcEndpointType.Tunnel)]
    public void A64_other_types_carry_no_calls_of_AWS(VpcEndpointType type) =>
        Assert.Equal(["A-64"], Errors(Reads().Through(new VpcEndpoint { Id = "vpce-0abc", Type = type }, "10.0.0.1")));

    [Fact]
    public void Q6_nobody_guesses_who_owns_a_bucket()
    {
        ApiCallBuilder open = new ApiCallBuilder(Anika, "s3:GetObject", "arn:aws:s3:::b/k").FromInternet("203.0.113.7");
        Assert.Empty(Errors(open));
        Assert.Equal("(unknown)", Key(open, "aws:ResourceAccount"));
        PolicySet policies = new() { Identity = AttachedPolicies.Of(PolicyParser.Parse(PolicyText.FromString(TestPolicy.Document("Allow", "\"Sid\":\"All\"")), new PolicyParserOptions()).GetValueOrThrow()) };
        AuthorizationDecision decision = TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(policies), open.Build());
        Assert.Equal((Decision.ImplicitDeny, false, Decision.Allowed), (decision.Decision, decision.IsCertain, decision.BestCase));
        Assert.Equal(["resourceAccount"], decision.DependsOn(), StringComparer.Ordinal);
        Assert.Empty(Errors(new ApiCallBuilder(Anika, "bedrock:InvokeModel", "arn:aws:bedrock:us-east-1::foundation-model/m")));
        Assert.Equal(["A-93"], Errors(new ApiCallBuilder(Anika, Read, Secret).OwnedBy("111122223333").FromInternet("203.0.113.7")));
    }

    [Fact]
    public void A99_a_key_of_one_value_has_one()
    {
        Assert.Equal(["A-99"], Errors(Reads().FromInternet("203.0.113.7").Set("aws:UserAgent", ContextValue.OfList("a", "b"))));
        Assert.Contains("A-99", Errors(Reads().Set("aws:SourceVpce", ContextValue.OfList("vpce-0a", "vpce-0b"))), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-a1b2c3", "Q-33")]
    [InlineData("arn:aws:secretsmanager:us-west-2:123456789012:secret:db-a1b2c3")]
    [InlineData("*")]
    public void Q33_a_resource_in_another_Region_than_the_endpoint_leads_to_is_a_doubt(string resource, params string[] rules) =>
        Assert.Equal(rules, CallCases.Warnings(new ApiCallBuilder(CallCases.Anika, CallCases.Read, resource).Through(CallCases.Endpoint(), "10.0.0.1")));
}
