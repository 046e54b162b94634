using PolicyEngine.Compilation.Indexing;

namespace PolicyEngine.Tests.Compilation.Indexing;

/// <summary>Statements found by the value of a key.</summary>
public class EqualityTableTests
{
    private static readonly EqualityTable Table = new(ConditionKey.Of("k:id"), [("a", 1), ("b", 2), ("a", 3), ("a", 3), ("", 4)]);

    [Theory]
    [InlineData("a", new[] { 1, 3 })]
    [InlineData("b", new[] { 2 })]
    [InlineData("", new[] { 4 })]
    [InlineData("A", new int[0])]
    [InlineData("c", new int[0])]
    public void A_text_finds_the_statements_that_have_it(string value, int[] expected) =>
        Assert.Equal(expected, Table.Find(TestPolicy.Context(("K:ID", value))).ToArray());

    [Fact]
    public void A_missing_key_finds_none() => Assert.Empty(Table.Find(TestPolicy.Context(("k:other", "a"))).ToArray());

    [Fact]
    public void A_list_finds_all() => Assert.Equal([1, 2, 3, 4], Table.Find(TestPolicy.Context(("k:id", (string[])["a"]))).ToArray().Order());

    [Fact]
    public void An_unknown_key_finds_all() => Assert.Equal(4, Table.Find(new RequestContextBuilder().SetUnknown("k:id").Build()).Length);

    [Fact]
    public void Two_spellings_with_two_values_find_all() => Assert.Equal(4, Table.Find(TestPolicy.Context(("k:id", "a"), ("K:id", "c"))).Length);
}
