namespace PolicyEngine.Tests.Requests;

/// <summary>A builder is decided as the request that it makes, and leaves nothing behind when it begins the next.</summary>
public class RequestBuilderTests
{
    private const string Pinned = """ "Action":"s3:GetObject","Condition":{"StringEquals":{"aws:SourceVpce":"vpce-1","k:team":"a"}} """;
    private static readonly RequestPrincipal Alice = RequestPrincipal.FromArn(TestPolicy.Alice);

    [Fact]
    public void Nothing_of_the_last_request_is_left()
    {
        CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document("Allow", Pinned));
        AuthorizationRequestBuilder builder = new();
        builder.Reset(Alice, TestPolicy.Action, TestPolicy.Resource).Context.Set("aws:sourceVpce", "vpce-1").Set("k:team", "a").SetUnknown("aws:PrincipalTag/");
        builder.Endpoint = new RequestEndpoint(VpcEndpointType.Interface);
        builder.ResourceAccount = "111122223333";
        builder.IsResourceInManagementAccount = builder.IsResourceManagedByAws = builder.HasServiceGrant = builder.BlocksPublicAccess = true;
        Assert.Equal(new DecisionResult(Decision.Allowed, isCertain: true), TestPolicy.Evaluator.Evaluate(policy, builder));
        AuthorizationRequest kept = builder.Build();

        builder.Reset(Alice, TestPolicy.Action, TestPolicy.Resource);
        Assert.Equal(new DecisionResult(Decision.ImplicitDeny, isCertain: true), TestPolicy.Evaluator.Evaluate(policy, builder));
        AuthorizationRequest empty = builder.Build();
        Assert.Equal((0, false, null), (empty.Context.Count, empty.Context.IsUnknown("aws:PrincipalTag/team"), empty.ResourceAccount));
        Assert.Null(empty.Endpoint);
        Assert.False(empty.IsResourceInManagementAccount || empty.IsResourceManagedByAws || empty.HasServiceGrant || empty.BlocksPublicAccess);

