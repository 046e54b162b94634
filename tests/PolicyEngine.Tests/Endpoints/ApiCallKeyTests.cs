using PolicyEngine.Facts;
using static PolicyEngine.Tests.Endpoints.CallCases;

namespace PolicyEngine.Tests.Endpoints;

/// <summary>Which condition keys of a call are present, absent and unknown.</summary>
public class ApiCallKeyTests
{
    private static readonly string[] EndpointKeys =
        ["aws:SourceVpce", "aws:SourceVpc", "aws:VpcSourceIp", "aws:SourceVpcArn", "aws:VpceAccount", "aws:VpceOrgID", "aws:VpceOrgPaths"];

    private static readonly string[] ChainKeys = ["aws:CalledVia", "aws:CalledViaFirst", "aws:CalledViaLast"];

    [Fact]
    public void A71_values_keep_their_letter_case_and_names_ignore_it() =>
        Assert.Equal("vpce-0ABC", Key(Reads().Through(Endpoint(id: "vpce-0ABC"), "10.0.0.1"), "aws:sourceVPCE"));

    [Fact]
    public void A71_A91_an_endpoint_of_which_only_the_id_is_known_leaves_the_rest_unknown()
    {
        ApiCallBuilder call = Reads().Through(new VpcEndpoint { Id = "vpce-0abc" });
        Assert.Equal(("vpce-0abc", "(unknown)", "(unknown)"), (Key(call, "aws:SourceVpce"), Key(call, "aws:SourceVpc"), Key(call, "aws:VpcSourceIp")));
        Assert.Empty(call.FindFaults());
        Assert.Equal(VpcEndpointType.Unknown, call.Build().Endpoint!.Type);
    }

    [Fact]
    public void A72_there_is_no_SourceIp_through_an_endpoint_and_no_VpcSourceIp_without_one()
    {
        Assert.Null(Key(Reads().Through(Endpoint(), "10.0.0.1"), "aws:SourceIp"));
        Assert.Null(Key(Reads().FromInternet("203.0.113.7"), "aws:VpcSourceIp"));
    }

    [Fact]
    public void A70_A71_a_gateway_has_the_same_keys()
    {
        VpcEndpoint gateway = new() { Id = "vpce-0abc", VpcId = "vpc-1", Type = VpcEndpointType.Gateway, State = VpcEndpointState.Available, ServiceName = new VpcEndpointServiceName("com.amazonaws.us-west-2.dynamodb") };
        ApiCallBuilder call = new ApiCallBuilder(Anika, "dynamodb:GetItem", "arn:aws:dynamodb:us-west-2:123456789012:table/t").Through(gateway, "10.0.0.1");
        Assert.Equal(("vpce-0abc", "vpc-1", "10.0.0.1", null), (Key(call, "aws:SourceVpce"), Key(call, "aws:SourceVpc"), Key(call, "aws:VpcSourceIp"), Key(call, "aws:SourceIp")));
        Assert.Equal(VpcEndpointType.Gateway, call.Build().Endpoint!.Type);
    }

    [Theory]
    [InlineData("s3:GetObject", "(unknown)", "123456789012", "arn:aws:ec2:us-west-2:123456789012:vpc/vpc-1a2b3c4d")]
    [InlineData("dynamodb:GetItem", "(unknown)", "123456789012", null)]
    [InlineData("sqs:SendMessage", "(unknown)", null, null)]
    [InlineData("sts:AssumeRole", null, null, null)]
    [InlineData("iam:PassRole", null, null, null)]
    [InlineData("iam:GetRole", "(unknown)", "123456789012", "arn:aws:ec2:us-west-2:123456789012:vpc/vpc-1a2b3c4d")]
    public void A73_the_newer_keys_depend_on_the_service(string action, string? organization, string? account, string? arn)
    {
        ApiCallBuilder call = new ApiCallBuilder(Anika, action, "*").Through(Endpoint(action.Split(':')[0]), "10.0.0.1");
        Assert.Equal((organization, account, arn), (Key(call, "aws:VpceOrgID"), Key(call, "aws:VpceAccount"), Key(call, "aws:SourceVpcArn")));
    }

    [Fact]
    public void A73_an_owner_in_no_organization_has_no_organization_keys()
    {
        ApiCallBuilder call = new ApiCallBuilder(Anika, "s3:GetObject", "arn:aws:s3:::b/k").OwnedBy("123456789012").Through(Endpoint("s3"), "10.0.0.1").InOrganizations(endpoint: AccountOrganization.None);
        Assert.Equal((null, null, "123456789012"), (Key(call, "aws:VpceOrgID"), Key(call, "aws:VpceOrgPaths"), Key(call, "aws:VpceAccount")));
    }

