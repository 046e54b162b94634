using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.Threats;

/// <summary>Values are data: they are no patterns, no variables, and no lines.</summary>
public class InjectionTests
{
    private const string Forging = "x\n2026-01-01 ALLOWED\r\u001b[2K\u202e\u2028";

    /// <summary>A value is put in once: what looks like a variable in it stays as it is.</summary>
    [Theory]
    [InlineData("${aws:username}", "arn:aws:s3:::b/admin", 'F')]
    [InlineData("${aws:username}", "arn:aws:s3:::b/${aws:username}", 'T')]
    [InlineData("${k:other}", "arn:aws:s3:::b/secret", 'F')]
    [InlineData("${*}", "arn:aws:s3:::b/anything", 'F')]
    [InlineData("${$}{k:other}", "arn:aws:s3:::b/secret", 'F')]
    public void A_value_of_a_variable_is_never_expanded_again(string value, string resource, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Resource":"arn:aws:s3:::b/${k:v}"
        """, TestPolicy.Context(("k:v", value), ("aws:username", "admin"), ("k:other", "secret")), resource: resource));

    [Theory]
    [InlineData("StringLike", "*")]
    [InlineData("StringLike", "vpce-?")]
    [InlineData("StringEquals", "${aws:username}")]
    [InlineData("ArnLike", "arn:aws:iam::*:root")]
    public void A_value_of_a_request_is_never_a_pattern(string op, string value) => Assert.NotEqual('T', TestPolicy.Outcome($$$"""
        "Condition":{"{{{op}}}":{"k:v":["vpce-1","admin","arn:aws:iam::111122223333:root"]}}
        """, TestPolicy.Context(("k:v", value), ("aws:username", "admin"))));

    /// <summary>A colon in a value stays in its part, so that a tag cannot move the rest of an ARN.</summary>
    [Theory]
    [InlineData("b:c", "arn:aws:iam::111122223333:role/b:c", 'T')]
    [InlineData("x:role/admin", "arn:aws:iam::x:role/admin", 'F')]
    public void A_value_cannot_move_the_parts_of_an_arn(string value, string arn, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Condition":{"ArnLike":{"k:arn":"arn:aws:iam::111122223333:role/${k:v}"}}
        """, TestPolicy.Context(("k:v", value), ("k:arn", arn))));

    [Fact]
    public void A_name_of_a_variable_cannot_be_made_of_values() => Assert.NotEqual('T', TestPolicy.Outcome("""
        "Resource":"arn:aws:s3:::b/${k:${k:v}}"
        """, TestPolicy.Context(("k:v", "w"), ("k:w", "k")), resource: "arn:aws:s3:::b/k"));

    [Fact]
    public void Findings_in_a_policy_forge_no_line()
    {
        string json = $$$"""{"Version":"{{{Forging.Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\u001b", "\\u001b", StringComparison.Ordinal)}}}","Statement":[]}""";
        foreach (Diagnostic found in PolicyParser.Parse(PolicyText.FromString(json)).Diagnostics) AssertOneLine(found.ToString());
    }

    /// <summary>A file in a change that a build checks may have any name.</summary>
    [Fact]
    public void A_name_of_a_file_forges_no_line() =>
        AssertOneLine(DiagnosticFormatter.FormatLine(PolicyParser.Parse(PolicyText.FromString("{}", $"a{Forging}.json")).Diagnostics[0]));

    [Fact]
    public void Explanations_of_a_request_forge_no_line()
    {
        AuthorizationRequest request = new(RequestPrincipal.FromArn(TestPolicy.Alice), $"s3:{Forging}", $"arn:aws:s3:::b/{Forging}", TestPolicy.Context(("k:v", Forging)));
        AuthorizationExplanation explanation = TestPolicy.Evaluator.Explain(PolicyCompiler.Compile(new PolicySet().With(PolicyType.Identity, PolicySets.Nothing(PolicyType.Identity))), request);
        AssertOneLine(explanation.Summary);
        AssertOneLine(explanation.Message!.ToString());
        Assert.All(explanation.Layers, static layer => AssertOneLine(layer.Reason));
        Assert.All(explanation.Diagnostics, static found => AssertOneLine(found.ToString()));
    }

    private static void AssertOneLine(string text) => Assert.DoesNotContain(text, static c => char.IsControl(c) || c is '\u202e' or '\u2028');
}
