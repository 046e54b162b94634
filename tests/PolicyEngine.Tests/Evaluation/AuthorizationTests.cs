namespace PolicyEngine.Tests.Evaluation;

/// <summary>What a policy set decides, as far as a case cannot express it.</summary>
public partial class AuthorizationTests
{
    private const string Key = "arn:aws:kms:us-east-1:111122223333:key/k";
    private const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    private static readonly PolicyType[] Kinds = [.. PolicySet.Types.Where(static kind => kind != PolicyType.AccessPoint)];
    private static readonly RequestEndpoint Endpoint = new(VpcEndpointType.Interface, "vpce-1");
    private static readonly PolicySet Granted = new PolicySet().With(PolicyType.Identity, AllowAll);

    [Fact]
    public void A05_all_denying_kinds_are_listed_in_order_and_the_first_is_primary()
    {
        PolicySet policies = new();
        foreach (PolicyType kind in Kinds.Reverse())
        {
            policies = policies.With(kind, PolicySets.DenyAll(kind));
            AuthorizationExplanation explanation = policies.Explain(PolicySets.Ask(PolicySets.App, endpoint: Endpoint));
            Assert.Equal(Decision.ExplicitDeny, explanation.Decision.Decision);
            Assert.Equal(kind, explanation.Primary);
            Assert.Equal(Kinds.Where(k => k >= kind), explanation.Deniers);
        }

        Assert.Equal(
            [PolicyType.ResourceControl, PolicyType.ServiceControl, PolicyType.VpcEndpoint, PolicyType.Resource, PolicyType.Identity, PolicyType.PermissionsBoundary, PolicyType.Session, PolicyType.ScopeDown],
            Kinds);
    }

    [Fact]
    public void A05_of_several_levels_the_one_that_denies_is_the_denier()
    {
        PolicySet policies = Granted.With(PolicyType.ServiceControl, PolicySets.Nothing(PolicyType.ServiceControl), PolicySets.DenyAll(PolicyType.ServiceControl));
        AuthorizationExplanation explanation = policies.Explain(PolicySets.Ask());
        Assert.Equal("level-1", Assert.Single(explanation.Layers, static l => l.IsDenier).Level);
    }

