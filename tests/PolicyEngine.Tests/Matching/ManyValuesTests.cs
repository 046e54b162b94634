using System.Globalization;

namespace PolicyEngine.Tests.Matching;

/// <summary>L-111: many values under one key, beside what each of them gives alone.</summary>
/// <remarks>Many values are looked up rather than tried, so that both sides of this comparison take different ways.</remarks>
public class ManyValuesTests
{
    private static readonly string[] Words = ["", "a", "ab", "aab", "abba", "*", "?", "a*", "*b", "*ab*", "a?b", "*abba*", "*?bba", "${k:w}", "a${k:w}*", "${k:none}", "${k:none, 'ab'}"];
    private static readonly string[] Texts = ["", "a", "ab", "aab", "abba", "xabbay", "babba", "b", "w", "aw", "awz"];
    private static readonly string[] Addresses =
    [
        "10.0.0.0/8", "10.1.0.0/16", "10.0.0.0/32", "10.255.255.255", "11.0.0.0/9", "11.128.0.0/9", "0.0.0.0/0", "192.0.2.7", "::ffff:10.0.0.0/104", "::ffff:10.1.2.3",
        "::ffff:0:0/95", "::/0", "2001:db8::/32", "2001:db8::/31", "2001:db8:1::/48", "::1", "10.1", "none",
    ];

    /// <summary>None that is mapped: one value may match it as IPv4 and another one as IPv6, so that both together match.</summary>
    private static readonly string[] Callers =
        ["10.0.0.0", "10.1.2.3", "10.255.255.255", "11.0.0.0", "11.255.255.255", "12.0.0.0", "192.0.2.7", "2001:db8:1::2", "2001:db9::", "::1", "::2"];

    [Theory]
    [InlineData("StringLike")]
    [InlineData("StringNotLike")]
    [InlineData("StringEqualsIgnoreCase")]
    public void Texts_match_any_of_many(string op) => Compare(op, Words, Texts, rounds: 60);

    [Theory]
    [InlineData("StringEquals")]
    [InlineData("StringNotEquals")]
    public void Literal_texts_match_any_of_many(string op) => Compare(op, ["", "a", "A", "ab", "abba", "*", "${k:w}", "w", "aw", "${k:none}"], [.. Texts, "A", "*"], rounds: 40);

    [Theory]
    [InlineData("IpAddress")]
    [InlineData("NotIpAddress")]
    public void Addresses_match_any_of_many(string op) => Compare(op, Addresses, Callers, rounds: 60);

    [Theory]
    [InlineData("ArnLike")]
    [InlineData("ArnNotEquals")]
    public void Arns_match_any_of_many(string op)
    {
        Random random = new(11);
        string part(params string[] choices) => choices[random.Next(choices.Length)];
        string[] patterns =
        [
            "a", "arn:aws:s3", "*",
            .. Enumerable.Range(0, 40).Select(_ => $"{part("arn", "arn", "a*", "*")}:{part("aws", "aws*", "*")}:{part("s3", "s?", "*", "${k:w}")}:{part("", "eu", "*")}:{part("", "1", "1*")}:{part("b", "b/k", "b*", "*", "b:k", "${k:w}", "${k:none}")}"),
        ];
        Compare(op, patterns, ["arn:aws:s3:::b", "arn:aws:s3:eu:1:b/k", "arn:aws-cn:sw:eu:1:w", "arn:aws:w:::b:k", "arn:aws:s3:eu:12:", "a", "arx:aws:s3:::b"], rounds: 60);
    }

    [Fact]
    public void Numbers_match_any_of_many() => Compare("NumericLessThan", ["1", "2.5", "-3", "x", "1e3"], ["0", "1", "2", "-3", "-4", "x"], rounds: 30);

    [Fact]
    public void Truth_matches_any_of_many() => Compare("Bool", ["true", "FALSE", "1", ""], ["true", "false", "yes"], rounds: 20);

    [Fact]
    public void Bytes_match_any_of_many() => Compare("BinaryEquals", ["QUI=", "QUM=", "QUI", "", "*"], ["QUI=", "QUM=", "QUQ=", "QUI"], rounds: 20);

    [Theory]
    [InlineData(new[] { "*x" }, "", 'F')]
    [InlineData(new[] { "ab?" }, "ab", 'F')]
    [InlineData(new[] { "ab*x", "ab*y", "ab*z" }, "ab-z", 'T')]
    [InlineData(new[] { "ab*x", "ab*y", "ab*z" }, "ab-w", 'F')]
    [InlineData(new[] { "${k:w}" }, "w", 'T')]
    [InlineData(new[] { "${k:w}" }, "ws", 'F')]
    [InlineData(new[] { "*x*" }, "axb", 'T')]
    [InlineData(new[] { "*piece*" }, "a piece b", 'T')]
    [InlineData(new[] { "*" }, "anything", 'T')]
    public void Patterns_match_among_many_as_they_do_alone(string[] patterns, string own, char expected)
    {
        RequestContext context = TestPolicy.Context(("k:v", own), ("k:w", "w"));
        Assert.Equal(expected, Outcome("StringLike", patterns, context));
        Assert.Equal(expected, Outcome("StringLike", [.. patterns, .. Enumerable.Range(0, 12).Select(static i => $"other{i}*")], context));
    }

    /// <summary>Draws lists of values of growing length, and asks for all together and for each alone.</summary>
    private static void Compare(string op, string[] values, string[] texts, int rounds)
    {
        bool isNegated = op.Contains("Not", StringComparison.Ordinal);
        Random random = new(rounds);
        HashSet<char> seen = [];
        for (int round = 0; round < rounds; round++)
        {
            string[] own = [.. Enumerable.Range(0, 1 + (round / 3)).Select(_ => values[random.Next(values.Length)])];
            RequestContext context = TestPolicy.Context(("k:v", texts[random.Next(texts.Length)]), ("k:w", "w"));
            char[] alone = [.. own.Distinct(StringComparer.Ordinal).Select(value => Outcome(op, [value], context))];
            (char dominant, char other) = isNegated ? ('F', 'T') : ('T', 'F');
            char expected = alone.Contains(dominant) ? dominant : alone.Contains('I') ? 'I' : other;
            char together = Outcome(op, own, context);
            Assert.True(expected == together, string.Create(CultureInfo.InvariantCulture, $"{op} [{string.Join(", ", own)}] and {context["k:v"]}: {together}, but alone {string.Concat(alone)}"));
            seen.Add(together);
        }

        Assert.True(seen.Count >= 2);
    }

    private static char Outcome(string op, string[] values, RequestContext context) => TestPolicy.Outcome(TestPolicy.Condition(op, "k:v", values), context);
}