    [Fact]
    public void A74_a_service_may_be_said_to_call_through_an_endpoint()
    {
        ApiCallBuilder call = Reads(RequestPrincipal.Service("rds.amazonaws.com")).Set("aws:SourceVpce", "vpce-0abc");
        Assert.Empty(call.FindFaults());
        Assert.Equal("vpce-0abc", Key(call, "aws:SourceVpce"));
    }

    [Fact]
    public void Q4_whether_the_address_of_a_first_call_from_the_internet_is_carried_along_is_unknown()
    {
        ApiCallBuilder call = Reads().FromInternet("203.0.113.7").OnBehalfBy("athena.amazonaws.com");
        Assert.Equal(("(unknown)", "true"), (Key(call, "aws:SourceIp"), Key(call, "aws:ViaAWSService")));
        Assert.All(EndpointKeys, key => Assert.Null(Key(call, key)));
        Assert.Equal("203.0.113.7", Key(Reads().FromInternet("203.0.113.7").OnBehalfBy("athena.amazonaws.com").Set("aws:SourceIp", "203.0.113.7"), "aws:SourceIp"));
        Assert.Equal("(unknown)", Key(Reads().OnBehalfBy("athena.amazonaws.com"), "aws:SourceIp"));
        Assert.Null(Key(Reads().Through(Endpoint(), "10.0.0.1").OnBehalfBy("athena.amazonaws.com"), "aws:SourceIp"));
    }

    [Fact]
    public void A76_A94_the_address_of_a_service_that_forwards_further_is_unknown() =>
        Assert.Equal("(unknown)", Key(Reads().FromServiceNetwork().OnBehalfBy("athena.amazonaws.com"), "aws:SourceIp"));

    [Fact]
    public void A77_the_chain_is_in_order_and_the_last_word_counts()
    {
        ApiCallBuilder call = Reads().FromInternet("203.0.113.7").OnBehalfBy("athena.amazonaws.com").OnBehalfBy("cloudformation.amazonaws.com", "dynamodb.amazonaws.com");
        Assert.Equal("[cloudformation.amazonaws.com, dynamodb.amazonaws.com]", Key(call, "aws:CalledVia"));
        Assert.Equal(("cloudformation.amazonaws.com", "dynamodb.amazonaws.com"), (Key(call, "aws:CalledViaFirst"), Key(call, "aws:CalledViaLast")));
        Assert.Equal("(unknown)", Key(call, "aws:SourceIp"));
        ApiCallBuilder silent = Reads().FromInternet("203.0.113.7").OnBehalfBy();
        Assert.Equal("true", Key(silent, "aws:ViaAWSService"));
        Assert.All(ChainKeys, key => Assert.Null(Key(silent, key)));
    }

    [Fact]
    public void A91_without_a_path_every_network_key_is_unknown()
    {
        ApiCallBuilder call = Reads();
        Assert.All([.. EndpointKeys[..3], .. ChainKeys, "aws:SourceIp", "aws:ViaAWSService"], key => Assert.Equal("(unknown)", Key(call, key)));
        Assert.All(EndpointKeys[3..], key => Assert.Equal(ServiceTables.Default.SendsEndpointKey(key, CallCases.Read) ? "(unknown)" : null, Key(call, key)));
        Assert.Equal("vpce-0abc", Key(call.Set("aws:SourceVpce", "vpce-0abc"), "aws:SourceVpce"));
    }

    [Fact]
    public void A91_unknown_is_always_taken()
    {
        ApiCallBuilder call = Reads().FromInternet("203.0.113.7").Set("aws:SourceIp", ContextValue.Unknown).Set("aws:SourceVpce", ContextValue.Unknown);
        Assert.Empty(call.FindFaults());
        Assert.Equal(("(unknown)", "(unknown)"), (Key(call, "aws:SourceIp"), Key(call, "aws:SourceVpce")));
    }

