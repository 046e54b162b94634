namespace PolicyEngine.Tests.Requests;

/// <summary>A-98, A-94: facts of a request that contradict each other.</summary>
public class ConsistencyTests
{
    private const string Session = "arn:aws:sts::111122223333:assumed-role/App/s";
    private static readonly RequestPrincipal Alice = RequestPrincipal.FromArn(TestPolicy.Alice);
    private static readonly RequestPrincipal Service = RequestPrincipal.Service("s3.amazonaws.com");

    [Theory]
    [InlineData("aws:ResourceAccount", "444455556666", "the account of the resource is '111122223333'")]
    [InlineData("aws:PrincipalArn", Session, "the ARN of a session, and of a session it is that of the role")]
    [InlineData("aws:PrincipalArn", "arn:aws:iam::111122223333:user/Bob", "the caller is 'arn:aws:iam::111122223333:user/Alice'")]
    [InlineData("aws:PrincipalAccount", "444455556666", "the caller is in '111122223333'")]
    [InlineData("aws:PrincipalIsAWSService", "TRUE", "the caller is no AWS service")]
    [InlineData("aws:SourceVpc", "vpc-2", "the endpoint is in 'vpc-1'")]
    [InlineData("aws:SourceVpce", "vpce-2", "the endpoint is 'vpce-1'")]
    [InlineData("aws:CalledVia", "athena.amazonaws.com", "'aws:ViaAWSService' is not true")]
    [InlineData("aws:SourceIp", "10.1.2.3", "the call comes through the endpoint 'vpce-1'")]
    [InlineData("aws:PrincipalType", "AssumedRole", "follows from the call as User")]
    [InlineData("aws:username", "Bob", "follows from the call as Alice")]
    [InlineData("aws:SourceIp", "10.1", "which is no address")]
    [InlineData("aws:VpcSourceIp", "here", "which is no address")]
    public void A_key_that_contradicts_the_request(string key, string value, string expected)
    {
        RequestContextBuilder builder = new();
        if (key == "aws:CalledVia") builder.SetList(key, value).Set("aws:ViaAWSService", "false");
        else builder.Set(key, value);
        Assert.Contains(expected, Assert.Single(RequestConsistency.FindFaults(Ask(Alice, builder.Build()))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aws:ResourceAccount", "111122223333")]
    [InlineData("aws:PrincipalArn", TestPolicy.Alice)]
    [InlineData("aws:PrincipalAccount", "111122223333")]
    [InlineData("aws:PrincipalIsAWSService", "false")]
    [InlineData("aws:SourceVpc", "vpc-1")]
    [InlineData("aws:SourceVpce", "vpce-1")]
    [InlineData("aws:username", "Alice")]
    [InlineData("aws:VpcSourceIp", "2001:db8::1")]
    [InlineData("aws:PrincipalType", "User")]
    [InlineData("aws:CalledVia", "athena.amazonaws.com")]
    public void A_key_that_agrees_with_the_request(string key, string value) => Assert.Empty(RequestConsistency.FindFaults(Ask(Alice, TestPolicy.Context((key, value)))));

    [Fact]
    public void A77_the_first_and_the_last_service_are_those_of_the_chain()
    {
        ContextValue chain = ContextValue.OfList("cloudformation.amazonaws.com", "dynamodb.amazonaws.com");
        RequestContextBuilder builder = new RequestContextBuilder().Set("aws:CalledVia", chain).Set("aws:ViaAWSService", "true");
        Assert.Empty(RequestConsistency.FindFaults(Ask(Alice, builder.Set("aws:CalledViaFirst", "cloudformation.amazonaws.com").Build())));
        string expected = "'aws:CalledViaLast' is given as cloudformation.amazonaws.com, and follows from the call as dynamodb.amazonaws.com";
        Assert.Equal(expected, Only(Ask(Alice, builder.Set("aws:CalledViaLast", "cloudformation.amazonaws.com").Build())));
    }

    [Fact]
    public void Keys_that_contradict_each_other()
    {
        RequestPrincipal session = RequestPrincipal.FromArn(Session);
        Assert.Contains("'aws:PrincipalArn' is", Only(Ask(session, TestPolicy.Context(("aws:PrincipalAccount", "111122223333"), ("aws:PrincipalArn", "arn:aws:iam::444455556666:role/App")))), StringComparison.Ordinal);
        Assert.Contains("both there", Only(Ask(Alice, TestPolicy.Context(("aws:SourceIp", "10.0.0.1"), ("aws:SourceVpce", "vpce-1")))), StringComparison.Ordinal);
        Assert.Contains("only IAM users", Only(Ask(session, TestPolicy.Context(("aws:username", "Alice")))), StringComparison.Ordinal);
        Assert.Contains("calls for nobody", Only(Ask(Service, TestPolicy.Context(("aws:ViaAWSService", "true")))), StringComparison.Ordinal);
        Assert.Contains("the caller is an AWS service", Only(Ask(Service, TestPolicy.Context(("aws:PrincipalIsAWSService", "false")))), StringComparison.Ordinal);
        Assert.Empty(RequestConsistency.FindFaults(Ask(Service, TestPolicy.Context(("aws:PrincipalIsAWSService", "true")))));
    }

    [Fact]
    public void A_call_that_is_or_may_be_forwarded_has_both_an_address_and_an_endpoint()
    {
        Assert.Empty(RequestConsistency.FindFaults(Ask(Alice, TestPolicy.Context(("aws:SourceIp", "10.0.0.1"), ("aws:SourceVpce", "vpce-1"), ("aws:ViaAWSService", "true")))));
        Assert.Empty(RequestConsistency.FindFaults(Ask(Alice, new RequestContextBuilder().Set("aws:SourceIp", "10.0.0.1").Set("aws:SourceVpce", "vpce-1").SetUnknown("aws:ViaAWSService").Build())));
        Assert.Empty(RequestConsistency.FindFaults(Ask(Alice, new RequestContextBuilder().SetUnknown("aws:SourceIp").Set("aws:SourceVpce", "vpce-1").Build())));
    }

    [Fact]
    public void A_key_is_set_by_its_own_object() =>
        Assert.Equal("vpce-1", new RequestContextBuilder().Set(ConditionKeys.SourceVpce, "vpce-1").Build()["aws:sourcevpce"]!.Values[0]);

    private static string Only(AuthorizationRequest request) => Assert.Single(RequestConsistency.FindFaults(request)).Message;

    private static AuthorizationRequest Ask(RequestPrincipal caller, RequestContext context) => new(caller, TestPolicy.Action, TestPolicy.Resource, context)
    {
        ResourceAccount = "111122223333",
        Endpoint = new RequestEndpoint(VpcEndpointType.Interface, "vpce-1") { VpcId = "vpc-1" },
    };
}
