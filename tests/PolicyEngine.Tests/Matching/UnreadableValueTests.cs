namespace PolicyEngine.Tests.Matching;

/// <summary>L-34, L-157: values that cannot be read, or can be read in two ways.</summary>
public class UnreadableValueTests
{
    [Theory]
    [InlineData("NumericEquals", "x", "5")]
    [InlineData("DateEquals", "now", "2026-01-01")]
    [InlineData("Bool", "1", "true")]
    [InlineData("BinaryEquals", "QUI", "QUI=")]
    [InlineData("IpAddress", "10.1", "10.0.0.1")]
    public void L34_a_value_of_the_policy_that_cannot_be_read_is_undecided_until_another_matches(string op, string unreadable, string own)
    {
        RequestContext context = TestPolicy.Context(("k:v", own));
        Assert.Equal('I', Ask(op, $"[\"{unreadable}\"]", context));
        Assert.Equal('T', Ask(op, $"[\"{unreadable}\",\"{own}\"]", context));
        Assert.Equal('T', Ask(op, $"[\"{own}\",\"{unreadable}\"]", context));
    }

    [Theory]
    [InlineData("StringEquals", 'F')]
    [InlineData("StringNotEquals", 'I')]
    public void L124_no_value_at_all_beside_values_of_the_request(string op, char expected)
    {
        RequestContext context = new RequestContextBuilder().SetList("k:v", "a", "b").Build();
        Assert.Equal(expected, Ask($"ForAnyValue:{op}", "[]", context));
        Assert.Equal(expected, Ask($"ForAllValues:{op}", "[]", context));
    }

    [Theory]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", 'I')]
    [InlineData("10.0.0.0/8", "::ffff:11.1.2.3", 'F')]
    [InlineData("::ffff:10.0.0.0/104", "10.1.2.3", 'I')]
    [InlineData("::ffff:10.0.0.0/104", "11.1.2.3", 'F')]
    [InlineData("::ffff:10.0.0.0/104", "::ffff:10.1.2.3", 'I')]
    [InlineData("::ffff:0:0/96", "10.1.2.3", 'I')]
    [InlineData("::ffff:0:0/95", "10.1.2.3", 'F')]
    [InlineData("::/0", "10.1.2.3", 'F')]
    [InlineData("0.0.0.0/0", "2001:db8::1", 'F')]
    [InlineData("0.0.0.0/0\",\"::/0", "::ffff:10.1.2.3", 'T')]
    public void L157_an_address_that_is_mapped_on_one_side_only(string network, string own, char expected) =>
        Assert.Equal(expected, Ask("IpAddress", $"[\"{network}\"]", TestPolicy.Context(("k:v", own))));

    [Theory]
    [InlineData("a", "\u212A", 'F')]
    [InlineData("k", "\u212A", 'I')]
    [InlineData("é", "É", 'I')]
    [InlineData("é", "é", 'T')]
    [InlineData("éK", "ék", 'T')]
    [InlineData("é@", "é`", 'F')]
    [InlineData("é[", "é{", 'F')]
    [InlineData("😀", "😁", 'F')]
    [InlineData("𐐀", "𐐨", 'I')]
    [InlineData("a𐐀", "b𐐨", 'F')]
    public void L131_letter_case_beyond_ascii_is_undecided(string policy, string own, char expected) =>
        Assert.Equal(expected, IgnoringCase(policy, own));

    /// <summary>Half of a character equals itself only.</summary>
    [Fact]
    public void L131_halves_of_characters()
    {
        Assert.Equal('T', IgnoringCase("\uD83D", "\uD83D"));
        Assert.Equal('I', IgnoringCase("É\uD83D", "é\uD83D"));
        Assert.Equal('F', IgnoringCase("É\uD83D", "é\uD83E"));
        Assert.Equal('F', IgnoringCase("É\uD83Dx", "é😀"));
        Assert.Equal('F', IgnoringCase("É\uD83D\uDE00", "é\uD83D\uD83D"));
        Assert.Equal('I', IgnoringCase("\uDE00É", "\uDE00é"));
    }

    /// <summary>Explained as a difference of letter case, not as a plain one.</summary>
    [Theory]
    [InlineData("StringEqualsIgnoreCase", "[\"x\",\"É\"]", "é", "[L-131]")]
    [InlineData("Null", "[]", "x", "[L-124]")]
    [InlineData("Null", "\"maybe\"", "x", "[L-34]")]
    [InlineData("NumericEquals", "\"x\"", "5", "[L-34]")]
    public void A_warning_names_the_rule(string op, string values, string own, string rule)
    {
        string document = TestPolicy.Document("Deny", $$$"""
            "Condition":{"{{{op}}}":{"k:v":{{{values}}}}}
            """);
        AuthorizationRequest request = new(RequestPrincipal.FromArn(TestPolicy.Alice), TestPolicy.Action, TestPolicy.Resource, TestPolicy.Context(("k:v", own)));
        Assert.Contains(rule, Assert.Single(TestPolicy.Evaluator.Explain(TestPolicy.Compile(document, mode: PolicyEngine.ParseMode.Stored), request).Diagnostics).Message, StringComparison.Ordinal);
    }

    private static char IgnoringCase(string policy, string own) => TestPolicy.Outcome("""
        "Condition":{"StringEqualsIgnoreCase":{"k:v":"${k:policy}"}}
        """, TestPolicy.Context(("k:v", own), ("k:policy", policy)));

    private static char Ask(string op, string values, RequestContext context) => TestPolicy.Outcome($$$"""
        "Condition":{"{{{op}}}":{"k:v":{{{values}}}}}
        """, context);
}
