using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Evaluation;

/// <summary>Policy sets: what the reference found, rule by rule.</summary>
public class PolicySetDecisionTests
{
    private const string Own = "111122223333";
    private const string Queue = $"arn:aws:sqs:eu-west-1:{Own}:queue";
    private const string Everyone = "\"Principal\":\"*\"";
    private static readonly AttachedPolicies All = AttachedPolicies.Of(Make("Allow", "", PolicyType.Identity));
    private static readonly RequestPrincipal Alice = RequestPrincipal.FromArn(TestPolicy.Alice);

    [Theory]
    [InlineData("aws-cn", Decision.ImplicitDeny)]
    [InlineData("aws", Decision.Allowed)]
    public void A07_credentials_do_not_cross_partitions(string partition, Decision expected)
    {
        AuthorizationDecision decision = Ask(new PolicySet { Identity = All }, RequestPrincipal.FromArn($"arn:{partition}:iam::{Own}:user/Alice"), "sqs:SendMessage", Queue);
        Assert.Equal((expected, true), (decision.Decision, decision.IsCertain));
        Assert.Equal(expected == Decision.Allowed ? DecisionCause.Policies : DecisionCause.OtherPartition, decision.Cause);
    }

    [Fact]
    public void A19_an_unknown_second_factor_leaves_calls_of_iam_uncertain()
    {
        RequestPrincipal caller = Alice with { Credentials = CredentialKind.SessionToken };
        RequestContext context = new RequestContextBuilder().SetUnknown("aws:MultiFactorAuthPresent").Build();
        AuthorizationDecision decision = Ask(new PolicySet { Identity = All }, caller, "iam:ListUsers", "*", context);
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, false), (decision.Decision, decision.BestCase, decision.IsCertain));
        Assert.Equal("aws:MultiFactorAuthPresent", Assert.Single(decision.DependsOn()));
    }

    [Fact]
    public void A56_passing_a_role_is_no_call_of_iam()
    {
        RequestPrincipal caller = Alice with { Credentials = CredentialKind.FederationToken };
        Assert.True(Ask(new PolicySet { Identity = All }, caller, "iam:PassRole", $"arn:aws:iam::{Own}:role/App").IsAllowed);
        Assert.False(Ask(new PolicySet { Identity = All }, caller, "iam:GetRole", $"arn:aws:iam::{Own}:role/App").IsAllowed);
    }

    [Fact]
    public void A39_what_no_form_of_principal_covers_may_be_anything()
    {
        AttachedPolicies malformed = AttachedPolicies.Of(Make("Allow", "\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/${aws:username}\"}", PolicyType.Resource));
        AuthorizationDecision decision = Ask(new PolicySet { Resource = malformed }, Alice, "sqs:SendMessage", Queue);
        Assert.Equal((Decision.ImplicitDeny, Decision.ImplicitDeny, false), (decision.Decision, decision.BestCase, decision.IsCertain));
    }

    [Theory]
    [InlineData(null, Decision.Allowed, true)]
    [InlineData("true", Decision.ImplicitDeny, true)]
    [InlineData("?", Decision.ImplicitDeny, false)]
    public void A43_a_root_session_needs_its_task_policy(string? assumedRoot, Decision expected, bool isCertain)
    {
        RequestContextBuilder builder = new();
        if (assumedRoot == "?") builder.SetUnknown("aws:AssumedRoot");
        else if (assumedRoot is not null) builder.Set("aws:AssumedRoot", assumedRoot);
        AuthorizationDecision decision = Ask(new PolicySet(), RequestPrincipal.Root(Own), "sqs:SendMessage", Queue, builder.Build());
        Assert.Equal((expected, isCertain), (decision.Decision, decision.IsCertain));
        Assert.Equal(isCertain ? [] : ["aws:AssumedRoot"], decision.DependsOn());
    }

    [Fact]
    public void A54_unsigned_callers_need_permission_for_every_action()
    {
        Assert.False(Ask(new PolicySet(), RequestPrincipal.WebIdentity("accounts.google.com"), "sts:GetCallerIdentity", "*").IsAllowed);
        Assert.False(Ask(new PolicySet(), RequestPrincipal.Saml($"arn:aws:iam::{Own}:saml-provider/idp"), "sts:GetCallerIdentity", "*").IsAllowed);
        Assert.True(Ask(new PolicySet(), Alice, "sts:GetCallerIdentity", "*").IsAllowed);
    }

    [Fact]
    public void A58_an_unknown_owner_leaves_it_open_whether_a_root_user_may_mend_a_bucket_policy()
    {
        PolicySet policies = new() { Resource = AttachedPolicies.Of(Make("Deny", Everyone, PolicyType.Resource)) };
        AuthorizationDecision decision = Ask(policies, RequestPrincipal.Root(Own), "s3:PutBucketPolicy", "arn:aws:s3:::b");
        Assert.Equal((Decision.ExplicitDeny, Decision.Allowed, false), (decision.Decision, decision.BestCase, decision.IsCertain));
        Assert.Equal("resourceAccount", Assert.Single(decision.DependsOn()));
    }

    [Fact]
    public void A58_an_allow_beside_the_deny_that_does_not_count_is_among_the_statements()
    {
        PolicySet policies = new() { Resource = AttachedPolicies.Of(Make("Deny", Everyone, PolicyType.Resource), Make("Allow", Everyone, PolicyType.Resource)) };
        AuthorizationDecision decision = Ask(policies, RequestPrincipal.Root(Own), "s3:PutBucketPolicy", "arn:aws:s3:::b", account: Own);
        Assert.True(decision.IsAllowed);
        Assert.Equal((1, Effect.Allow), (Assert.Single(decision.GetStatements()).Policy, decision.GetStatements()[0].Effect));
    }

    [Fact]
    public void A59_the_unknown_policy_of_no_resource_grants_nothing()
    {
        AuthorizationDecision decision = Ask(new PolicySet { Resource = AttachedPolicies.Unknown }, Alice, "secretsmanager:ListSecrets", "*");
        Assert.Equal((Decision.ImplicitDeny, Decision.ImplicitDeny, true), (decision.Decision, decision.BestCase, decision.IsCertain));
    }

    [Theory]
    [InlineData("\"Principal\":{\"AWS\":\"arn:aws-cn:iam::111122223333:user/Alice\"}")]
    [InlineData("\"Principal\":{\"Service\":\"*\"}")]
    [InlineData("\"Principal\":{\"Federated\":\"*\"}")]
    public void A91_L102_what_cannot_name_an_unidentified_caller_does_not(string principal)
    {
        PolicySet policies = new() { Identity = All, Resource = AttachedPolicies.Of(Make("Deny", principal, PolicyType.Resource)) };
        AuthorizationDecision decision = Ask(policies, RequestPrincipal.Unidentified(CallerType.User, Own), "sqs:SendMessage", Queue);
        Assert.Equal((Decision.Allowed, true), (decision.Decision, decision.IsCertain));
    }

    [Theory]
    [InlineData("\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:user/*\"}", "Allow", Decision.ImplicitDeny, Decision.ImplicitDeny)]
    [InlineData("\"NotPrincipal\":{\"AWS\":[\"111122223333\",\"arn:aws:iam::111122223333:user/Alice\"]}", "Deny", Decision.ExplicitDeny, Decision.ImplicitDeny)]
    public void A91_who_is_unknown_may_be_the_one_that_is_meant_and_a_wildcard_never_grants(string principal, string effect, Decision worst, Decision best)
    {
        PolicySet policies = new() { Resource = AttachedPolicies.Of(Make(effect, principal, PolicyType.Resource)) };
        AuthorizationDecision decision = Ask(policies, RequestPrincipal.Unidentified(CallerType.User, Own), "sqs:SendMessage", Queue);
        Assert.Equal((worst, best, false), (decision.Decision, decision.BestCase, decision.IsCertain));
    }

    [Fact]
    public void A39_who_is_unknown_may_be_named_directly_beside_the_account()
    {
        PolicySet policies = new() { Resource = AttachedPolicies.Of(Make("Allow", "\"Principal\":{\"AWS\":[\"111122223333\",\"arn:aws:iam::111122223333:user/Alice\"]}", PolicyType.Resource)) };
        AuthorizationDecision decision = Ask(policies, RequestPrincipal.Unidentified(CallerType.User, Own), "sqs:SendMessage", Queue);
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed), (decision.Decision, decision.BestCase));
        Assert.Equal("principal", Assert.Single(decision.DependsOn()));
    }

    [Fact]
    public void L42_a_tree_without_the_principal_that_its_type_needs_grants_to_no_caller_and_denies_all()
    {
        PolicyDocument without = new() { Type = PolicyType.Resource, Statements = [Make("Allow", "", PolicyType.Identity).Statements[0]] };
        PolicyDocument denying = without with { Statements = [without.Statements[0] with { Effect = Effect.Deny }] };
        Assert.Equal(Decision.ImplicitDeny, Ask(new PolicySet { Resource = AttachedPolicies.Of(without) }, RequestPrincipal.Anonymous, "sqs:SendMessage", Queue).Decision);
        Assert.Equal(Decision.ExplicitDeny, Ask(new PolicySet { Resource = AttachedPolicies.Of(denying) }, RequestPrincipal.Anonymous, "sqs:SendMessage", Queue).Decision);
    }

    [Fact]
    public void L25_a_tree_without_the_resource_that_its_type_needs_grants_nothing()
    {
        Statement statement = Make("Allow", "", PolicyType.Identity).Statements[0] with { Resource = null };
        PolicyDocument document = new() { Type = PolicyType.Identity, Statements = [statement] };
        Assert.False(Ask(new PolicySet { Identity = AttachedPolicies.Of(document) }, Alice, "sqs:SendMessage", Queue).IsAllowed);
    }

    private static PolicyDocument Make(string effect, string elements, PolicyType type) =>
        TestPolicy.Parse(TestPolicy.Document(effect, elements.Length == 0 ? "\"Sid\":\"s\"" : elements), type, ParseMode.Stored).GetValueOrThrow();

    private static AuthorizationDecision Ask(PolicySet policies, RequestPrincipal caller, string action, string resource, RequestContext? context = null, string? account = null) =>
        TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(policies), new AuthorizationRequest(caller, action, resource, context) { ResourceAccount = account });
}
