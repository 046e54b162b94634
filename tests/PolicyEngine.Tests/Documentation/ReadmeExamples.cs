using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Documentation;

/// <summary>The C# examples of the README, run; <see cref="ReadmeTests"/> holds both to each other.</summary>
public class ReadmeExamples
{
    private const string json = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"secretsmanager:*","Resource":"*"},
          {"Effect":"Deny","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*",
           "Condition":{"StringNotEquals":{"aws:sourceVpce":"vpce-1234a5678b9012c"}}}]}
        """;

    private const string secretArn = "arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3";

    [Fact]
    public void Building()
    {
        const string userName = "*";

        #region building
        PolicyDocument built = new PolicyBuilder(PolicyType.Identity)
            .Allow(statement => statement
                .Action("s3:GetObject")
                .Resource($"arn:aws:s3:::homes/{userName}/*")                        // a user called * gets the folder *
                .When("StringEquals", "aws:SourceVpc", "vpc-1a2b3c4d"))
            .Build();
        #endregion

        Assert.Equal("arn:aws:s3:::homes/${*}/*", built.Statements[0].Resource!.Patterns[0].Text);
    }

    [Fact]
    public void Serving()
    {
        const string callerArn = "arn:aws:iam::123456789012:user/Anika";
        CompiledPolicy policy = PolicyCompiler.Compile(PolicyDocument.Parse(json, PolicyType.Resource));
        PolicyEvaluator evaluator = new();

        #region serving
        AuthorizationRequestBuilder call = new(refusesSpoofedKeys: true);            // one a thread; Reset forgets the last call
        call.Reset(RequestPrincipal.FromArn(callerArn), "secretsmanager:GetSecretValue", secretArn)
            .Context.Set(ConditionKeys.SourceVpce, "vpce-1234a5678b9012c");
        bool isAllowed = evaluator.Evaluate(policy, call).IsAllowed;                   // call.Build() makes a request to keep and explain
        #endregion

        Assert.True(isAllowed);
        Assert.Equal(Decision.ExplicitDeny, evaluator.Evaluate(policy, call.Reset(call.Principal, call.Action, call.Resource)).Decision);
    }

    [Fact]
    public void Resolving()
    {
        const string describeOutput = """
            {"VpcEndpoints":[{"VpcEndpointId":"vpce-1234a5678b9012c","VpcEndpointType":"Interface","VpcId":"vpc-1a2b3c4d","State":"available",
              "ServiceName":"com.amazonaws.us-west-2.secretsmanager","PrivateDnsEnabled":true}]}
            """;

        #region resolving
        VpcEndpointInventory inventory = VpcEndpointInventory.Parse(describeOutput);
        EndpointResolution way = inventory.Resolve("https://secretsmanager.us-west-2.amazonaws.com", new EndpointClient { VpcId = "vpc-1a2b3c4d" });
        // way.Status: Resolved, NotAvailable, NotInInventory, Public, NotAws, or Unknown where the answer cannot be told
        #endregion

        Assert.Equal(EndpointResolutionStatus.Resolved, way.Status);
        Assert.Equal("vpce-1234a5678b9012c", way.EndpointId);
        RequestPrincipal anika = RequestPrincipal.FromArn("arn:aws:iam::123456789012:user/Anika");
        PolicyDocument document = PolicyDocument.Parse(json, PolicyType.Resource);
        PolicyDocument identityPolicy = PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*"}]}""");
        PolicyEvaluator evaluator = new();

        #region calling
        ApiCallBuilder call = new ApiCallBuilder(anika, "secretsmanager:GetSecretValue", secretArn).Through(way.Endpoint!, "10.0.1.17");
        PolicySet policies = new() { Identity = AttachedPolicies.Of(identityPolicy), Resource = AttachedPolicies.Of(document), VpcEndpoint = AttachedPolicies.Of(way.Endpoint!.Policy) };
        AuthorizationDecision all = evaluator.Evaluate(PolicyCompiler.Compile(policies), call.Build());
        // all.Decision is the worst outcome, all.BestCase the best, all.GetDependencies() what is unknown and matters
        #endregion

        Assert.Equal((Decision.Allowed, true), (all.Decision, all.IsCertain));
    }
}