    [Fact]
    public void A58_a_deny_that_does_not_count_is_not_among_those_that_decide()
    {
        PolicySet policies = new PolicySet()
            .With(PolicyType.Resource, PolicySets.DenyAll(PolicyType.Resource))
            .With(PolicyType.ServiceControl, PolicySets.DenyAll(PolicyType.ServiceControl));
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask(RequestPrincipal.Root(PolicySets.Account), "s3:PutBucketPolicy", "arn:aws:s3:::b"));
        Assert.Equal(Decision.ExplicitDeny, decision.Decision);
        Assert.Equal(PolicyType.ServiceControl, Assert.Single(decision.GetStatements()).Kind);
    }

    [Fact]
    public void A05_all_missing_allows_are_listed_in_order()
    {
        PolicySet policies = new();
        foreach (PolicyType kind in Kinds) policies = policies.With(kind, PolicySets.Nothing(kind));
        AuthorizationExplanation same = policies.Explain(PolicySets.Ask(PolicySets.App, endpoint: Endpoint));
        Assert.Equal([PolicyType.ServiceControl, PolicyType.VpcEndpoint, PolicyType.Identity, PolicyType.PermissionsBoundary, PolicyType.Session, PolicyType.ScopeDown], same.Deniers);
        AuthorizationExplanation cross = policies.Explain(PolicySets.Ask(PolicySets.App, owner: "999988887777", endpoint: Endpoint));
        Assert.Equal(same.Deniers.Insert(2, PolicyType.Resource), cross.Deniers);
    }

    [Fact]
    public void A05_layers_stand_in_order_with_every_level()
    {
        PolicySet policies = Granted.With(PolicyType.ServiceControl, AllowAll, PolicySets.Nothing(PolicyType.ServiceControl));
        AuthorizationExplanation explanation = policies.Explain(PolicySets.Ask());
        Assert.Equal(
            ["ResourceControl:", "ServiceControl:level-0", "ServiceControl:level-1", "VpcEndpoint:", "AccessPoint:", "Resource:", "Identity:", "PermissionsBoundary:", "Session:", "ScopeDown:"],
            explanation.Layers.Select(static l => $"{l.Kind}:{l.Level}"), StringComparer.Ordinal);
        Assert.Equal("level-1", Assert.Single(explanation.Layers, static l => l.IsDenier).Level);
    }

    [Fact]
    public void A06_one_explicit_deny_denies_explicitly_and_else_one_missing_allow_denies()
    {
        AuthorizationDecision allowed = Granted.Decide(PolicySets.Ask());
        AuthorizationDecision missing = new PolicySet().Decide(PolicySets.Ask());
        AuthorizationDecision denied = Granted.With(PolicyType.Resource, PolicySets.DenyAll(PolicyType.Resource)).Decide(PolicySets.Ask());
        Assert.True(AuthorizationDecision.Combine(allowed, allowed).IsAllowed);
        Assert.Equal(Decision.ImplicitDeny, AuthorizationDecision.Combine(allowed, missing).Decision);
        Assert.Equal(Decision.ImplicitDeny, AuthorizationDecision.Combine(missing, allowed).Decision);
        Assert.Equal(Decision.ExplicitDeny, AuthorizationDecision.Combine(allowed, missing, denied).Decision);
        Assert.Equal(Decision.ExplicitDeny, AuthorizationDecision.Combine(denied, missing, allowed).Decision);
        Assert.Equal(allowed, AuthorizationDecision.Combine(allowed));
        Assert.Equal(2, AuthorizationDecision.Combine(denied, allowed, missing, denied).GetStatements().Length);
    }

    [Fact]
    public void A06_without_a_check_nothing_is_allowed()
    {
        AuthorizationDecision none = AuthorizationDecision.Combine();
        Assert.Equal((Decision.ImplicitDeny, false), (none.Decision, none.IsAllowed));
        Assert.Empty(none.GetStatements());
        Assert.Empty(none.DependsOn());
    }

    [Fact]
    public void A06_a_combined_decision_depends_on_what_any_check_depends_on()
    {
        AuthorizationDecision key = new PolicySet().With(PolicyType.Identity, WithCondition("Allow", "k:v")).Decide(PolicySets.Ask(context: Unknown("k:v")));
        AuthorizationDecision byPolicies = (Granted with { ServiceControl = AttachedPolicies.Unknown }).Decide(PolicySets.Ask());
        AuthorizationDecision missing = new PolicySet().Decide(PolicySets.Ask());
        AuthorizationDecision both = AuthorizationDecision.Combine(key, byPolicies);
        Assert.Equal((Decision.ImplicitDeny, false, Decision.Allowed), (both.Decision, both.IsCertain, both.BestCase));
        Assert.Equal(["k:v", "serviceControl"], both.DependsOn(), StringComparer.Ordinal);
        AuthorizationDecision settled = AuthorizationDecision.Combine(key, missing);
        Assert.Equal((Decision.ImplicitDeny, true, Decision.ImplicitDeny), (settled.Decision, settled.IsCertain, settled.BestCase));
        Assert.Empty(settled.DependsOn());
    }

    [Fact]
    public void A10_a_grant_of_the_service_is_off_by_default_and_allows_the_grantee()
    {
        AuthorizationRequest request = PolicySets.Ask(action: "kms:Decrypt", resource: Key);
        AuthorizationRequest granted = new(request.Principal, request.Action, request.Resource) { ResourceAccount = PolicySets.Account, HasServiceGrant = true };
        Assert.False(Granted.Decide(request).IsAllowed);
        Assert.True(new PolicySet().Decide(granted).IsAllowed);
        PolicySet denying = new PolicySet().With(PolicyType.Identity, """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"kms:*","Resource":"*"}}""");
        Assert.Equal(Decision.ExplicitDeny, denying.Decide(granted).Decision);
        PolicySet limited = new PolicySet().With(PolicyType.ServiceControl, PolicySets.Nothing(PolicyType.ServiceControl));
        Assert.Equal(Decision.ImplicitDeny, limited.Decide(granted).Decision);
    }

    [Fact]
    public void A10_block_public_access_stops_anonymous_callers_only()
    {
        PolicySet isPublic = new PolicySet().With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource));
        AuthorizationRequest anonymous = new(RequestPrincipal.Anonymous, TestPolicy.Action, TestPolicy.Resource) { BlocksPublicAccess = true };
        AuthorizationRequest signed = new(PolicySets.Alice, TestPolicy.Action, TestPolicy.Resource) { ResourceAccount = PolicySets.Account, BlocksPublicAccess = true };
        Assert.True(isPublic.Decide(PolicySets.Ask(RequestPrincipal.Anonymous)).IsAllowed);
        Assert.Equal((Decision.ImplicitDeny, DecisionCause.PublicAccessBlocked), (isPublic.Decide(anonymous).Decision, isPublic.Decide(anonymous).Cause));
        Assert.True(isPublic.Decide(signed).IsAllowed);
    }

    [Theory]
    [InlineData(CredentialKind.FederationToken, "iam:ListUsers", false)]
    [InlineData(CredentialKind.FederationToken, "IAM:listusers", false)]
    [InlineData(CredentialKind.FederationToken, "sts:AssumeRole", false)]
    [InlineData(CredentialKind.FederationToken, "sts:GetCallerIdentity", true)]
    [InlineData(CredentialKind.FederationToken, "ec2:DescribeInstances", true)]
    [InlineData(CredentialKind.SessionToken, "iam:ListUsers", false)]
    [InlineData(CredentialKind.SessionToken, "sts:GetFederationToken", false)]
    [InlineData(CredentialKind.SessionToken, "sts:GetCallerIdentity", true)]
    [InlineData(CredentialKind.Role, "sts:GetFederationToken", false)]
    [InlineData(CredentialKind.Role, "sts:GetSessionToken", false)]
    [InlineData(CredentialKind.Role, "iam:ListUsers", true)]
    [InlineData(CredentialKind.LongTerm, "iam:ListUsers", true)]
    [InlineData(CredentialKind.Unknown, "iam:ListUsers", true)]
    public void A19_some_credentials_cannot_call_some_actions(CredentialKind credentials, string action, bool isAllowed)
    {
        AuthorizationDecision decision = Granted.Decide(PolicySets.Ask(PolicySets.Alice with { Credentials = credentials }, action, "*"));
        Assert.Equal(isAllowed, decision.IsAllowed);
        Assert.Equal(!isAllowed, decision.Cause == DecisionCause.CredentialsCannotCall);
        Assert.True(decision.IsCertain);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void A19_session_tokens_call_iam_with_mfa(string mfa, bool isAllowed)
    {
        RequestPrincipal caller = PolicySets.Alice with { Credentials = CredentialKind.SessionToken };
        Assert.Equal(isAllowed, Granted.Decide(PolicySets.Ask(caller, "iam:ListUsers", "*", context: TestPolicy.Context(("aws:MultiFactorAuthPresent", mfa)))).IsAllowed);
    }

    [Fact]
    public void A13_further_services_may_need_a_resource_policy()
    {
        PolicyEvaluator strict = new(options: new AuthorizationOptions { ServicesThatNeedResourcePolicies = ["s3"] });
        CompiledPolicySet policies = PolicyCompiler.Compile(Granted);
        Assert.True(TestPolicy.Evaluator.Evaluate(policies, PolicySets.Ask()).IsAllowed);
        Assert.False(strict.Evaluate(policies, PolicySets.Ask()).IsAllowed);
        Assert.False(strict.Evaluate(policies, PolicySets.Ask(action: "S3:GetObject")).IsAllowed);
        Assert.True(strict.Evaluate(policies, PolicySets.Ask(action: "sqs:SendMessage", resource: "arn:aws:sqs:us-east-1:111122223333:q")).IsAllowed);
    }

    [Fact]
    public void A27_unlisted_services_may_be_treated_as_resource_controlled()
    {
        PolicySet set = Granted.With(PolicyType.ResourceControl, """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":["sns:*","kms:*"],"Resource":"*"}}""");
        PolicyEvaluator audit = new(options: new AuthorizationOptions { TreatsUnlistedServicesAsResourceControlled = true });
        CompiledPolicySet policies = PolicyCompiler.Compile(set);
        AuthorizationRequest publish = PolicySets.Ask(action: "sns:Publish", resource: "arn:aws:sns:us-east-1:111122223333:t");
        Assert.True(TestPolicy.Evaluator.Evaluate(policies, publish).IsAllowed);
        Assert.Equal(Decision.ExplicitDeny, audit.Evaluate(policies, publish).Decision);
        Assert.NotEqual(Decision.ExplicitDeny, audit.Evaluate(policies, PolicySets.Ask(action: "kms:RetireGrant", resource: Key)).Decision);
    }

    private static RequestContext Unknown(params ReadOnlySpan<string> keys)
    {
        RequestContextBuilder builder = new();
        foreach (string key in keys) builder.SetUnknown(key);
        return builder.Build();
    }

    private static string WithCondition(string effect, string key, string op = "StringEquals") =>
        $$$"""{"Version":"2012-10-17","Statement":{"Effect":"{{{effect}}}","Action":"*","Resource":"*","Condition":{"{{{op}}}":{"{{{key}}}":"a"} } } }""";
}
