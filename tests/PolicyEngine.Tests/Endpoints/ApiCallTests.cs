using static PolicyEngine.Tests.Endpoints.CallCases;

namespace PolicyEngine.Tests.Endpoints;

/// <summary>Calls that conformance cases describe come out with exactly the context of the case.</summary>
public class ApiCallTests
{
    [Fact]
    public void A90_a_call_through_the_endpoint_just_created_is_that_of_SP1_01()
    {
        AuthorizationRequest request = new ApiCallBuilder(Anika, Read, Secret).Through(Created, "172.16.1.10").At(Time).Build();
        Assert.Equal(ContextOf("SP1-01"), ContextOf(request));
        Assert.Equal((VpcEndpointType.Interface, "vpce-1234a5678b9012c", "vpc-1a2b3c4d", true), (request.Endpoint!.Type, request.Endpoint.Id, request.Endpoint.VpcId, request.Endpoint.SupportsPolicy));
    }

    [Fact]
    public void A94_a_call_from_the_internet_is_that_of_VI_02()
    {
        AuthorizationRequest request = Reads().FromInternet("203.0.113.7").Build();
        Assert.Equal(ContextOf("VI-02"), ContextOf(request));
        Assert.Null(request.Endpoint);
    }

    [Fact]
    public void A71_a_call_through_another_endpoint_has_the_keys_of_that_one()
    {
        VpcEndpoint other = new() { Id = "vpce-0fedcba9876543210", VpcId = "vpc-9", Type = VpcEndpointType.Interface, State = VpcEndpointState.Available };
        AuthorizationRequest request = Reads().Through(other, "172.16.1.10").Build();
        string[] expected = [.. ContextOf("SP1-01").Select(static key => key.Replace("vpce-1234a5678b9012c", "vpce-0fedcba9876543210", StringComparison.Ordinal).Replace("vpc-1a2b3c4d", "vpc-9", StringComparison.Ordinal))];
        Assert.Equal(expected, ContextOf(request));
    }

    [Fact]
    public void A75_what_a_service_does_on_behalf_of_a_caller_through_an_endpoint_is_that_of_SP1_04()
    {
        AuthorizationRequest request = Reads().Through(Endpoint(), "172.16.1.10").OnBehalfBy("cloudformation.amazonaws.com").Build();
        Assert.Equal(ContextOf("SP1-04"), ContextOf(request));
        Assert.Null(request.Endpoint);
    }

    [Fact]
    public void A76_what_a_service_does_with_a_passed_role_is_that_of_VI_03()
    {
        RequestPrincipal role = RequestPrincipal.RoleSession("arn:aws:sts::123456789012:assumed-role/EcsExec/t", "arn:aws:iam::123456789012:role/EcsExec") with { UniqueId = "AROAEXAMPLEECSEXEC" };
        ApiCallBuilder call = Reads(role).FromServiceNetwork().WithSession(Time.AddMinutes(-46).AddSeconds(-57));
        Assert.Equal("(unknown)", Key(call, "aws:SourceIp"));
        Assert.Equal(ContextOf("VI-03", "aws:MultiFactorAuthPresent = false"), ContextOf(call.Set("aws:SourceIp", "198.51.100.9").Build()));
    }

    [Theory]
    [InlineData("SV-01", "s3.amazonaws.com", "sns:Publish", "arn:aws:sns:us-west-2:123456789012:topic", "arn:aws:s3:::amzn-s3-demo-bucket")]
    [InlineData("SV-04", "s3.ap-east-1.amazonaws.com", "sns:Publish", "arn:aws:sns:us-west-2:123456789012:topic", null)]
    [InlineData("SV-05", "sns.amazonaws.com", "sqs:SendMessage", "arn:aws:sqs:us-west-2:123456789012:queue", "arn:aws:sns:us-west-2:123456789012:topic")]
    public void A74_A97_a_service_that_calls_by_itself_has_no_network_keys(string id, string service, string action, string resource, string? source)
    {
        ApiCallBuilder call = new ApiCallBuilder(RequestPrincipal.Service(service), action, resource).At(Time);
        if (source is not null) call.Set("aws:SourceArn", source).Set("aws:SourceAccount", "123456789012");
        Assert.Equal(ContextOf(id), ContextOf(call.Build()));
    }

    [Fact]
    public void A73_a_service_that_sends_the_newer_keys_is_that_of_RC_08()
    {
        AuthorizationRequest request = new ApiCallBuilder(Anika, "s3:GetObject", "arn:aws:s3:::amzn-s3-demo-bucket/report.csv")
            .OwnedBy("123456789012").At(Time).Through(Endpoint("s3"), "172.16.1.10")
            .InOrganizations(endpoint: new AccountOrganization("o-a1b2c3d4e5", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/")).Build();
        Assert.Equal(ContextOf("RC-08"), ContextOf(request));
    }

    [Fact]
    public void A73_a_service_that_does_not_send_them_leaves_them_out_as_in_RC_09()
    {
        AuthorizationRequest request = Reads().Through(Endpoint(), "172.16.1.10").InOrganizations(endpoint: new AccountOrganization("o-a1b2c3d4e5")).Build();
        Assert.Equal(ContextOf("SP1-01"), ContextOf(request));
    }
}
