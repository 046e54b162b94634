namespace PolicyEngine.Tests.Evaluation;

/// <content>A-08 and A-91: what is not known, and what hangs on it.</content>
public partial class AuthorizationTests
{
    private const string Known = "known:key";

    [Fact]
    public void A91_dependencies_are_keys_in_order_and_then_kinds()
    {
        PolicySet policies = new PolicySet { PermissionsBoundary = AttachedPolicies.Unknown, ServiceControl = AttachedPolicies.Unknown }
            .With(PolicyType.Identity, WithCondition("Allow", "z:z"), WithCondition("Deny", "a:a"), WithCondition("Deny", Known));
        RequestContext context = new RequestContextBuilder().SetUnknown("z:z").SetUnknown("a:a").SetUnknown("b:unused").Set(Known, "x").Build();
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask(context: context));
        Assert.Equal((Decision.ExplicitDeny, Decision.Allowed, false), (decision.Decision, decision.BestCase, decision.IsCertain));
        Assert.Equal(["a:a", "z:z", "serviceControl", "permissionsBoundary"], decision.DependsOn(), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("\"Resource\":\"arn:aws:s3:::b/${u:k}\"")]
    [InlineData("\"NotResource\":[\"arn:aws:s3:::other\",\"arn:aws:s3:::b/${u:k}\"]")]
    [InlineData("\"Condition\":{\"StringLike\":{\"known:key\":\"${u:k}\"}}")]
    [InlineData("\"Condition\":{\"StringEquals\":{\"known:key\":\"${u:k}\"}}")]
    [InlineData("\"Condition\":{\"StringEqualsIgnoreCase\":{\"known:key\":\"${u:k}\"}}")]
    [InlineData("\"Condition\":{\"ArnLike\":{\"known:arn\":\"arn:aws:iam::111122223333:role/${u:k}\"}}")]
    public void A91_the_keys_of_variables_are_dependencies(string elements)
    {
        RequestContext context = new RequestContextBuilder().SetUnknown("u:k").Set(Known, "x").Set("known:arn", "arn:aws:iam::111122223333:role/x").Build();
        PolicySet policies = new PolicySet().With(PolicyType.Identity, TestPolicy.Document("Allow", elements));
        Assert.Equal(["u:k"], policies.Decide(PolicySets.Ask(context: context)).DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_a_key_is_no_dependency_where_its_layer_allows_without_it()
    {
        PolicySet policies = new PolicySet()
            .With(PolicyType.Identity, AllowAll, WithCondition("Allow", "n:n"))
            .With(PolicyType.ServiceControl, WithCondition("Allow", "s:s"));
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask(context: Unknown("n:n", "s:s")));
        Assert.Equal(["s:s"], decision.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_a_key_is_no_dependency_where_its_policy_takes_no_part()
    {
        PolicySet policies = new PolicySet()
            .With(PolicyType.Identity, WithCondition("Allow", "z:z"))
            .With(PolicyType.ServiceControl, WithCondition("Deny", "s:s"));
        AuthorizationRequest request = PolicySets.Ask(PolicySets.Alice with { IsInManagementAccount = true }, context: Unknown("z:z", "s:s"));
        Assert.Equal(["z:z"], policies.Decide(request).DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_a_key_is_no_dependency_where_its_statement_is_undecided_for_another_reason_too()
    {
        const string both = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"d:d":"x"},"NumericEquals":{"known:key":"5"}}}}
            """;
        PolicySet policies = new PolicySet().With(PolicyType.Identity, both, WithCondition("Allow", "z:z"));
        RequestContext context = new RequestContextBuilder().SetUnknown("d:d").SetUnknown("z:z").Set(Known, "no number").Build();
        Assert.Equal(["z:z"], policies.Decide(PolicySets.Ask(context: context)).DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_the_caller_is_no_dependency_where_everyone_is_allowed()
    {
        RequestPrincipal caller = RequestPrincipal.Unidentified(CallerType.User, PolicySets.Account);
        PolicySet policies = new PolicySet()
            .With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource), Naming("Allow", TestPolicy.Alice))
            .With(PolicyType.ServiceControl, WithCondition("Allow", "s:s"));
        Assert.Equal(["s:s"], policies.Decide(PolicySets.Ask(caller, context: Unknown("s:s"))).DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_multi_factor_authentication_is_no_dependency_where_nothing_asks_for_it()
    {
        PolicySet policies = new PolicySet().With(PolicyType.Identity, WithCondition("Allow", "z:z"));
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask(context: Unknown("z:z", "aws:MultiFactorAuthPresent", "aws:AssumedRoot")));
        Assert.Equal(["z:z"], decision.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_the_owner_is_a_dependency_where_it_matters_in_one_case_only()
    {
        PolicySet policies = new PolicySet().With(PolicyType.Identity, WithCondition("Allow", "z:z"));
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask(owner: null, context: Unknown("z:z")));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed), (decision.Decision, decision.BestCase));
        Assert.Equal(["z:z", "resourceAccount"], decision.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_an_unknown_session_policy_is_a_dependency()
    {
        PolicySet policies = Granted with { Session = AttachedPolicies.Unknown };
        Assert.Equal(["session"], policies.Decide(PolicySets.Ask(PolicySets.App)).DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A43_an_unknown_session_policy_may_limit_root_credentials()
    {
        AuthorizationDecision decision = (new PolicySet() with { Session = AttachedPolicies.Unknown }).Decide(PolicySets.Ask(RequestPrincipal.Root(PolicySets.Account)));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, false), (decision.Decision, decision.BestCase, decision.IsCertain));
    }

    [Fact]
    public void A91_a_kind_is_named_once()
    {
        const string npDeny = """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/Alice"]},"Action":"*","Resource":"*"}}
            """;
        PolicySet policies = (Granted with { PermissionsBoundary = AttachedPolicies.Unknown }).With(PolicyType.Resource, npDeny);
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask());
        Assert.False(decision.IsCertain);
        Assert.Equal(["permissionsBoundary"], decision.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A54_only_the_endpoint_policy_is_named_where_no_permission_is_needed()
    {
        PolicySet policies = new() { Identity = AttachedPolicies.Unknown, ServiceControl = AttachedPolicies.Unknown, VpcEndpoint = AttachedPolicies.Unknown };
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask(action: "sts:GetCallerIdentity", resource: "*", endpoint: Endpoint));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed), (decision.Decision, decision.BestCase));
        Assert.Equal(["vpcEndpoint"], decision.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_a_caller_known_by_its_account_only_may_be_the_one_named()
    {
        RequestPrincipal caller = RequestPrincipal.Unidentified(CallerType.User, PolicySets.Account);
        PolicySet names = new PolicySet().With(PolicyType.Resource, Naming("Allow", TestPolicy.Alice));
        AuthorizationDecision decision = names.Decide(PolicySets.Ask(caller));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed), (decision.Decision, decision.BestCase));
        Assert.Equal(["principal"], decision.DependsOn(), StringComparer.Ordinal);

        AuthorizationDecision denied = Granted.With(PolicyType.Resource, Naming("Deny", TestPolicy.Alice)).Decide(PolicySets.Ask(caller));
        Assert.Equal((Decision.ExplicitDeny, Decision.Allowed), (denied.Decision, denied.BestCase));
        AuthorizationDecision other = Granted.With(PolicyType.Resource, Naming("Deny", "arn:aws:iam::999988887777:user/Alice")).Decide(PolicySets.Ask(caller));
        Assert.Equal((Decision.Allowed, true), (other.Decision, other.IsCertain));
        AuthorizationDecision account = Granted.With(PolicyType.Resource, Naming("Deny", PolicySets.Account)).Decide(PolicySets.Ask(caller));
        Assert.Equal((Decision.ExplicitDeny, true), (account.Decision, account.IsCertain));
    }

    [Fact]
    public void A91_a_caller_known_by_its_account_only_may_have_a_better_grant_or_be_exempt()
    {
        RequestPrincipal caller = RequestPrincipal.Unidentified(CallerType.User, PolicySets.Account);
        const string both = """{"AWS":["111122223333","arn:aws:iam::111122223333:user/Alice"]}""";
        PolicySet names = new PolicySet().With(PolicyType.Resource, $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{{{both}}},"Action":"*","Resource":"*"}}""");
        AuthorizationDecision better = names.Decide(PolicySets.Ask(caller));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed), (better.Decision, better.BestCase));
        Assert.Equal(["principal"], better.DependsOn(), StringComparer.Ordinal);

        PolicySet exempts = Granted.With(PolicyType.Resource, $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Deny","NotPrincipal":{{{both}}},"Action":"*","Resource":"*"}}""");
        AuthorizationDecision exempt = exempts.Decide(PolicySets.Ask(caller));
        Assert.Equal((Decision.ExplicitDeny, Decision.Allowed), (exempt.Decision, exempt.BestCase));
        Assert.Equal(["principal"], exempt.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A91_what_is_certain_of_a_caller_counts_beside_what_is_not()
    {
        RequestPrincipal caller = RequestPrincipal.Unidentified(CallerType.User, PolicySets.Account);
        PolicySet policies = Granted.With(PolicyType.Resource, """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/Alice"]},"Action":"*","Resource":"*"}}
            """);
        AuthorizationDecision decision = policies.Decide(PolicySets.Ask(caller, "kms:Decrypt", Key));
        Assert.Equal((Decision.Allowed, true), (decision.Decision, decision.IsCertain));
    }

    [Fact]
    public void A19_unknown_mfa_leaves_it_open_whether_a_session_token_can_call_iam()
    {
        RequestPrincipal caller = PolicySets.Alice with { Credentials = CredentialKind.SessionToken };
        AuthorizationDecision decision = Granted.Decide(PolicySets.Ask(caller, "iam:ListUsers", "*", context: Unknown("aws:MultiFactorAuthPresent")));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, false), (decision.Decision, decision.BestCase, decision.IsCertain));
        Assert.Equal(["aws:MultiFactorAuthPresent"], decision.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void A43_it_matters_whether_root_credentials_came_from_assume_root()
    {
        RequestPrincipal root = RequestPrincipal.Root(PolicySets.Account);
        AuthorizationDecision decision = new PolicySet().Decide(PolicySets.Ask(root, context: Unknown("aws:AssumedRoot")));
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, false), (decision.Decision, decision.BestCase, decision.IsCertain));
        Assert.Equal(["aws:AssumedRoot"], decision.DependsOn(), StringComparer.Ordinal);

        PolicySet locked = new PolicySet().With(PolicyType.Resource, """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"sqs:*","Resource":"*"}}""");
        AuthorizationRequest unlock = PolicySets.Ask(root, "sqs:SetQueueAttributes", "arn:aws:sqs:us-east-1:111122223333:q", context: Unknown("aws:AssumedRoot"));
        Assert.Equal(Decision.ExplicitDeny, locked.Decide(unlock).Decision);
    }

    [Fact]
    public void A93_an_unknown_owner_is_a_fault_and_the_worse_of_both_counts()
    {
        AuthorizationRequest request = PolicySets.Ask(owner: null);
        Assert.Equal("it is unknown which account owns the resource 'arn:aws:s3:::b/k'", request.FindFault());
        AuthorizationDecision decision = Granted.Decide(request);
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed, DecisionCause.ResourceAccountUnknown), (decision.Decision, decision.BestCase, decision.Cause));
        Assert.Equal(["resourceAccount"], decision.DependsOn(), StringComparer.Ordinal);
        PolicySet both = Granted.With(PolicyType.Resource, Naming("Allow", PolicySets.Account));
        Assert.Equal((Decision.Allowed, true), (both.Decide(request).Decision, both.Decide(request).IsCertain));
    }

    [Theory]
    [InlineData("arn:aws:sqs:us-east-1:111122223333:q", "999988887777", "the resource 'arn:aws:sqs:us-east-1:111122223333:q' is not in the account '999988887777'")]
    [InlineData("arn:aws:s3:::b", "1234", "the resource's account '1234' is not 12 digits")]
    [InlineData("arn:aws:s3:::b", "", "the resource's account '' is not 12 digits")]
    [InlineData("*", "11112222333x", "the resource's account '11112222333x' is not 12 digits")]
    [InlineData("*", null, null)]
    [InlineData("arn:aws:iam::aws:policy/P", null, null)]
    [InlineData("arn:aws:sqs:us-east-1:111122223333:q", null, null)]
    public void A93_contradictions_about_the_owner_are_faults(string resource, string? owner, string? fault)
    {
        foreach (RequestPrincipal caller in new[] { PolicySets.Alice, RequestPrincipal.Anonymous, RequestPrincipal.Service("s3.amazonaws.com") })
        {
            Assert.Equal(fault, PolicySets.Ask(caller, resource: resource, owner: owner).FindFault());
        }
    }

    [Fact]
    public void A99_several_values_of_a_key_that_has_one_are_refused()
    {
        RequestContextBuilder builder = new();
        Assert.Throws<ArgumentException>(() => builder.SetList("aws:SourceVpce", "a", "b"));
        Assert.Equal("a", builder.SetList("aws:SourceVpce", "a").Build()["aws:SourceVpce"]!.Values[0]);
        Assert.Equal(2, builder.SetList("aws:TagKeys", "a", "b").Build()["aws:TagKeys"]!.Values.Length);
    }

    [Fact]
    public void A91_a_certain_decision_is_the_same_for_every_value_of_an_unknown_key()
    {
        string[] statements =
        [
            AllowAll, WithCondition("Allow", "k:v"), WithCondition("Allow", "k:v", "StringNotEquals"), WithCondition("Deny", "k:v"),
            WithCondition("Deny", "k:v", "StringNotEqualsIfExists"), WithCondition("Deny", "k:v", "NumericEquals"), PolicySets.Nothing(PolicyType.Identity),
        ];
        RequestContext[] refined = [RequestContext.Empty, TestPolicy.Context(("k:v", "a")), TestPolicy.Context(("k:v", "b"))];
        int uncertain = 0;
        for (int row = 0; row < statements.Length * statements.Length * statements.Length; row++)
        {
            PolicySet policies = new PolicySet()
                .With(PolicyType.Identity, statements[row % 7])
                .With(PolicyType.PermissionsBoundary, statements[row / 7 % 7])
                .With(PolicyType.ServiceControl, statements[row / 49]);
            AuthorizationDecision open = policies.Decide(PolicySets.Ask(context: Unknown("k:v")));
            if (!open.IsCertain) uncertain++;
            foreach (RequestContext context in refined)
            {
                AuthorizationDecision known = policies.Decide(PolicySets.Ask(context: context));
                if (open.IsCertain) Assert.Equal(open.Decision, known.Decision);
                if (open.IsAllowed) Assert.True(known.IsAllowed);
                if (open.BestCase != Decision.Allowed) Assert.False(known.IsAllowed);
            }
        }

        Assert.InRange(uncertain, 100, 342);
    }

    private static string Naming(string effect, string principal) =>
        $$$"""{"Version":"2012-10-17","Statement":{"Effect":"{{{effect}}}","Principal":{"AWS":"{{{principal}}}"},"Action":"*","Resource":"*"}}""";
}
