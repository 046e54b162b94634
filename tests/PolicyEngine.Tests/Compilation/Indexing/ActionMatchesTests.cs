using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Syntax;
using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.Compilation.Indexing;

/// <summary>What is cached of actions: bounded, and never that of another action.</summary>
/// <remarks>Alone in the process, as one test weighs all memory.</remarks>
[Collection(nameof(SerialCollection))]
public partial class ActionMatchesTests
{
    private const string TwoStatements = """
        {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:Get*","Resource":"*"},{"Effect":"Deny","Action":["*:GetSecret*","s3:GetObject"],"Resource":"*"}]}
        """;

    [Theory]
    [InlineData("s3:GetObject", 0b11, 0b00)]
    [InlineData("S3:GETOBJECTS", 0b01, 0b00)]
    [InlineData("s3:GetSecret", 0b11, 0b10)]
    [InlineData("sqs:x", 0b00, 0b00)]
    [InlineData("GetSecret", 0b11, 0b11)]
    public void An_action_has_one_bit_for_each_element_that_may_match(string action, int matching, int undecided)
    {
        ActionMatches found = Compile().Table.Actions!.Get(Request(action));
        Assert.Equal(((ulong)matching, (ulong)undecided), (found.Matching, found.Undecided));
    }

    /// <summary>An Allow that has no other condition than its action settles its layer, so that no other Allow there need be matched.</summary>
    [Theory]
    [InlineData("s3:GetObject", 0b1, 0b0010)]
    [InlineData("s3:PutObject", 0b0, 0b1010)]
    [InlineData("s3:Get", 0b1, 0b0010)]
    [InlineData("Get", 0b0, 0b1111)]
    public void An_unconditional_allow_allows_its_layer(string action, int allowed, int remaining)
    {
        const string document = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":"s3:Get*","Resource":"*"},
              {"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"k:a":"1"}}},
              {"Effect":"Allow","Action":"s3:Get?*","Resource":"arn:aws:s3:::b/*"},
              {"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}]}
            """;
        CompiledPolicy policy = TestPolicy.Compile(document, mode: ParseMode.Stored);
        ActionMatches found = policy.Table.Actions!.Get(Request(action));
        Assert.Equal(((ulong)allowed, (ulong)remaining), (found.LayersAllowedByAction, found.StatementsToMatch));
        Assert.Equal(allowed == 1 ? Decision.Allowed : Decision.ImplicitDeny, new PolicyEvaluator().Evaluate(policy, Request(action)).Decision);
    }

    [Fact]
    public void An_action_that_is_seen_again_is_not_matched_again()
    {
        CompiledPolicy policy = Compile();
        Assert.Same(policy.Table.Actions!.Get(Request("s3:GetObject")), policy.Table.Actions.Get(Request("s3:GetObject")));
    }

    /// <summary>A long action was once cached whole, so that 128 of them stayed in memory.</summary>
    [Fact]
    public void A_very_long_action_is_not_cached()
    {
        CompiledPolicy policy = Compile();
        string action = "s3:Get" + new string('x', 10_000);
        Assert.NotSame(policy.Table.Actions!.Get(Request(action)), policy.Table.Actions.Get(Request(action)));
        Assert.True(new PolicyEvaluator().Evaluate(policy, Request(action)).IsAllowed);
    }

    /// <summary>The same text is a variable in one document and plain in the other; both once had the class of the first, so that the Deny was lost.</summary>
    [Fact]
    public void Equal_actions_of_documents_with_and_without_variables_differ()
    {
        PolicyDocument many = TestPolicy.Parse(TestPolicy.Document("Allow", "\"Action\":\"s3:*\"")).GetValueOrThrow();
        Statement odd = many.Statements[0] with { Action = new ActionElement { Patterns = [new TextValue { Text = "s3:${k}" }] } };
        PolicySet set = new()
        {
            Identity = AttachedPolicies.Of(
                many with { Version = PolicyVersion.Version2008, Statements = [odd, .. Enumerable.Repeat(many.Statements[0], 70)] },
                many with { Statements = [odd with { Effect = Effect.Deny }] }),
        };
        Assert.Equal(Decision.ExplicitDeny, set.Decide(PolicySets.Ask()).Decision);
    }

    private static CompiledPolicy Compile() => TestPolicy.Compile(TwoStatements, mode: ParseMode.Stored);

    private static AuthorizationRequest Request(string action) => new(RequestPrincipal.FromArn(TestPolicy.Alice), action, TestPolicy.Resource);
}
