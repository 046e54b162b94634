using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Syntax;

/// <summary>What the writer makes of odd characters and numbers, and the rest of the builder.</summary>
public class WrittenTextTests
{
    [Theory]
    [InlineData("a\"b\\c", "a\\\"b\\\\c")]
    [InlineData("a\nb\rc\td", "a\\nb\\rc\\td")]
    [InlineData("\u0001\u007F\u00A0", "\\u0001\\u007f\\u00a0")]
    [InlineData("é\u0100", "é\\u0100")]
    public void Odd_characters_are_escaped_and_read_back(string text, string expected)
    {
        PolicyDocument document = TestPolicy.Parse(TestPolicy.Document("Allow", """
            "Condition":{"StringEquals":{"k:v":"x"}}
            """)).GetValueOrThrow();
        Statement statement = document.Statements[0];
        ConditionClause clause = statement.Condition!.Clauses[0];
        ConditionEntry entry = clause.Entries[0] with { Values = [new ConditionValue { Text = text }] };
        string written = PolicyWriter.Write(document with { Statements = [statement with { Condition = new ConditionBlock { Clauses = [clause with { Entries = [entry] }] } }] });
        Assert.Contains($"\"{expected}\"", written, StringComparison.Ordinal);
        Assert.Equal(text, TestPolicy.Parse(written).GetValueOrThrow().Statements[0].Condition!.Clauses[0].Entries[0].Values[0].Text);
    }

    [Theory]
    [InlineData("5", "5")]
    [InlineData("-5.25", "-5.25")]
    [InlineData("0", "0")]
    [InlineData("05", "\"05\"")]
    [InlineData("5.", "\"5.\"")]
    [InlineData(".5", "\".5\"")]
    [InlineData("-", "\"-\"")]
    [InlineData("5e3", "\"5e3\"")]
    [InlineData("5.x", "\"5.x\"")]
    [InlineData("", "\"\"")]
    public void A_number_is_written_as_one_where_json_has_it(string text, string expected)
    {
        PolicyDocument document = TestPolicy.Parse(TestPolicy.Document("Allow", """
            "Condition":{"NumericEquals":{"k:v":1}}
            """)).GetValueOrThrow();
        Statement statement = document.Statements[0];
        ConditionClause clause = statement.Condition!.Clauses[0];
        ConditionEntry entry = clause.Entries[0] with { Values = SyntaxList.Single(clause.Entries[0].Values[0] with { Text = text }) };
        string written = PolicyWriter.Write(document with { Statements = [statement with { Condition = new ConditionBlock { Clauses = [clause with { Entries = [entry] }] } }] });
        Assert.Contains($"\"k:v\":{expected}}}", written, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_and_negated_elements_are_built()
    {
        PolicyDocument document = new PolicyBuilder(PolicyType.Resource).Id("doc")
            .Deny(static s => s.Sid("one").NotPrincipal(PrincipalType.Aws, "111122223333").NotPrincipal(PrincipalType.Aws, TestPolicy.Alice).NotAction("s3:Get*").NotResource("arn:aws:s3:::b/*"))
            .Build();
        Statement statement = document.Statements[0];
        Assert.Equal(("doc", "one"), (document.Id, statement.Sid));
        Assert.Equal(["111122223333", TestPolicy.Alice], Assert.Single(statement.Principal!.Groups).Values.Select(static value => value.Text), StringComparer.Ordinal);
        Assert.True(statement.Principal.IsNegated && statement.Action.IsNegated && statement.Resource!.IsNegated);
    }

    [Fact]
    public void Everyone_and_named_principals_exclude_each_other()
    {
        Assert.Throws<InvalidOperationException>(() => new PolicyBuilder(PolicyType.Resource).Allow(static s => s.Principal(PrincipalType.Aws, "111122223333").Everyone()));
        Assert.Throws<InvalidOperationException>(() => new PolicyBuilder(PolicyType.Resource).Allow(static s => s.Everyone().Principal(PrincipalType.Aws, "111122223333")));
    }

    [Fact]
    public void A_pattern_is_its_text()
    {
        PolicyPattern pattern = $"a{5}{null as string}";
        Assert.Equal("a5", pattern.ToString());
        Assert.True(pattern == "a5" && pattern != "a6" && pattern.Equals((object)PolicyPattern.FromString("a5")));
        Assert.False(pattern.Equals("a5" as object));
        Assert.Equal(pattern.GetHashCode(), PolicyPattern.FromString("a5").GetHashCode());
        Assert.Equal("", default(PolicyPattern).Text);
        Assert.Equal("${*}", PolicyPattern.Literal("*").Text);
    }
}
