namespace PolicyEngine.Tests.Matching;

/// <summary>L-110 to L-126: every operator, with each set operator and IfExists, against a missing key, an empty list, one value and several.</summary>
/// <remarks>The expectation comes from the rules alone: what one value gives by itself, and how the operator repeats and excuses.</remarks>
public class OperatorTruthTableTests
{
    /// <summary>An operator with a policy value, a value of the request that matches it positively, one that does not, and one that cannot be read.</summary>
    private static readonly (string Operator, string Policy, string Match, string NoMatch, string? Unreadable)[] Operators =
    [
        ("StringEquals", "a", "a", "b", null),
        ("StringNotEquals", "a", "a", "b", null),
        ("StringEqualsIgnoreCase", "a", "A", "b", "not-compared"),
        ("StringNotEqualsIgnoreCase", "a", "A", "b", null),
        ("StringLike", "a*", "abc", "b", null),
        ("StringNotLike", "a*", "abc", "b", null),
        ("NumericEquals", "5", "5.0", "6", "x"),
        ("NumericNotEquals", "5", "5.0", "6", "x"),
        ("NumericLessThan", "5", "4", "5", "x"),
        ("NumericLessThanEquals", "5", "5", "6", "x"),
        ("NumericGreaterThan", "5", "6", "5", "x"),
        ("NumericGreaterThanEquals", "5", "5", "4", "x"),
        ("DateEquals", "2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "now"),
        ("DateNotEquals", "2026-01-01", "2026-01-01T00:00:00Z", "2026-01-01T00:00:01Z", "now"),
        ("DateLessThan", "2026-01-01", "2025-12-31", "2026-01-01", "now"),
        ("DateLessThanEquals", "2026-01-01", "2026-01-01", "2026-01-02", "now"),
        ("DateGreaterThan", "2026-01-01", "2026-01-02", "2026-01-01", "now"),
        ("DateGreaterThanEquals", "2026-01-01", "2026-01-01", "2025-12-31", "now"),
        ("Bool", "true", "TRUE", "false", "1"),
        ("BinaryEquals", "QUI=", "QUI=", "QUM=", "QUI"),
        ("IpAddress", "10.0.0.0/8", "10.1.2.3", "11.0.0.1", "10.1"),
        ("NotIpAddress", "10.0.0.0/8", "10.1.2.3", "11.0.0.1", "10.1"),
        ("ArnEquals", "arn:aws:s3:::a*", "arn:aws:s3:::ab", "arn:aws:s3:::b", "a"),
        ("ArnNotEquals", "arn:aws:s3:::a*", "arn:aws:s3:::ab", "arn:aws:s3:::b", "a"),
        ("ArnLike", "arn:aws:s3:::a*", "arn:aws:s3:::ab", "arn:aws:s3:::b", "a"),
        ("ArnNotLike", "arn:aws:s3:::a*", "arn:aws:s3:::ab", "arn:aws:s3:::b", "a"),
    ];

    public static TheoryData<string, string, string, char> Rows()
    {
        TheoryData<string, string, string, char> rows = [];
        foreach ((string op, string policy, string match, string noMatch, string? unreadable) in Operators)
        {
            bool negated = op.Contains("Not", StringComparison.Ordinal);
            (string Text, char One)[] values = [(match, negated ? 'F' : 'T'), (noMatch, negated ? 'T' : 'F')];
            if (unreadable is not null and not "not-compared") values = [.. values, (unreadable, 'I')];
            foreach (string set in (string[])["", "ForAllValues:", "ForAnyValue:"])
            {
                foreach (string ifExists in (string[])["", "IfExists"])
                {
                    string name = set + op + ifExists;
                    rows.Add(name, policy, "missing", Missing(set, ifExists, negated));
                    rows.Add(name, policy, "[]", EmptyList(set, ifExists, negated));
                    foreach ((string first, char one) in values)
                    {
                        rows.Add(name, policy, first, one);
                        rows.Add(name, policy, $"[{first}]", set.Length == 0 ? 'I' : one);
                        foreach ((string second, char two) in values) rows.Add(name, policy, $"[{first}|{second}]", Several(set, one, two));
                    }
                }
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void L_114_to_L_126(string op, string policy, string value, char expected)
    {
        (string, object)[] entries = value switch
        {
            "missing" => [],
            "[]" => [("k:v", Array.Empty<string>())],
            ['[', .. string items, ']'] => [("k:v", items.Split('|'))],
            _ => [("k:v", value)],
        };
        Assert.Equal(expected, TestPolicy.Outcome(TestPolicy.Condition(op, "k:v", policy), TestPolicy.Context(entries)));
    }

    [Theory]
    [InlineData("Null", "true", "missing", 'T')]
    [InlineData("Null", "true", "[]", 'T')]
    [InlineData("Null", "true", "x", 'F')]
    [InlineData("Null", "true", "", 'I')]
    [InlineData("Null", "FALSE", "missing", 'F')]
    [InlineData("Null", "false", "x", 'T')]
    [InlineData("Null", "false", "", 'I')]
    [InlineData("ForAllValues:Null", "true", "x", 'T')]
    [InlineData("ForAllValues:Null", "false", "missing", 'T')]
    [InlineData("ForAnyValue:Null", "true", "missing", 'F')]
    [InlineData("ForAnyValue:Null", "false", "x", 'F')]
    public void L_116_and_L_117_Null(string op, string policy, string value, char expected) => L_114_to_L_126(op, policy, value, expected);

    [Fact]
    public void L_116_Null_of_both_values_is_constant() =>
        Assert.Equal('T', TestPolicy.Outcome("""
            "Condition":{"Null":{"k:v":["true","false"]}}
            """, TestPolicy.Context(("k:v", ""))));

    private static char Missing(string set, string ifExists, bool negated) => set switch
    {
        "ForAllValues:" => 'T',
        "ForAnyValue:" => ifExists.Length > 0 ? 'I' : 'F',
        _ => ifExists.Length > 0 || negated ? 'T' : 'F',
    };

    private static char EmptyList(string set, string ifExists, bool negated) => set switch
    {
        "ForAllValues:" => 'T',
        "ForAnyValue:" => 'F',
        _ => ifExists.Length > 0 || negated ? 'T' : 'F',
    };

    private static char Several(string set, char one, char two)
    {
        if (set.Length == 0) return 'I';
        char dominant = set == "ForAllValues:" ? 'F' : 'T';
        if (one == dominant || two == dominant) return dominant;
        return one == 'I' || two == 'I' ? 'I' : one;
    }
}