    [Theory]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/k", "111122223333", "111122223333")]
    [InlineData("secretsmanager:ListSecrets", "*", null, "(unknown)")]
    [InlineData("secretsmanager:ListSecrets", "*", "123456789012", "123456789012")]
    [InlineData("iam:GetPolicy", "arn:aws:iam::aws:policy/ReadOnlyAccess", null, "(unknown)")]
    [InlineData("ebs:GetSnapshotBlock", "arn:aws:ec2:us-west-2::snapshot/snap-1", "123456789012", null)]
    [InlineData("ec2:CreateVpcEndpoint", "arn:aws:ec2:us-west-2:123456789012:vpc-endpoint/*", null, null)]
    [InlineData("events:PutEvents", "arn:aws:events:us-west-2:123456789012:event-bus/b", null, "123456789012")]
    [InlineData("events:PutEvents", "arn:aws:events:us-west-2:111122223333:event-bus/b", null, null)]
    public void A93_the_owner_is_in_the_ARN_or_said_or_left_out(string action, string resource, string? owner, string? expected)
    {
        ApiCallBuilder call = new(Anika, action, resource);
        if (owner is not null) call.OwnedBy(owner);
        Assert.Equal(expected, Key(call, "aws:ResourceAccount"));
    }

    [Fact]
    public void A95_time_transport_and_region()
    {
        ApiCallBuilder call = new ApiCallBuilder(Anika, "s3:GetObject", "arn:aws:s3:::b/k").OwnedBy("123456789012");
        Assert.Equal(("(unknown)", "(unknown)", "(unknown)", "true"), (Key(call, "aws:CurrentTime"), Key(call, "aws:EpochTime"), Key(call, "aws:RequestedRegion"), Key(call, "aws:SecureTransport")));
        call.At(new DateTimeOffset(2026, 1, 16, 7, 46, 57, 999, TimeSpan.FromHours(2))).InRegion("eu-west-1").OverTls(false);
        Assert.Equal(("2026-01-16T05:46:57Z", "1768542417", "eu-west-1", "false"), (Key(call, "aws:CurrentTime"), Key(call, "aws:EpochTime"), Key(call, "aws:RequestedRegion"), Key(call, "aws:SecureTransport")));
        Assert.Equal("(unknown)", Key(call.OverTls(null), "aws:SecureTransport"));
        Assert.Equal("us-west-2", Key(new ApiCallBuilder(Anika, "s3:GetObject", "arn:aws:s3:::b/k").Through(Endpoint("s3"), "10.0.0.1"), "aws:RequestedRegion"));
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/u", "iam:GetUser", "us-east-1")]
    [InlineData("arn:aws-us-gov:iam::123456789012:user/u", "iam:GetUser", "us-gov-west-1")]
    [InlineData("arn:aws-cn:iam::123456789012:user/u", "iam:GetUser", "cn-north-1")]
    [InlineData("arn:aws:iam::123456789012:user/u", "sts:GetSessionToken", "(unknown)")]
    public void A95_global_services_are_at_home_somewhere(string caller, string action, string expected) =>
        Assert.Equal(expected, Key(new ApiCallBuilder(RequestPrincipal.FromArn(caller), action, "*"), "aws:RequestedRegion"));

    [Fact]
    public void A99_a_list_of_one_is_a_list_where_the_key_has_many_values()
    {
        Assert.Equal("[a]", Key(Reads().Set("aws:TagKeys", "a"), "aws:TagKeys"));
        Assert.Equal("[]", Key(Reads().Set("aws:TagKeys", ContextValue.OfList()), "aws:TagKeys"));
        ApiCallBuilder call = Reads().FromInternet("203.0.113.7").OnBehalfBy("athena.amazonaws.com").Set("aws:CalledVia", "athena.amazonaws.com");
        Assert.Empty(call.FindFaults());
    }

    /// <summary>A model is checked in its own Region, wherever the call goes.</summary>
    [Theory]
    [InlineData("arn:aws:bedrock:us-east-1::foundation-model/m", "us-east-1")]
    [InlineData("arn:aws:bedrock:::foundation-model/m", "unspecified")]
    [InlineData("arn:aws:bedrock:us-west-2:123456789012:inference-profile/p", "us-west-2")]
    public void Q5_a_check_of_a_model_has_the_Region_of_the_model(string resource, string region)
    {
        VpcEndpoint endpoint = CallCases.Endpoint("bedrock-runtime");
        Assert.Equal(region, CallCases.Key(new ApiCallBuilder(CallCases.Anika, "bedrock:InvokeModel", resource).Through(endpoint, "10.0.0.1"), "aws:RequestedRegion"));
        Assert.Equal(region, CallCases.Key(new ApiCallBuilder(CallCases.Anika, "bedrock:InvokeModel", resource).InRegion("us-west-2"), "aws:RequestedRegion"));
        Assert.Empty(CallCases.Warnings(new ApiCallBuilder(CallCases.Anika, "bedrock:InvokeModel", resource).Through(endpoint, "10.0.0.1")));
    }
}
