using PolicyEngine.CloudTrail;
using PolicyEngine.CloudTrail.Mapping;
using PolicyEngine.Facts;

namespace PolicyEngine.Tests.CloudTrail;

/// <summary>What the cases of the conformance tests cannot say: facts that the caller adds, and requests that can be evaluated.</summary>
public class ReconstructionTests
{
    private const string Account = "123456789012";
    private const string Session = "\"type\":\"AssumedRole\",\"principalId\":\"AROAX:s\",\"arn\":\"arn:aws:sts::123456789012:assumed-role/App/s\",\"accountId\":\"123456789012\",\"sessionContext\":{\"sessionIssuer\":{\"arn\":\"arn:aws:iam::123456789012:role/App\"}}";
    private const string User = "\"type\":\"IAMUser\",\"arn\":\"arn:aws:iam::123456789012:user/Ana\",\"accountId\":\"123456789012\",\"accessKeyId\":\"AKIAX\"";

    [Fact]
    public void The_record_of_the_seed_goes_through_its_endpoint()
    {
        string seed = """
            {"eventVersion":"1.05","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::123456789012:user/Anika","accountId":"123456789012","userName":"Anika"},
            "eventTime":"2018-01-16T05:46:57Z","eventSource":"secretsmanager.amazonaws.com","eventName":"GetSecretValue","awsRegion":"us-west-2","sourceIPAddress":"172.01.01.001",
            "eventID":"e","readOnly":true,"eventType":"AwsApiCall","recipientAccountId":"123456789012","vpcEndpointId":"vpce-1234a5678b9012c"}
            """;
        RecordReconstruction request = RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(seed), new ReconstructionOptions { FindEndpoint = static id => id == "vpce-1234a5678b9012c" ? new VpcEndpoint { VpcId = "vpc-1a2b3c4d", Type = VpcEndpointType.Interface } : null });
        Assert.Equal(("vpce-1234a5678b9012c", "vpc-1a2b3c4d", VpcEndpointType.Interface), (request.Endpoint!.Id, request.Endpoint.VpcId, request.Endpoint.Type));
        Assert.Equal("1516081617", request.Context["aws:EpochTime"]!.ToString());
        Assert.Contains("aws:VpcSourceIp", request.Unknown, StringComparer.Ordinal);
        Assert.Contains("aws:SourceIp", request.Absent, StringComparer.Ordinal);
        Assert.Null(request.Resources);
        Assert.Empty(request.GetRequests());
        Assert.Equal((Account, true), (request.ResourceAccount, request.IsResourceAccountGuessed));
        Assert.Empty(request.UnknownPolicies);
    }

    [Fact]
    public void A112_the_name_of_a_secret_is_a_candidate_only()
    {
        RecordReconstruction request = Reconstruct(User, "secretsmanager", "GetSecretValue", "\"requestParameters\":{\"secretId\":\"db\"}");
        Assert.Null(request.Resources);
        Assert.Equal($"arn:aws:secretsmanager:us-west-2:{Account}:secret:db-??????", request.ResourceCandidate);
        Assert.True(request.AreActionsKnown);
    }

    [Fact]
    public void A112_a_guessed_owner_is_flagged_and_not_evaluated()
    {
        RecordReconstruction request = Reconstruct(User, "s3", "GetObject", "\"requestParameters\":{\"bucketName\":\"b\",\"key\":\"k\"}");
        Assert.Equal((Account, true), (request.ResourceAccount, request.IsResourceAccountGuessed));
        Assert.Null(Assert.Single(request.GetRequests()).ResourceAccount);
        RecordReconstruction known = Reconstruct(User, "s3", "GetObject", "\"requestParameters\":{\"bucketName\":\"b\",\"key\":\"k\"},\"resources\":[{\"ARN\":\"arn:aws:s3:::b/k\",\"accountId\":\"111122223333\"}]");
        Assert.Equal(("111122223333", false), (known.ResourceAccount, known.IsResourceAccountGuessed));
        Assert.Equal("111122223333", Assert.Single(known.GetRequests()).ResourceAccount);
    }

    [Theory]
    [InlineData("iam", "GetUser", "null", "iam:GetUser arn:aws:iam::123456789012:user/Ana")]
    [InlineData("iam", "ListAccessKeys", "{\"userName\":\"Bob\"}", "iam:ListAccessKeys arn:aws:iam::123456789012:user/Bob")]
    [InlineData("iam", "ListUsers", "null", "iam:ListUsers *")]
    [InlineData("eks", "CreateNodegroup", "{\"clusterName\":\"c\",\"nodegroupName\":\"n\"}", "eks:CreateNodegroup arn:aws:eks:us-west-2:123456789012:cluster/c")]
    [InlineData("glue", "GetJobRun", "{\"jobName\":\"j\",\"runId\":\"r\"}", "glue:GetJobRun arn:aws:glue:us-west-2:123456789012:job/j")]
    [InlineData("cognito-idp", "AdminGetUser", "{\"userPoolId\":\"us-west-2_x\",\"username\":\"u\"}", "cognito-idp:AdminGetUser arn:aws:cognito-idp:us-west-2:123456789012:userpool/us-west-2_x")]
    [InlineData("ec2", "DeleteVpcEndpoints", "{\"DeleteVpcEndpointsRequest\":{\"VpcEndpointId\":[{\"tag\":1,\"content\":\"vpce-1\"},{\"tag\":2,\"content\":\"vpce-2\"}]}}", "ec2:DeleteVpcEndpoints arn:aws:ec2:us-west-2:123456789012:vpc-endpoint/vpce-1 ec2:DeleteVpcEndpoints arn:aws:ec2:us-west-2:123456789012:vpc-endpoint/vpce-2")]
    [InlineData("ec2", "CopySnapshot", "{\"sourceSnapshotId\":\"snap-1\",\"sourceRegion\":\"us-west-2\"}", "")]
    [InlineData("inspector2", "ListFindings", "{}", "inspector2:ListFindings *")]
    [InlineData("health", "DescribeEventAggregates", "{}", "health:DescribeEventAggregates *")]
    public void Q24_parameters_name_resources_and_actions_without_resource_types_are_on_all(string source, string name, string parameters, string expected)
    {
        RecordReconstruction request = Reconstruct(User, source, name, $"\"requestParameters\":{parameters}");
        Assert.Equal(expected, string.Join(' ', request.GetRequests().Select(static r => $"{r.Action} {r.Resource}")));
    }

    [Theory]
    [InlineData("principalId", "AKIAIOSFODNN7EXAMPLE", true)]
    [InlineData("accessKeyId", "AKIAIOSFODNN7EXAMPLE", true)]
    [InlineData("principalId", "ASIAIOSFODNN7EXAMPLE", false)]
    [InlineData("accessKeyId", "ASIAIOSFODNN7EXAMPLE", false)]
    public void Q20_long_term_keys_are_of_no_session(string member, string key, bool isLongTerm)
    {
        RecordReconstruction request = Reconstruct($"\"type\":\"AWSAccount\",\"accountId\":\"210987654321\",\"{member}\":\"{key}\"", "s3", "ListBuckets", "\"requestParameters\":null");
        Assert.Equal(isLongTerm, request.Absent.Contains("aws:TokenIssueTime", StringComparer.Ordinal));
        Assert.Contains("aws:PrincipalType", request.Unknown, StringComparer.Ordinal);
    }

    [Fact]
    public void Q24_the_calling_user_is_told_for_users_alone()
    {
        Assert.Null(Reconstruct(Session, "iam", "GetUser", "\"requestParameters\":null").Resources);
        Assert.Null(Reconstruct(User, "iam", "GetUser", "\"requestParameters\":{\"omitted\":true}").Resources);
        Assert.Null(Reconstruct(User, "iam", "GetLoginProfile", "\"requestParameters\":{\"userName\":\"***\"}").Resources);
    }

    [Fact]
    public void A06_one_request_for_each_pair_of_action_and_resource()
    {
        RecordReconstruction request = Reconstruct(User, "s3", "CopyObject", "\"requestParameters\":{\"bucketName\":\"b2\",\"key\":\"k\",\"x-amz-copy-source\":\"b1/k\"}");
        Assert.Equal(["s3:GetObject arn:aws:s3:::b1/k", "s3:PutObject arn:aws:s3:::b2/k"], request.GetRequests().Select(static r => $"{r.Action} {r.Resource}"), StringComparer.Ordinal);
    }

    [Fact]
    public void A111_alternatives_are_marked()
    {
        RecordReconstruction request = Reconstruct(User, "s3", "HeadObject", "\"requestParameters\":{\"omitted\":true},\"resources\":[{\"ARN\":\"arn:aws:s3:::b/k\"}]");
        Assert.False(request.AreActionsKnown);
        Assert.Equal(["s3:GetObject", "s3:GetObjectVersion"], request.Actions, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("sns:ListTopics", true)]
    [InlineData("sns:Publish", false)]
    public void A110_a_catalogue_marks_actions_that_do_not_exist(string existing, bool expected)
    {
        ReconstructionOptions options = new() { Actions = ActionCatalogue.Create([existing]) };
        RecordReconstruction request = Reconstruct(User, "sns", "ListTopics", "\"x\":1", options);
        Assert.Equal((expected, "sns:ListTopics"), (request.AreActionsKnown, request.Actions.Single()));
    }

    [Fact]
    public void A109_an_unknown_source_is_kept_and_marked()
    {
        RecordReconstruction request = RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(Text(User, "custom", "DoIt", "\"x\":1").Replace("custom.amazonaws.com", "custom.example", StringComparison.Ordinal)));
        Assert.Equal((false, "custom.example:DoIt"), (request.AreActionsKnown, request.Actions.Single()));
    }

    [Theory]
    [InlineData("UpdateFunctionCode20150331v2", "UpdateFunctionCode")]
    [InlineData("CreateInvalidation2020_05_31", "CreateInvalidation")]
    [InlineData("X_2020_05_31", "X")]
    [InlineData("X20200531V10", "X")]
    [InlineData("20200531", "20200531")]
    [InlineData("GetV2", "GetV2")]
    [InlineData("X2020531", "X2020531")]
    [InlineData("X20200531v", "X20200531v")]
    [InlineData("", "")]
    public void A110_dates_and_versions_are_stripped(string name, string expected) => Assert.Equal(expected, PolicyEngine.CloudTrail.Mapping.EventMapping.StripVersion(name));

    [Fact]
    public void A113_organizations_are_the_callers_knowledge()
    {
        AccountOrganization own = new("o-1", "o-1/r-1/ou-1/");
        RecordReconstruction inside = Reconstruct(User, "sns", "ListTopics", "\"x\":1", new ReconstructionOptions { FindOrganization = _ => own });
        Assert.Equal(("o-1", "[o-1/r-1/ou-1/]"), (inside.Context["aws:PrincipalOrgID"]!.ToString(), inside.Context["aws:PrincipalOrgPaths"]!.ToString()));
        RecordReconstruction outside = Reconstruct(User, "sns", "ListTopics", "\"x\":1", new ReconstructionOptions { FindOrganization = static _ => AccountOrganization.None });
        Assert.Contains("aws:PrincipalOrgID", outside.Absent, StringComparer.Ordinal);
        Assert.Null(outside.Context["aws:PrincipalOrgID"]);
    }

    [Fact]
    public void A73_newer_endpoint_keys_come_with_the_owner()
    {
        ReconstructionOptions options = new() { FindEndpoint = static _ => new VpcEndpoint { VpcId = "vpc-1", OwnerId = "111122223333" }, FindOrganization = static id => id == "111122223333" ? new AccountOrganization("o-1") : null };
        RecordReconstruction request = Reconstruct(User, "s3", "ListBuckets", "\"vpcEndpointId\":\"vpce-1\"", options);
        Assert.Equal("arn:aws:ec2:us-west-2:111122223333:vpc/vpc-1", request.Context["aws:SourceVpcArn"]!.ToString());
        Assert.Equal(("111122223333", "o-1"), (request.Context["aws:VpceAccount"]!.ToString(), request.Context["aws:VpceOrgID"]!.ToString()));
        Assert.Contains("aws:VpceOrgPaths", request.Unknown, StringComparer.Ordinal);
    }

    /// <summary>The partition of a Region is unknown where its name has another form.</summary>
    [Fact]
    public void A73_the_arn_of_a_vpc_in_a_region_of_no_known_partition_is_unknown()
    {
        ReconstructionOptions options = new() { FindEndpoint = static _ => new VpcEndpoint { VpcId = "vpc-1", OwnerId = "111122223333" } };
        string text = Text(User, "s3", "ListBuckets", "\"vpcEndpointId\":\"vpce-1\"");
        RecordReconstruction known = RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(text), options);
        RecordReconstruction unknown = RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(text.Replace("us-west-2", "moon-base-1", StringComparison.Ordinal)), options);
        Assert.DoesNotContain("aws:SourceVpcArn", known.Unknown, StringComparer.Ordinal);
        Assert.Contains("aws:SourceVpcArn", unknown.Unknown, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(User, "\"x\":1", "")]
    [InlineData(Session, "\"x\":1", "Session")]
    [InlineData(Session, "\"vpcEndpointId\":\"vpce-9\"", "VpcEndpoint Session")]
    [InlineData(User, "\"vpcEndpointId\":\"vpce-9\",\"vpcEndpointAccountId\":\"111122223333\"", "VpcEndpoint")]
    public void A08_policies_of_which_a_record_says_nothing(string identity, string rest, string expected) =>
        Assert.Equal(expected, string.Join(' ', Reconstruct(identity, "sns", "ListTopics", rest).UnknownPolicies));

    [Theory]
    [InlineData("AccessDenied", AccessOutcome.Denied)]
    [InlineData("AccessDeniedException", AccessOutcome.Denied)]
    [InlineData("Client.UnauthorizedOperation", AccessOutcome.Denied)]
    [InlineData("VpceAccessDenied", AccessOutcome.Denied)]
    [InlineData("NotAuthorizedException", AccessOutcome.Denied)]
    [InlineData("AuthorizationError", AccessOutcome.Denied)]
    [InlineData("UnauthorizedAccess", AccessOutcome.Denied)]
    [InlineData("AuthFailure", AccessOutcome.NotAuthenticated)]
    [InlineData("ExpiredToken", AccessOutcome.NotAuthenticated)]
    [InlineData("InvalidClientTokenId", AccessOutcome.NotAuthenticated)]
    [InlineData("ThrottlingException", AccessOutcome.NotADenial)]
    [InlineData("", AccessOutcome.Allowed)]
    public void A115_error_codes(string code, AccessOutcome expected) =>
        Assert.Equal(expected, Reconstruct(User, "sns", "ListTopics", $"\"errorCode\":\"{code}\"").Outcome);

    [Fact]
    public void A91_a_tag_of_the_caller_is_unknown_and_not_absent()
    {
        const string policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalTag/team":"red"}}}}""";
        PolicySet policies = new() { Identity = AttachedPolicies.Of(PolicyEngine.PolicyDocument.Parse(policy)) };
        AuthorizationRequest request = Reconstruct(User, "sns", "ListTopics", "\"x\":1").GetRequests().Single();
        AuthorizationDecision decision = TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(policies), request);
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, false), (decision.Decision, decision.BestCase, decision.IsCertain));
        Assert.Equal("aws:PrincipalTag/team", decision.DependsOn().Single());
    }

    [Fact]
    public void A91_an_unknown_family_leaves_known_members_known()
    {
        RequestContext context = new RequestContextBuilder().SetUnknown("s3:").Set("S3:prefix", "p").SetUnknown("aws:PrincipalTag/").Build();
        Assert.Equal("p", context["s3:prefix"]!.ToString());
        Assert.True(context["s3:max-keys"]!.IsUnknown);
        Assert.True(context["AWS:principaltag/x"]!.IsUnknown);
        Assert.Null(context["aws:ResourceTag/x"]);
        Assert.Null(context["sts:x"]);
    }

    private static RecordReconstruction Reconstruct(string identity, string source, string name, string rest, ReconstructionOptions? options = null) =>
        RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(Text(identity, source, name, rest)), options);

    private static string Text(string identity, string source, string name, string rest) =>
        $$$"""{"eventVersion":"1.11","eventTime":"2026-02-03T04:05:06Z","awsRegion":"us-west-2","eventType":"AwsApiCall","recipientAccountId":"123456789012","eventSource":"{{{source}}}.amazonaws.com","eventName":"{{{name}}}","sourceIPAddress":"203.0.113.9","userIdentity":{ {{{identity}}} },{{{rest}}} }""";

    [Theory]
    [InlineData("Client.DryRunOperation")]
    [InlineData("DryRunOperation")]
    public void Q25_A_dry_run_that_would_have_succeeded_was_allowed(string code)
    {
        CloudTrailRecord record = CloudTrailRecord.Parse(Reading.Record("a").Replace("\"eventID\"", $"\"errorCode\":\"{code}\",\"eventID\"", StringComparison.Ordinal));
        RecordReconstruction request = RecordReconstructor.Reconstruct(record);
        Assert.Equal((AccessOutcome.Allowed, null), (request.Outcome, request.Denial));
    }

    [Theory]
    [InlineData("""{"timestamp":"t","rule":{"level":3},"data":{"integration":"aws","aws":$}}""")]
    [InlineData("""{"integration":"aws","aws":$}""")]
    [InlineData("""{"_index":"i","_source":{"data":{"aws":$}}}""")]
    [InlineData("""{"version":"0","detail-type":"AWS API Call via CloudTrail","detail":$}""")]
    public void Q25_A_record_is_found_in_what_other_tools_put_around_it(string text) =>
        Assert.Equal("a", CloudTrailRecord.Parse(text.Replace("$", Reading.Record("a"), StringComparison.Ordinal)).EventId);

    [Fact]
    public void Q25_A_record_with_a_member_named_like_a_wrapping_is_the_record() =>
        Assert.Equal("a", CloudTrailRecord.Parse("""{"eventVersion":"1.08","eventID":"a","data":{"eventName":"x"}}""").EventId);
}
