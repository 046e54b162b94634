namespace PolicyEngine.Tests.Matching;

/// <summary>L-113, L-177, L-182: variables that can be read in more than one way, or in none.</summary>
public class VariableAssignmentTests
{
    private const string Role = "arn:aws:iam::111122223333:role/";

    [Theory]
    [InlineData("1", 'I')]
    [InlineData("2", 'I')]
    [InlineData("3", 'F')]
    public void L113_two_spellings_of_one_variable(string own, char expected)
    {
        RequestContext context = TestPolicy.Context(("k:a", "1"), ("K:a", "2"), ("k:text", own), ("k:arn", Role + own));
        Assert.Equal(expected, Like("${k:a}", context));
        Assert.Equal(expected, TestPolicy.Outcome(TestPolicy.Condition("ArnLike", "k:arn", Role + "${k:a}"), context));
    }

    /// <summary>Each conflict doubles the ways to read the text, as does the empty value; 64 of them are tried.</summary>
    [Theory]
    [InlineData(5, 'F')]
    [InlineData(6, 'I')]
    [InlineData(40, 'I')]
    public void L113_five_conflicts_are_tried_and_more_are_undecided(int conflicts, char expected)
    {
        RequestContextBuilder builder = new RequestContextBuilder().Set("k:text", "no");
        for (int i = 0; i < conflicts; i++) builder.Set($"k:v{i}", "1").Set($"K:v{i}", "2");
        string pattern = string.Concat(Enumerable.Range(0, conflicts).Select(static i => $"${{k:v{i}}}"));
        Assert.Equal(expected, Like(pattern, builder.Build()));
        Assert.Equal(expected, TestPolicy.Outcome($$$"""
            "Resource":"arn:aws:s3:::b/{{{pattern}}}"
            """, builder.Build()));
    }

    [Fact]
    public void L113_each_spelling_of_one_variable_with_each_of_another()
    {
        RequestContext context = TestPolicy.Context(("k:a", "1"), ("K:a", "2"), ("k:b", "1"), ("K:b", "2"));
        Assert.Equal('I', Like("${k:a}-${k:b}", With(context, "1-2")));
        Assert.Equal('I', Like("${k:a}-${k:b}", With(context, "1-1")));
        Assert.Equal('F', Like("${k:a}-${k:b}", With(context, "1-3")));
        Assert.Equal('T', Like("?-?${k:none, ''}", With(context, "1-3")));
    }

    [Fact]
    public void L182_the_empty_value_of_one_variable_beside_two_spellings_of_another()
    {
        RequestContext context = TestPolicy.Context(("k:a", "1"), ("K:a", ""), ("k:b", ""));
        Assert.Equal('I', Like("${k:a}-${k:b, 'x'}", With(context, "1-")));
        Assert.Equal('I', Like("${k:a}-${k:b, 'x'}", With(context, "1-x")));
        Assert.Equal('F', Like("${k:a}-${k:b, 'x'}", With(context, "2-")));
    }

    [Fact]
    public void L113_a_variable_that_is_repeated_is_one_conflict()
    {
        RequestContext context = TestPolicy.Context(("k:a", "1"), ("K:a", "2"), ("k:text", "3"));
        Assert.Equal('F', Like(string.Concat(Enumerable.Repeat("${k:a}", 9)), context));
    }

    [Theory]
    [InlineData("a${k:empty}b", "ab", 'I')]
    [InlineData("*${k:empty}*", "", 'I')]
    [InlineData("${k:spelt, 'd'}", "d", 'I')]
    [InlineData("${k:spelt, 'd'}", "e", 'F')]
    public void L182_the_empty_value_is_read_in_two_ways(string pattern, string own, char expected) =>
        Assert.Equal(expected, Like(pattern, TestPolicy.Context(("k:empty", ""), ("k:spelt", ""), ("K:spelt", "x"), ("k:text", own))));

    [Theory]
    [InlineData("${k:none}${k:list}")]
    [InlineData("${k:list}${k:none}")]
    [InlineData("x${k:emptyList}")]
    public void L177_a_list_is_undecided_whatever_else_the_text_holds(string pattern)
    {
        RequestContext context = TestPolicy.Context(("k:list", new[] { "x", "y" }), ("k:emptyList", new[] { "" }), ("k:text", "a"));
        Assert.Equal('I', Like(pattern, context));
    }

    private static char Like(string pattern, RequestContext context) => TestPolicy.Outcome(TestPolicy.Condition("StringLike", "k:text", pattern), context);

    private static RequestContext With(RequestContext context, string text)
    {
        RequestContextBuilder builder = new RequestContextBuilder().Set("k:text", text);
        foreach ((string name, ContextValue value) in context) builder.Set(name, value);
        return builder.Build();
    }
}
