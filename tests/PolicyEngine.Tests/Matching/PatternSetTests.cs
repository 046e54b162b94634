namespace PolicyEngine.Tests.Matching;

/// <summary>L-111: a value beside many patterns, which are looked up where they are many.</summary>
public class PatternSetTests
{
    private static readonly string Others = string.Concat(Enumerable.Range(0, 12).Select(static i => $",\"other{i}*\""));

    [Theory]
    [InlineData("*x", "", 'F')]
    [InlineData("ab?", "ab", 'F')]
    [InlineData("ab*x\",\"ab*y\",\"ab*z", "ab-z", 'T')]
    [InlineData("ab*x\",\"ab*y\",\"ab*z", "ab-w", 'F')]
    [InlineData("${k:v}", "value", 'T')]
    [InlineData("${k:v}", "values", 'F')]
    [InlineData("*x*", "axb", 'T')]
    [InlineData("*piece*", "a piece b", 'T')]
    [InlineData("*", "anything", 'T')]
    public void L111_any_pattern_of_a_list_may_match(string patterns, string own, char expected)
    {
        (string, object)[] context = [("k:text", own), ("k:v", "value")];
        Assert.Equal(expected, Ask($"[\"{patterns}\"]", context));
        Assert.Equal(expected, Ask($"[\"{patterns}\"{Others}]", context));
    }

    private static char Ask(string values, (string, object)[] context) => Asking.Outcome($$$"""
        "Condition":{"StringLike":{"k:text":{{{values}}}}}
        """, Asking.Context(context));
}
