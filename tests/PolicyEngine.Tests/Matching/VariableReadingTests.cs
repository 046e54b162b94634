using PolicyEngine.Matching;
using PolicyEngine.Requests;

namespace PolicyEngine.Tests.Matching;

/// <summary>L-113, L-177, L-182: variables that can be read in more than one way, or in none.</summary>
public class VariableReadingTests
{
    private const string Role = "arn:aws:iam::111122223333:role/";

    [Theory]
    [InlineData("1", 'I')]
    [InlineData("2", 'I')]
    [InlineData("3", 'F')]
    public void L113_two_spellings_of_one_variable(string own, char expected)
    {
        RequestContext context = Asking.Context(("k:a", "1"), ("K:a", "2"), ("k:text", own), ("k:arn", Role + own));
        Assert.Equal(expected, Ask("StringLike", "k:text", "${k:a}", context));
        Assert.Equal(expected, Ask("ArnLike", "k:arn", Role + "${k:a}", context));
    }

    /// <summary>Each conflict doubles the ways to read the text, as does the empty value; 64 of them are tried.</summary>
    [Theory]
    [InlineData(5, 'F')]
    [InlineData(6, 'I')]
    public void L113_five_conflicts_are_tried_and_six_are_undecided(int conflicts, char expected)
    {
        RequestContextBuilder builder = new RequestContextBuilder().Set("k:text", "no");
        for (int i = 0; i < conflicts; i++) builder.Set($"k:v{i}", "1").Set($"K:v{i}", "2");
        Assert.Equal(expected, Ask("StringLike", "k:text", string.Concat(Enumerable.Range(0, conflicts).Select(static i => $"${{k:v{i}}}")), builder.Build()));
    }

    [Fact]
    public void L113_a_variable_that_is_repeated_is_one_conflict()
    {
        RequestContext context = Asking.Context(("k:a", "1"), ("K:a", "2"), ("k:text", "3"));
        Assert.Equal('F', Ask("StringLike", "k:text", string.Concat(Enumerable.Repeat("${k:a}", 9)), context));
    }

    [Theory]
    [InlineData("a${k:empty}b", "ab", 'I')]
    [InlineData("*${k:empty}*", "", 'I')]
    [InlineData("${k:spelt, 'd'}", "d", 'I')]
    [InlineData("${k:spelt, 'd'}", "e", 'F')]
    public void L182_the_empty_value_is_read_in_two_ways(string pattern, string own, char expected) =>
        Assert.Equal(expected, Ask("StringLike", "k:text", pattern, Asking.Context(("k:empty", ""), ("k:spelt", ""), ("K:spelt", "x"), ("k:text", own))));

    [Theory]
    [InlineData("${k:none}${k:list}")]
    [InlineData("${k:list}${k:none}")]
    [InlineData("x${k:emptyList}")]
    public void L177_a_list_is_undecided_whatever_else_the_text_holds(string pattern)
    {
        RequestContext context = Asking.Context(("k:list", new[] { "x", "y" }), ("k:emptyList", new[] { "" }), ("k:text", "a"));
        Assert.Equal('I', Ask("StringLike", "k:text", pattern, context));
    }

    [Theory]
    [InlineData("*?b*", "", 'F')]
    [InlineData("a*b?", "ab😀", 'I')]
    [InlineData("*?", "a", 'T')]
    public void L6_a_question_mark_beside_a_star(string pattern, string own, char expected) =>
        Assert.Equal(expected, Ask("StringLike", "k:text", pattern, Asking.Context(("k:text", own))));

    [Fact]
    public void The_longest_literal_is_what_a_search_begins_with() =>
        Assert.Equal("longest", TextPattern.Compile("*ab*longest*abc", wildcards: true, variables: false).LongestLiteral);

    private static char Ask(string op, string key, string value, RequestContext context) => Asking.Outcome($$$"""
        "Condition":{"{{{op}}}":{"{{{key}}}":"{{{value}}}"}}
        """, context);
}
