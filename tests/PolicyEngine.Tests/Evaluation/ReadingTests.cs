namespace PolicyEngine.Tests.Evaluation;

/// <summary>A-90 to A-93: the decision beside the one that would be made if all that is unknown turned out well.</summary>
public class ReadingTests
{
    private const string Defect = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k:v":"x"}}},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k:v":"y"}}}]}""";
    private const string NotAlice = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/Alice"]},"Action":"*","Resource":"*"}}""";
    private static readonly PolicySet Granted = new PolicySet().With(PolicyKind.Identity, AuthorizationStack.Everything(PolicyKind.Identity));
    private static readonly PolicySet Unseen = Granted with { ServiceControl = PolicySlot.NotKnown };
    private static readonly RequestPrincipal Root = RequestPrincipal.Root(AuthorizationStack.Account);

    [Fact]
    public void A91_what_is_malformed_does_not_turn_out_well()
    {
        AuthorizationDecision decision = new PolicySet().With(PolicyKind.Identity, Defect).Decide(AuthorizationStack.Ask(context: Asking.Context(("k:v", "1"))));
        Assert.Equal((Decision.ExplicitDeny, Decision.ExplicitDeny, false), (decision.Decision, decision.Optimistic, decision.IsCertain));
    }

    [Fact]
    public void A19_what_credentials_cannot_call_stays_refused_whatever_is_unknown()
    {
        RequestPrincipal caller = AuthorizationStack.App with { Credentials = CredentialKind.Role };
        AuthorizationDecision decision = Unseen.Decide(AuthorizationStack.Ask(caller, "sts:GetSessionToken", "*"));
        Assert.Equal((Decision.ImplicitDeny, Decision.ImplicitDeny, true), (decision.Decision, decision.Optimistic, decision.IsCertain));
    }

    [Theory]
    [InlineData("sts:AssumeRole", "arn:aws:iam::111122223333:role/T", true)]
    [InlineData("sts:GetCallerIdentity", "*", true)]
    [InlineData("sts:GetFederationToken", "*", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/k", true)]
    [InlineData("iam:ListUsers", "*", false)]
    public void A19_what_a_session_token_can_call(string action, string resource, bool expected)
    {
        PolicySet open = Granted.With(PolicyKind.Resource, AuthorizationStack.Everything(PolicyKind.Resource));
        Assert.Equal(expected, open.Decide(AuthorizationStack.Ask(AuthorizationStack.Alice with { Credentials = CredentialKind.SessionToken }, action, resource)).IsAllowed);
    }

    [Fact]
    public void A43_a_root_session_without_task_policy_stays_refused_whatever_is_unknown()
    {
        AuthorizationDecision decision = Unseen.Decide(AuthorizationStack.Ask(Root, context: Asking.Context(("aws:AssumedRoot", "true"))));
        Assert.Equal((Decision.ImplicitDeny, Decision.ImplicitDeny, true), (decision.Decision, decision.Optimistic, decision.IsCertain));
    }

    [Fact]
    public void A43_a_root_user_of_whom_nobody_knows_whether_a_task_policy_is_attached()
    {
        AuthorizationDecision decision = (Granted with { Session = PolicySlot.NotKnown }).Decide(AuthorizationStack.Ask(Root));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, false), (decision.Decision, decision.Optimistic, decision.IsCertain));
    }

    [Fact]
    public void A93_an_anonymous_caller_is_a_stranger_everywhere()
    {
        AuthorizationDecision decision = Granted.With(PolicyKind.Resource, AuthorizationStack.Everything(PolicyKind.Resource)).Decide(AuthorizationStack.Ask(RequestPrincipal.Anonymous, owner: null));
        Assert.Equal((Decision.Allowed, true), (decision.Decision, decision.IsCertain));
    }

    [Theory]
    [InlineData(null, Decision.ExplicitDeny, Decision.Allowed)]
    [InlineData(false, Decision.Allowed, Decision.Allowed)]
    [InlineData(true, Decision.ExplicitDeny, Decision.ExplicitDeny)]
    public void A91_an_exemption_hangs_on_whether_a_boundary_is_attached(bool? hasBoundary, Decision expected, Decision optimistic)
    {
        PolicySet policies = Granted.With(PolicyKind.Resource, NotAlice) with { PermissionsBoundary = hasBoundary is null ? PolicySlot.NotKnown : PolicySlot.NotAttached };
        if (hasBoundary == true) policies = policies.With(PolicyKind.PermissionsBoundary, AuthorizationStack.Everything(PolicyKind.PermissionsBoundary));
        AuthorizationDecision decision = policies.Decide(AuthorizationStack.Ask());
        Assert.Equal((expected, optimistic), (decision.Decision, decision.Optimistic));
        Assert.Equal(hasBoundary is null, decision.GetDependencies().Contains("permissionsBoundary", StringComparer.Ordinal));
    }

    [Fact]
    public void A93_an_unknown_owner_is_named()
    {
        AuthorizationDecision decision = Granted.Decide(AuthorizationStack.Ask(owner: null));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, DecisionCause.ResourceAccountUnknown), (decision.Decision, decision.Optimistic, decision.Cause));
        Assert.Equal("resourceAccount", Assert.Single(decision.GetDependencies()));
    }

    [Fact]
    public void Arguments_that_are_null_are_refused()
    {
        CompiledPolicy policy = Asking.Compile(AuthorizationStack.Everything(PolicyKind.Identity));
        CompiledPolicySet policies = PolicyCompiler.Compile(Granted);
        AuthorizationRequest request = AuthorizationStack.Ask();
        Assert.Throws<ArgumentNullException>("policy", () => Asking.Evaluator.Evaluate((CompiledPolicy)null!, request));
        Assert.Throws<ArgumentNullException>("request", () => Asking.Evaluator.Evaluate(policy, null!));
        Assert.Throws<ArgumentNullException>("policies", () => Asking.Evaluator.Evaluate((CompiledPolicySet)null!, request));
        Assert.Throws<ArgumentNullException>("request", () => Asking.Evaluator.Evaluate(policies, null!));
        Assert.Throws<ArgumentNullException>("evaluator", static () => new PolicyBatch(null!));
        Assert.Throws<ArgumentOutOfRangeException>("maxThreads", static () => new PolicyBatch(Asking.Evaluator, maxThreads: -1));
        Assert.Throws<ArgumentNullException>("policy", static () => new PolicyBatch(Asking.Evaluator).EvaluateAll((CompiledPolicy)null!, default, TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentNullException>("policies", static () => new PolicyBatch(Asking.Evaluator).EvaluateAll((CompiledPolicySet)null!, default, TestContext.Current.CancellationToken));
        Assert.Equal(
            [Decision.Allowed, Decision.ImplicitDeny],
            new PolicyBatch(Asking.Evaluator).EvaluateAll(policies, new[] { request, AuthorizationStack.Ask(owner: "999988887777") }, TestContext.Current.CancellationToken).Select(static decision => decision.Decision));
    }
}
