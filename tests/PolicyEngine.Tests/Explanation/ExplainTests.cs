using PolicyEngine.Matching;

namespace PolicyEngine.Tests.Explanation;

/// <summary>L-4 and Explain: the statements that decided, and what each element compared.</summary>
public class ExplainTests
{
    private const string SecretPolicy = """
        {"Version":"2012-10-17","Statement":[
          {"Sid":"EnableSecretsManagerpermissions","Effect":"Allow","Principal":{"AWS":["123456789012"]},"Action":["secretsmanager:*"],"Resource":"*"},
          {"Sid":"RestrictGetSecretValueoperation","Effect":"Deny","Principal":"*","Action":["secretsmanager:GetSecretValue"],"Resource":"*",
           "Condition":{"StringNotEquals":{"aws:sourceVpce":"vpce-1234a5678b9012c"}}}]}
        """;

    private static readonly CompiledPolicy Policy = TestPolicy.Compile(SecretPolicy, PolicyType.Resource);

    [Theory]
    [InlineData("vpce-1234a5678b9012c", Decision.Allowed, 0)]
    [InlineData("vpce-0fedcba9876543210", Decision.ExplicitDeny, 1)]
    [InlineData(null, Decision.ExplicitDeny, 1)]
    public void The_seed_policy_decides_as_its_prose_says(string? endpoint, Decision decision, int statement)
    {
        PolicyDecision decided = TestPolicy.Evaluator.Evaluate(Policy, Request(endpoint));
        Assert.Equal((decision, true), (decided.Decision, decided.IsCertain));
        Assert.Equal(statement, Assert.Single(decided.GetStatements()).Index);
    }

    [Fact]
    public void L_4_the_kind_of_principal_entry_is_kept() =>
        Assert.Equal(PrincipalMatchKinds.Account, TestPolicy.Evaluator.Explain(Policy, Request("vpce-1234a5678b9012c")).Statements[0].Principal);

    [Fact]
    public void An_undecided_statement_is_no_finding_where_the_decision_is_certain_without_it()
    {
        CompiledPolicy policy = TestPolicy.Compile("""
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k:v":"5"}}},
              {"Effect":"Allow","Action":"*","Resource":"*"}]}
            """);
        PolicyExplanation explanation = TestPolicy.Evaluator.Explain(policy, new AuthorizationRequest(RequestPrincipal.FromArn(TestPolicy.Alice), TestPolicy.Action, TestPolicy.Resource, TestPolicy.Context(("k:v", "x"))));
        Assert.Equal(MatchOutcome.Indeterminate, explanation.Statements[0].Outcome);
        Assert.Equal((Decision.Allowed, true), (explanation.Decision, explanation.IsCertain));
        Assert.Empty(explanation.Diagnostics);
    }

    [Fact]
    public void Each_element_tells_what_was_compared_and_where_it_stands()
    {
        PolicyExplanation explanation = TestPolicy.Evaluator.Explain(Policy, Request(null));
        TraceNode key = explanation.Statements[1].Elements[^1].Children[0];
        Assert.Equal("StringNotEquals aws:sourceVpce", key.Label);
        Assert.Equal("Statement[1].Condition.StringNotEquals.aws:sourceVpce", key.Path);
        Assert.Equal(("vpce-1234a5678b9012c", "(missing)", MatchOutcome.True, "L-114"), (key.PolicyText, key.RequestText, key.Outcome, key.Rule));
        Assert.Equal("the key is not in the request, and the operator is negated", key.Reason);
        Assert.Equal("\"aws:sourceVpce\":\"vpce-1234a5678b9012c\"", Policy.Document.Source!.Slice(key.Span));
        Assert.Equal(["Principal", "Action", "Resource", "Condition"], explanation.Statements[1].Elements.Select(static e => e.Label), StringComparer.Ordinal);
    }

    [Fact]
    public void Every_reason_has_words_and_a_rule()
    {
        foreach (MatchReason reason in Enum.GetValues<MatchReason>().Where(static r => r != MatchReason.None))
        {
            Assert.NotEmpty(MatchReasons.Describe(reason));
            Assert.Matches("^[LAQ]-[0-9]+$", MatchReasons.RuleOf(reason));
        }
    }

    [Fact]
    public void Threads_share_one_compiled_policy()
    {
        AuthorizationRequest[] requests = [Request("vpce-1234a5678b9012c"), Request("vpce-2"), Request(null)];
        Decision[] alone = [.. requests.Select(static r => TestPolicy.Evaluator.Evaluate(Policy, r).Decision)];
        Parallel.For(0, 3_000, i =>
        {
            Assert.Equal(alone[i % 3], TestPolicy.Evaluator.Evaluate(Policy, requests[i % 3]).Decision);
            if (i % 100 == 0) TestPolicy.Compile(SecretPolicy, PolicyType.Resource);
        });
    }

    private static AuthorizationRequest Request(string? endpoint) => new(
        RequestPrincipal.FromArn("arn:aws:iam::123456789012:user/Anika"),
        "secretsmanager:GetSecretValue",
        "arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3",
        endpoint is null ? null : TestPolicy.Context(("aws:SourceVpce", endpoint)));
}
