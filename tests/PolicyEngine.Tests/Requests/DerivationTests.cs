using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.Requests;

/// <summary>Q-1, Q-2: what follows of a call is in its context, whoever asks, and what does not follow is absent or unknown by who asks.</summary>
public class DerivationTests
{
    private const string Secret = "arn:aws:secretsmanager:us-west-2:111122223333:secret:db-a1b2c3";
    private const string Read = "secretsmanager:GetSecretValue";

    [Theory]
    [InlineData("StringEquals", "aws:PrincipalArn", "arn:aws:iam::111122223333:root")]
    [InlineData("StringEquals", "aws:PrincipalType", "Account")]
    [InlineData("StringEquals", "aws:userid", "111122223333")]
    [InlineData("Bool", "aws:PrincipalIsAWSService", "false")]
    [InlineData("Bool", "aws:ViaAWSService", "false")]
    [InlineData("StringEquals", "aws:ResourceAccount", "111122223333")]
    [InlineData("Null", "aws:username", "true")]
    public void Q1_what_follows_of_the_root_user_follows_of_a_request_and_of_a_call(string op, string key, string value)
    {
        PolicySet policies = Denying(op, key, value);
        RequestPrincipal root = RequestPrincipal.Root("111122223333");
        Assert.Equal((Decision.ExplicitDeny, true), Answer(policies, new AuthorizationRequest(root, Read, Secret)));
        Assert.Equal((Decision.ExplicitDeny, true), Answer(policies, new ApiCallBuilder(root, Read, Secret).AllKeysGiven().Build()));
        Assert.Equal((Decision.ExplicitDeny, true), Answer(policies, new ApiCallBuilder(root, Read, Secret).FromInternet("203.0.113.7").Build()));
    }

    /// <summary>Doors refuse such an owner; a request made in code is decided as if nobody told one.</summary>
    [Theory]
    [InlineData("444455556666")]
    [InlineData("nobody")]
    [InlineData("")]
    public void Q6_an_owner_that_cannot_be_leaves_its_keys_unknown(string told)
    {
        AuthorizationRequest request = new(RequestPrincipal.Root("111122223333"), Read, Secret) { ResourceAccount = told };
        Assert.Equal((Decision.ExplicitDeny, false), Answer(Denying("StringEquals", "aws:ResourceAccount", "111122223333"), request));
        Assert.Equal((Decision.ExplicitDeny, false), Answer(Denying("StringEquals", "aws:ResourceAccount", told), request));
    }

    [Theory]
    [InlineData("StringEquals")]
    [InlineData("StringNotEquals")]
    public void Q6_the_owner_that_nobody_tells_is_unknown_for_callers_without_account_too(string op)
    {
        PolicySet policies = new PolicySet().With(PolicyType.Resource, $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*",{{TestPolicy.Condition(op, "aws:ResourceAccount", "111122223333")}}} }
            """);
        Assert.Equal((Decision.ImplicitDeny, false), Answer(policies, new AuthorizationRequest(RequestPrincipal.Anonymous, "s3:GetObject", "arn:aws:s3:::bucket/key")));
    }

    [Fact]
    public void Q1_a_value_that_contradicts_what_follows_names_both()
    {
        RequestFault fault = Assert.Single(new ApiCallBuilder(PolicySets.Alice, Read, Secret).Set("aws:PrincipalType", "AssumedRole").FindFaults());
        Assert.Equal("'aws:PrincipalType' is given as AssumedRole, and follows from the call as User", fault.Message);
    }

    [Theory]
    [InlineData("aws:PrincipalTag/team")]
    [InlineData("aws:PrincipalOrgID")]
    [InlineData("aws:MultiFactorAuthPresent")]
    [InlineData("aws:TokenIssueTime")]
    [InlineData("s3:prefix")]
    public void Q2_a_key_that_does_not_follow_is_absent_in_a_request_and_unknown_in_a_call(string key)
    {
        PolicySet policies = Denying("Null", key, "false");
        RequestPrincipal session = PolicySets.App;
        Assert.Equal((Decision.Allowed, true), Answer(policies, new AuthorizationRequest(session, Read, Secret)));
        Assert.Equal((Decision.Allowed, true), Answer(policies, new ApiCallBuilder(session, Read, Secret).AllKeysGiven().Build()));
        Assert.Equal((Decision.Allowed, true), Answer(policies, new ApiCallBuilder(session, Read, Secret).SetAbsent(key.ToUpperInvariant()).Build()));
        AuthorizationDecision open = policies.Decide(new ApiCallBuilder(session, Read, Secret).Build());
        Assert.Equal((Decision.ExplicitDeny, false, Decision.Allowed), (open.Decision, open.IsCertain, open.BestCase));
        Assert.Equal([key], open.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void Q2_one_policy_alone_is_literal()
    {
        AuthorizationRequest request = new(PolicySets.Alice, Read, Secret);
        CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document("Deny", TestPolicy.Condition("StringEquals", "aws:username", "Alice")));
        Assert.Equal(Decision.ImplicitDeny, TestPolicy.Evaluator.Evaluate(policy, request).Decision);
        Assert.Equal(Decision.ExplicitDeny, Denying("StringEquals", "aws:username", "Alice").Decide(request).Decision);
    }

    [Fact]
    public void Q2_a_family_of_keys_can_be_absent()
    {
        PolicySet policies = Denying("Null", "aws:PrincipalTag/team", "false");
        Assert.Equal((Decision.Allowed, true), Answer(policies, new ApiCallBuilder(PolicySets.Alice, Read, Secret).SetAbsent("aws:PrincipalTag/").Build()));
    }

    [Theory]
    [InlineData("aws:PrincipalArn", "'aws:PrincipalArn' is said to be absent, and follows from the call as arn:aws:iam::111122223333:user/Alice")]
    [InlineData("aws:SourceIp", "'aws:SourceIp' is said to be absent, and follows from the call as 203.0.113.7")]
    [InlineData("aws:", "'aws:PrincipalArn' is said to be absent, and follows from the call as arn:aws:iam::111122223333:user/Alice")]
    public void Q2_a_key_that_follows_cannot_be_absent(string key, string expected)
    {
        ApiCallBuilder call = new ApiCallBuilder(PolicySets.Alice, Read, Secret).FromInternet("203.0.113.7").SetAbsent(key);
        Assert.Contains(call.FindFaults(), fault => fault is { Rule: "A-98", IsError: true } && fault.Message == expected);
        Assert.Equal(call.FindFaults().Length, call.FindFaults().Select(static fault => fault.Message).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Q2_a_key_cannot_be_given_and_absent()
    {
        RequestFault fault = Assert.Single(new ApiCallBuilder(PolicySets.Alice, Read, Secret).Set("aws:RequestTag/team", "red").SetAbsent("aws:RequestTag/").FindFaults());
        Assert.Equal("'aws:RequestTag/team' is given, and said to be absent", fault.Message);
    }

    [Fact]
    public void Q2_encryption_is_only_assumed_so_that_the_key_can_be_absent() =>
        Assert.Empty(new ApiCallBuilder(PolicySets.Alice, Read, Secret).SetAbsent("aws:SecureTransport").FindFaults());

    private static PolicySet Denying(string op, string key, string value) => new PolicySet()
        .With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity))
        .With(PolicyType.ServiceControl, $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*",{{TestPolicy.Condition(op, key, value)}}}]}""");

    private static (Decision Decision, bool IsCertain) Answer(PolicySet policies, AuthorizationRequest request)
    {
        AuthorizationDecision decision = policies.Decide(request);
        return (decision.Decision, decision.IsCertain);
    }
}
