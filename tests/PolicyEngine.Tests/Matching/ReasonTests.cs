using PolicyEngine.Matching;

namespace PolicyEngine.Tests.Matching;

/// <summary>The reason that an element gives for what it makes of a request.</summary>
public class ReasonTests
{
    /// <summary>An element that lists what does not match was once explained as listing nothing.</summary>
    [Theory]
    [InlineData("\"Action\":[\"s3:Put*\",\"ec2:*\"]", nameof(MatchReason.ActionDiffers))]
    [InlineData("\"Resource\":[\"arn:aws:s3:::x\",\"arn:aws:s3:::y\"]", nameof(MatchReason.ResourceDiffers))]
    [InlineData("\"Resource\":\"arn:aws:s3:::${k:none}\"", nameof(MatchReason.VariableUnresolved))]
    [InlineData("\"NotAction\":\"s3:Get*\"", nameof(MatchReason.Excluded))]
    [InlineData("\"Action\":[]", nameof(MatchReason.EmptyList))]
    [InlineData("\"Resource\":[]", nameof(MatchReason.EmptyList))]
    [InlineData("\"NotResource\":[]", nameof(MatchReason.EmptyList))]
    public void An_element_gives_the_reason_of_its_first_text(string element, string expected) => Assert.Equal(expected, ReasonOf(element));

    [Theory]
    [InlineData("{\"AWS\":[\"444455556666\",\"arn:aws:iam::444455556666:root\"]}", nameof(MatchReason.PrincipalDiffers))]
    [InlineData("{\"AWS\":[]}", nameof(MatchReason.EmptyList))]
    public void A_principal_gives_the_reason_of_its_first_entry(string principal, string expected) =>
        Assert.Equal(expected, ReasonOf($"\"Principal\":{principal}", type: PolicyType.Resource));

    [Theory]
    [InlineData("StringEquals", "\"x\"", nameof(MatchReason.ValueDiffers))]
    [InlineData("StringEquals", "[\"x\",\"y\"]", nameof(MatchReason.ValueDiffers))]
    [InlineData("StringEquals", "\"${k:none}\"", nameof(MatchReason.VariableUnresolved))]
    [InlineData("StringLike", "\"a*${k:none}\"", nameof(MatchReason.VariableUnresolved))]
    [InlineData("StringEqualsIgnoreCase", "\"${k:none}\"", nameof(MatchReason.VariableUnresolved))]
    [InlineData("StringEqualsIgnoreCase", "\"x\"", nameof(MatchReason.ValueDiffers))]
    [InlineData("ArnLike", "\"arn:aws:s3:::${k:none}\"", nameof(MatchReason.VariableUnresolved))]
    [InlineData("ArnLike", "\"arn:aws:s3:::c\"", nameof(MatchReason.ValueDiffers))]
    [InlineData("StringEquals", "\"${k:empty}x\"", nameof(MatchReason.VariableUnresolved))]
    [InlineData("StringNotEquals", "\"arn:aws:s3:::b\"", nameof(MatchReason.ValueExcluded))]
    [InlineData("Null", "\"true\"", nameof(MatchReason.ValueDiffers))]
    public void A_condition_says_why_no_value_matches(string op, string values, string expected) => Assert.Equal(expected, ReasonOf($$$"""
        "Condition":{"{{{op}}}":{"k:v":{{{values}}}}}
        """, TestPolicy.Context(("k:v", "arn:aws:s3:::b"), ("k:empty", ""))));

    [Theory]
    [InlineData("StringLike", 9)]
    [InlineData("ArnLike", 9)]
    public void Many_values_differ_as_few_do(string op, int count)
    {
        string values = string.Join(',', Enumerable.Range(0, count).Select(static n => $"\"arn:aws:s3:::c*{n}\""));
        Assert.Equal(nameof(MatchReason.ValueDiffers), ReasonOf($$$"""
            "Condition":{"{{{op}}}":{"k:v":[{{{values}}}]}}
            """, TestPolicy.Context(("k:v", "arn:aws:s3:::b"))));
    }

    private static string ReasonOf(string elements, RequestContext? context = null, PolicyType type = PolicyType.Identity)
    {
        AuthorizationRequest request = new(RequestPrincipal.FromArn(TestPolicy.Alice), TestPolicy.Action, TestPolicy.Resource, context);
        StatementTrace trace = Assert.Single(TestPolicy.Evaluator.Explain(TestPolicy.Compile(TestPolicy.Document("Allow", elements), type, ParseMode.Stored), request).Statements);
        TraceNode node = Assert.Single(trace.Elements, node => node.Why == trace.Why);
        Assert.Equal(trace.Outcome, node.Outcome);
        return trace.Why.ToString();
    }
}