        builder.Context.Set("k:team", "a");
        Assert.Equal("k:team=a", Show(builder.Build().Context));
        Assert.Equal("aws:sourceVpce=vpce-1, k:team=a, aws:PrincipalTag/=unknown", Show(kept.Context));
        Assert.True(kept is { Endpoint.Type: VpcEndpointType.Interface, ResourceAccount: "111122223333", IsResourceInManagementAccount: true, IsResourceManagedByAws: true, HasServiceGrant: true, BlocksPublicAccess: true });
        Assert.Equal(Decision.Allowed, TestPolicy.Evaluator.Evaluate(policy, kept).Decision);
    }

    [Fact]
    public void A_request_that_was_kept_does_not_change_with_the_next_key()
    {
        AuthorizationRequestBuilder builder = new();
        builder.Reset(Alice, TestPolicy.Action, TestPolicy.Resource).Context.Set("k:team", "a");
        AuthorizationRequest first = builder.Build();
        builder.Context.Set("k:team", "b").Set("aws:SourceVpce", "vpce-1");
        builder.ResourceAccount = "444455556666";
        AuthorizationRequest second = builder.Build();
        builder.Context.Set("k:team", "c");
        Assert.Equal(("k:team=a", null), (Show(first.Context), first.ResourceAccount));
        Assert.Equal(("k:team=b, aws:SourceVpce=vpce-1", "444455556666"), (Show(second.Context), second.ResourceAccount));
        Assert.Equal("k:team=c, aws:SourceVpce=vpce-1", Show(builder.Build().Context));
    }

    /// <summary>What a decision found out about the request is found out anew when a key, the owner or the action is another.</summary>
    [Fact]
    public void Each_decision_sees_the_request_as_it_is()
    {
        CompiledPolicySet policies = PolicyCompiler.Compile(new PolicySet { Identity = AttachedPolicies.Of(TestPolicy.Parse(TestPolicy.Document("Allow", Pinned)).GetValueOrThrow()) });
        AuthorizationRequestBuilder builder = new();
        builder.Reset(Alice, TestPolicy.Action, TestPolicy.Resource).Context.Set("aws:SourceVpce", "vpce-1").Set("k:team", "a");
        Assert.Equal(new DecisionResult(Decision.ImplicitDeny, isCertain: false), TestPolicy.Evaluator.Evaluate(policies, builder));
        builder.ResourceAccount = "111122223333";
        Assert.True(TestPolicy.Evaluator.Evaluate(policies, builder).IsAllowed);
        builder.ResourceAccount = "444455556666";
        Assert.False(TestPolicy.Evaluator.Evaluate(policies, builder).IsAllowed);
        builder.ResourceAccount = "111122223333";
        builder.Context.Set("K:TEAM", "b");
        Assert.Equal(new DecisionResult(Decision.ImplicitDeny, isCertain: false), TestPolicy.Evaluator.Evaluate(policies, builder));
        builder.Context.Set("K:TEAM", "a");
        Assert.True(TestPolicy.Evaluator.Evaluate(policies, builder).IsAllowed);
        builder.Context.SetUnknown("k:team");
        Assert.Equal("ImplicitDeny (uncertain)", TestPolicy.Evaluator.Evaluate(policies, builder).ToString());
        builder.Reset(Alice, "s3:PutObject", TestPolicy.Resource).Context.Set("aws:SourceVpce", "vpce-1").Set("k:team", "a");
        builder.ResourceAccount = "111122223333";
        Assert.Equal("ImplicitDeny", TestPolicy.Evaluator.Evaluate(policies, builder).ToString());
    }

    /// <summary>What the last resource was found to begin with says nothing about the next one.</summary>
    [Fact]
    public void The_next_resource_is_matched_anew()
    {
        CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document("Allow", """ "Resource":["arn:aws:s3:::*","arn:aws:sqs:eu-west-1:111122223333:*"] """));
        AuthorizationRequestBuilder builder = new();
        string[] resources = ["arn:aws:s3:::b/k", "arn:aws-cn:s3:::b/k", "arn:aws:sqs:eu-west-1:111122223333:q", "arn:aws:s3:::b/k", "arn:aws:sqs:eu-west-1:111122223334:q", "arn:aws:sqs:eu-west-1:111122223333:q"];
        bool[] allowed = [.. resources.Select(resource => TestPolicy.Evaluator.Evaluate(policy, builder.Reset(Alice, TestPolicy.Action, resource)).IsAllowed)];
        Assert.Equal([true, false, true, true, false, true], allowed);
        Assert.Equal(allowed, resources.Select(resource => TestPolicy.Ask(policy, resource: resource).IsAllowed));
    }

    [Fact]
    public void Before_it_is_started_an_anonymous_caller_asks_for_nothing()
    {
        AuthorizationRequestBuilder builder = new();
        Assert.Equal((RequestPrincipal.Anonymous, "", "", 0), (builder.Principal, builder.Action, builder.Resource, builder.Context.Build().Count));
        Assert.Equal(new DecisionResult(Decision.ImplicitDeny, isCertain: false), TestPolicy.Evaluator.Evaluate(TestPolicy.Compile(TestPolicy.Document("Allow", """ "Action":"s3:*" """)), builder));
        Assert.Equal(new DecisionResult(Decision.ImplicitDeny, isCertain: false), default);
    }

    [Fact]
    public void A_missing_argument_changes_nothing()
    {
        AuthorizationRequestBuilder builder = new(refusesSpoofedKeys: true);
        builder.Reset(Alice, TestPolicy.Action, TestPolicy.Resource).Context.Set("k:team", "a");
        Assert.Throws<ArgumentNullException>(() => builder.Reset(null!, "s3:PutObject", "*"));
        Assert.Throws<ArgumentNullException>(() => builder.Reset(RequestPrincipal.Anonymous, null!, "*"));
        Assert.Throws<ArgumentNullException>(() => builder.Reset(RequestPrincipal.Anonymous, "s3:PutObject", null!));
        Assert.Throws<ArgumentException>(() => builder.Context.Set("aws:SourceVpce", ContextValue.Of("vpce-1"), ContextProvenance.Caller));
        Assert.Equal($"{TestPolicy.Alice} {TestPolicy.Action} {TestPolicy.Resource}", builder.ToString());
        Assert.Equal("k:team=a", Show(builder.Build().Context));
    }

    /// <summary>By handles, and with a caller at hand: names and callers are remembered in places that other tests take from each other.</summary>
    [Fact]
    public void Filling_and_deciding_again_allocates_nothing()
    {
        CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document("Allow", Pinned));
        CompiledPolicySet policies = PolicyCompiler.Compile(new PolicySet { Identity = AttachedPolicies.Of(TestPolicy.Parse(TestPolicy.Document("Allow", Pinned)).GetValueOrThrow()) });
        RequestEndpoint endpoint = new(VpcEndpointType.Interface);
        (ConditionKey team, ConditionKey other, ConditionKey spelled) = (ConditionKey.Of("k:team"), ConditionKey.Of("k:other"), ConditionKey.Of("aws:sourceIp"));
        AuthorizationRequestBuilder builder = new();
        for (int i = 0; i < 3; i++) Assert.Equal(2, Ask());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) Ask();
        Assert.Equal(0, (GC.GetAllocatedBytesForCurrentThread() - before) / 100);

        int Ask()
        {
            builder.Reset(Alice, TestPolicy.Action, TestPolicy.Resource).Context
                .Set(ConditionKeys.SourceVpce, "vpce-1").Set(team, "a").Set(ConditionKeys.SourceVpc, "vpc-1").Set(spelled, "10.0.0.1").Set(other, "b");
            builder.ResourceAccount = "111122223333";
            builder.Endpoint = endpoint;
            return (TestPolicy.Evaluator.Evaluate(policy, builder).IsAllowed ? 1 : 0) + (TestPolicy.Evaluator.Evaluate(policies, builder).IsAllowed ? 1 : 0);
        }
    }

    private static string Show(RequestContext context) => string.Join(", ", context.Select(static entry => $"{entry.Key}={(entry.Value.IsUnknown ? "unknown" : entry.Value.ToString())}"));
}
