using PolicyEngine.Evaluation;
using PolicyEngine.Matching;

namespace PolicyEngine.Tests.Matching;

/// <summary>Answers that the reference and the library once gave differently.</summary>
public class UndecidedTests
{
    private const string Users = "arn:aws:iam::111122223333:user/";

    [Theory]
    [InlineData("\"Action\":\"s3:*\"", 'I')]
    [InlineData("\"NotAction\":\"s3:*\"", 'I')]
    [InlineData("\"Action\":\"*\"", 'T')]
    public void L1_a_request_whose_action_has_no_prefix(string element, char expected) => Assert.Equal(expected, TestPolicy.Outcome(element, action: "GetObject"));

    [Theory]
    [InlineData("2026-01T00:00Z")]
    [InlineData("2026-01T00:00:00Z")]
    public void L145_a_time_needs_a_day(string date)
    {
        string condition = $$$"""
            "Condition":{"DateEquals":{"k:d":"{{{date}}}"}}
            """;
        Assert.False(TestPolicy.Parse(TestPolicy.Document("Allow", condition)).Success);
        Assert.Equal('I', TestPolicy.Outcome(condition, TestPolicy.Context(("k:d", "2026-01-01"))));
        Assert.Equal('I', TestPolicy.Outcome("""
            "Condition":{"DateNotEquals":{"k:d":"2026-01-01"}}
            """, TestPolicy.Context(("k:d", date))));
    }

    [Theory]
    [InlineData("0000000000005", 'I')]
    [InlineData("000000000005", 'T')]
    public void L146_thirteen_digits_are_milliseconds(string date, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Condition":{"DateEquals":{"k:d":"5"}}
        """, TestPolicy.Context(("k:d", date))));

    [Theory]
    [InlineData(VpcEndpointType.Gateway, 'I')]
    [InlineData(VpcEndpointType.Interface, 'T')]
    public void L50_a_service_is_a_named_principal(VpcEndpointType endpoint, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Principal":{"Service":"ec2.amazonaws.com"}
        """, type: PolicyType.VpcEndpoint, principal: RequestPrincipal.Service("ec2.amazonaws.com"), endpoint: endpoint));

    [Theory]
    [InlineData("ForAllValues:Null")]
    [InlineData("ForAnyValue:Null")]
    public void A91_null_with_a_set_operator_and_an_unknown_key(string op) => Assert.Equal('I', TestPolicy.Outcome($$$"""
        "Condition":{"{{{op}}}":{"k:u":"true"}}
        """, new RequestContextBuilder().SetUnknown("k:u").Build()));

    [Theory]
    [InlineData("\"true\"", 'I')]
    [InlineData("\"false\"", 'I')]
    [InlineData("[\"true\",\"false\"]", 'T')]
    public void L116_a_list_of_one_empty_text(string values, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "Condition":{"Null":{"k:l":{{{values}}}}}
        """, TestPolicy.Context(("k:l", new[] { "" }))));

    [Theory]
    [InlineData("${k:list}")]
    [InlineData("${k:list")]
    public void L177_L180_a_value_without_meaning_in_one_part_of_an_arn(string variable)
    {
        RequestContext context = TestPolicy.Context(("k:arn", "arn:aws:iam::111122223333:role/x"), ("k:list", new[] { "x" }));
        Assert.Equal('I', TestPolicy.Outcome($$$"""
            "Condition":{"ArnNotLike":{"k:arn":"arn:aws:iam::444455556666:role/{{{variable}}}"}}
            """, context));
    }

    [Theory]
    [InlineData("arn:aws:execute-api:eu-west-1:111122223333:api/stage/GET", 'T')]
    [InlineData("arn:aws:Execute-API:eu-west-1:111122223333:api/stage/GET", 'I')]
    [InlineData("ARN:aws:execute-api:eu-west-1:111122223333:api/stage/GET", 'I')]
    [InlineData("urn:aws:execute-api:eu-west-1:111122223333:api/stage/GET", 'F')]
    [InlineData("arn:aws:Execute-API:eu-west-1:111122223333:api/other/GET", 'F')]
    public void L73_L76_the_shorthand_of_api_gateway(string resource, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Principal":"*","Resource":"execute-api:/stage/*"
        """, type: PolicyType.Resource, action: "execute-api:Invoke", resource: resource));

    [Theory]
    [InlineData("arn:aws:s3${?}:::*", "arn:aws:s3?:::b")]
    [InlineData("arn:aws:s3:${*}::b", "arn:aws:s3:*::b")]
    public void L171_an_escape_before_the_fifth_colon(string pattern, string resource) => Assert.Equal('I', TestPolicy.Outcome($$$"""
        "Resource":"{{{pattern}}}"
        """, resource: resource));

    /// <summary>The reasons why an answer is undecided are kept together.</summary>
    [Theory]
    [InlineData("ForAnyValue:StringNotLike", "k:empty", "${k:u}x")]
    [InlineData("StringLike", "k:text", "${k:list}${k:u}")]
    public void A91_all_causes_are_kept(string op, string key, string value)
    {
        RequestContext context = new RequestContextBuilder().Set("k:empty", "").Set("k:text", "x").SetList("k:list", "x").SetUnknown("k:u").Build();
        CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document("Allow", TestPolicy.Condition(op, key, value)), mode: ParseMode.Stored);
        AuthorizationRequest request = new(RequestPrincipal.FromArn(Users + "Alice"), TestPolicy.Action, TestPolicy.Resource, context);
        MatchResult match = StatementMatcher.Match(policy.Statements[0], request, RequestCharacteristics.BoundaryOf(request.Principal), out _);
        Assert.True(match.HasDefect);
        Assert.NotEqual(MatchResult.Undecided(MatchReason.None), match.Because(MatchReason.None));
    }

    [Fact]
    public void L6_half_of_a_character_is_not_the_whole()
    {
        RequestContext context = TestPolicy.Context(("k:text", "😀"), ("k:v", "\ud83dx"));
        Assert.Equal('F', TestPolicy.Outcome("""
            "Condition":{"StringEqualsIgnoreCase":{"k:text":"${k:v}"}}
            """, context));
        Assert.Equal('I', TestPolicy.Outcome(TestPolicy.Condition("StringLike", "k:text", "*?${k:v}"), TestPolicy.Context(("k:text", "a😀"), ("k:v", "\ude00"))));
    }
}
