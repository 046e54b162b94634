namespace PolicyEngine.Tests.Evaluation;

/// <summary>A-90 to A-93: the decision beside the one that would be made if all that is unknown turned out well.</summary>
public class UnknownsTests
{
    private const string Defect = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k:v":"x"}}},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k:v":"y"}}}]}""";
    private const string NotAlice = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/Alice"]},"Action":"*","Resource":"*"}}""";
    private static readonly PolicySet Granted = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity));
    private static readonly PolicySet UnknownServiceControl = Granted with { ServiceControl = AttachedPolicies.Unknown };
    private static readonly RequestPrincipal Root = RequestPrincipal.Root(PolicySets.Account);

    [Fact]
    public void A91_what_is_malformed_does_not_turn_out_well()
    {
        AuthorizationDecision decision = new PolicySet().With(PolicyType.Identity, Defect).Decide(PolicySets.Ask(context: TestPolicy.Context(("k:v", "1"))));
        Assert.Equal((Decision.ExplicitDeny, Decision.ExplicitDeny, false), (decision.Decision, decision.BestCase, decision.IsCertain));
    }

    [Fact]
    public void A19_what_credentials_cannot_call_stays_refused_whatever_is_unknown()
    {
        RequestPrincipal caller = PolicySets.App with { Credentials = CredentialKind.Role };
        AuthorizationDecision decision = UnknownServiceControl.Decide(PolicySets.Ask(caller, "sts:GetSessionToken", "*"));
        Assert.Equal((Decision.ImplicitDeny, Decision.ImplicitDeny, true), (decision.Decision, decision.BestCase, decision.IsCertain));
    }

    [Theory]
    [InlineData("sts:AssumeRole", "arn:aws:iam::111122223333:role/T", true)]
    [InlineData("sts:GetCallerIdentity", "*", true)]
    [InlineData("sts:GetFederationToken", "*", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/k", true)]
    [InlineData("iam:ListUsers", "*", false)]
    public void A19_what_a_session_token_can_call(string action, string resource, bool expected)
    {
        PolicySet open = Granted.With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource));
        Assert.Equal(expected, open.Decide(PolicySets.Ask(PolicySets.Alice with { Credentials = CredentialKind.SessionToken }, action, resource)).IsAllowed);
    }

    [Fact]
    public void A43_a_root_session_without_task_policy_stays_refused_whatever_is_unknown()
    {
        AuthorizationDecision decision = UnknownServiceControl.Decide(PolicySets.Ask(Root, context: TestPolicy.Context(("aws:AssumedRoot", "true"))));
        Assert.Equal((Decision.ImplicitDeny, Decision.ImplicitDeny, true), (decision.Decision, decision.BestCase, decision.IsCertain));
    }

    [Fact]
    public void A43_a_root_user_with_an_unknown_task_policy()
    {
        AuthorizationDecision decision = (Granted with { Session = AttachedPolicies.Unknown }).Decide(PolicySets.Ask(Root));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, false), (decision.Decision, decision.BestCase, decision.IsCertain));
    }

    [Fact]
    public void A93_an_anonymous_caller_is_a_stranger_everywhere()
    {
        AuthorizationDecision decision = Granted.With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource)).Decide(PolicySets.Ask(RequestPrincipal.Anonymous, owner: null));
        Assert.Equal((Decision.Allowed, true), (decision.Decision, decision.IsCertain));
    }

    [Theory]
    [InlineData(null, Decision.ExplicitDeny, Decision.Allowed)]
    [InlineData(false, Decision.Allowed, Decision.Allowed)]
    [InlineData(true, Decision.ExplicitDeny, Decision.ExplicitDeny)]
    public void A91_an_exemption_depends_on_whether_a_boundary_is_attached(bool? hasBoundary, Decision expected, Decision best)
    {
        PolicySet policies = Granted.With(PolicyType.Resource, NotAlice) with { PermissionsBoundary = hasBoundary is null ? AttachedPolicies.Unknown : AttachedPolicies.None };
        if (hasBoundary == true) policies = policies.With(PolicyType.PermissionsBoundary, PolicySets.Everything(PolicyType.PermissionsBoundary));
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask());
        Assert.Equal((expected, best), (decision.Decision, decision.BestCase));
        Assert.Equal(hasBoundary is null, decision.DependsOn().Contains("permissionsBoundary", StringComparer.Ordinal));
    }

    [Fact]
    public void A93_an_unknown_owner_is_named()
    {
        AuthorizationDecision decision = Granted.Decide(PolicySets.Ask(owner: null));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, DecisionCause.ResourceAccountUnknown), (decision.Decision, decision.BestCase, decision.Cause));
        Assert.Equal("resourceAccount", Assert.Single(decision.DependsOn()));
    }

    [Fact]
    public void Arguments_that_are_null_are_refused()
    {
        CompiledPolicy policy = TestPolicy.Compile(PolicySets.Everything(PolicyType.Identity));
        CompiledPolicySet policies = PolicyCompiler.Compile(Granted);
        AuthorizationRequest request = PolicySets.Ask();
        Assert.Throws<ArgumentNullException>("policy", () => TestPolicy.Evaluator.Evaluate((CompiledPolicy)null!, request));
        Assert.Throws<ArgumentNullException>("request", () => TestPolicy.Evaluator.Evaluate(policy, (AuthorizationRequest)null!));
        Assert.Throws<ArgumentNullException>("policies", () => TestPolicy.Evaluator.Evaluate((CompiledPolicySet)null!, request));
        Assert.Throws<ArgumentNullException>("request", () => TestPolicy.Evaluator.Evaluate(policies, (AuthorizationRequest)null!));
        Assert.Throws<ArgumentNullException>("evaluator", static () => new PolicyBatch(null!));
        Assert.Throws<ArgumentOutOfRangeException>("maxThreads", static () => new PolicyBatch(TestPolicy.Evaluator, maxThreads: -1));
        Assert.Throws<ArgumentNullException>("policy", static () => new PolicyBatch(TestPolicy.Evaluator).EvaluateAll((CompiledPolicy)null!, default, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentNullException>("policies", static () => new PolicyBatch(TestPolicy.Evaluator).EvaluateAll((CompiledPolicySet)null!, default, TestContext.Current.CancellationToken));
        Assert.Equal(
            [Decision.Allowed, Decision.ImplicitDeny],
            new PolicyBatch(TestPolicy.Evaluator).EvaluateAll(policies, new[] { request, PolicySets.Ask(owner: "999988887777") }, TestContext.Current.CancellationToken).Select(static decision => decision.Decision));
    }
}
