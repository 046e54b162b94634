using System.Collections.Immutable;

namespace PolicyEngine.Tests.Evaluation;

/// <content>Whatever the request and however many policies: a decision, and the same one each time.</content>
public partial class AuthorizationTests
{
    private static readonly string[] OddTexts =
        ["", "*", ":", "::", "s3:", ":GetObject", "s3:Get*", "s3:GetObject\n", "\0", "\uD800", "arn:", "arn:aws", "arn:aws:s3:::", "arn:::::", "arn:aws:iam::x:role/", "${aws:username}", "kms:", "sts:AssumeRole", "sqs:?"];

    [Fact]
    public void Any_text_is_a_request()
    {
        PolicySet closed = new();
        foreach (PolicyType kind in Kinds) closed = closed.With(kind, PolicySets.Nothing(kind));
        CompiledPolicySet policies = PolicyCompiler.Compile(closed);
        RequestPrincipal[] callers = [PolicySets.Alice, PolicySets.App, RequestPrincipal.Root(PolicySets.Account), RequestPrincipal.Anonymous, RequestPrincipal.Service("\n"), RequestPrincipal.Saml("*")];
        foreach (string action in OddTexts)
        {
            foreach (string resource in OddTexts)
            {
                foreach (RequestPrincipal caller in callers)
                {
                    AuthorizationRequest request = PolicySets.Ask(caller, action, resource, owner: resource.Length % 2 == 0 ? resource : null, endpoint: Endpoint);
                    AuthorizationExplanation explanation = TestPolicy.Evaluator.Explain(policies, request);
                    Assert.False(explanation.Decision.IsAllowed);
                    Assert.Equal(explanation.Decision.IsCertain, explanation.Message is { } message && message.ToString().Length > 0);
                }
            }
        }
    }

    [Theory]
    [InlineData("s3:Get*")]
    [InlineData("*")]
    [InlineData("s3:GetObjec?")]
    public void Wildcards_in_a_request_are_data(string action) =>
        Assert.False(new PolicySet().With(PolicyType.Identity, """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""").Decide(PolicySets.Ask(action: action)).IsAllowed);

    [Fact]
    public void Hundreds_of_levels_and_thousands_of_statements()
    {
        string[] levels = [.. Enumerable.Repeat(AllowAll, 300)];
        string many = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', Enumerable.Range(0, 5_000).Select(static i => $$"""{"Effect":"Allow","Action":"x{{i}}:*","Resource":"*"}"""))}}]}""";
        PolicySet policies = Granted.With(PolicyType.ServiceControl, levels);
        Assert.True(policies.Decide(PolicySets.Ask()).IsAllowed);
        levels[299] = many;
        AuthorizationExplanation closed = Granted.With(PolicyType.ServiceControl, levels).Explain(PolicySets.Ask());
        Assert.Equal(PolicyType.ServiceControl, Assert.Single(closed.Deniers));
        Assert.Equal("level-299", Assert.Single(closed.Layers, static l => l.IsDenier).Level);
        Assert.True(policies.With(PolicyType.Identity, many, AllowAll).Decide(PolicySets.Ask()).IsAllowed);
        Assert.True(policies.With(PolicyType.Identity, many).Decide(PolicySets.Ask(action: "x4999:a")).IsAllowed);
    }

    [Fact]
    public void Threads_and_repetition_change_nothing()
    {
        PolicySet policies = (Granted with { PermissionsBoundary = AttachedPolicies.Unknown }).With(PolicyType.Session, WithCondition("Allow", "k:v"), WithCondition("Deny", "k:w"));
        CompiledPolicySet compiled = PolicyCompiler.Compile(policies);
        AuthorizationRequest request = PolicySets.Ask(PolicySets.App, context: Unknown("k:v", "k:w"));
        AuthorizationDecision first = TestPolicy.Evaluator.Evaluate(compiled, request);
        ImmutableArray<string> dependencies = first.DependsOn();
        Parallel.For(0, 2_000, _ =>
        {
            AuthorizationDecision again = TestPolicy.Evaluator.Evaluate(compiled, request);
            Assert.Equal(first, again);
            Assert.Equal(dependencies, again.DependsOn());
        });
    }

    [Fact]
    public void Order_of_documents_and_duplicates_change_nothing()
    {
        string[] documents = [AllowAll, WithCondition("Deny", "k:v"), PolicySets.Nothing(PolicyType.Identity), WithCondition("Allow", "k:w")];
        AuthorizationRequest request = PolicySets.Ask(context: Unknown("k:v"));
        AuthorizationDecision first = new PolicySet().With(PolicyType.Identity, documents).Decide(request);
        Assert.Equal(first, new PolicySet().With(PolicyType.Identity, [.. documents.Reverse()]).Decide(request));
        Assert.Equal(first, new PolicySet().With(PolicyType.Identity, [.. documents, .. documents]).Decide(request));
    }
}
