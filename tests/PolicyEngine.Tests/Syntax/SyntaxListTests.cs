using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Syntax;

/// <summary>A list of one item holds no array, and behaves as the longer ones do.</summary>
public class SyntaxListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(9)]
    public void Holds_the_items_in_order(int count)
    {
        string[] items = [.. Enumerable.Range(0, count).Select(static i => $"i{i}")];
        SyntaxList<string> list = [.. items];
        List<string> walked = [];
        foreach (string item in list) walked.Add(item);

        string expected = string.Join(' ', items);
        Assert.Equal(expected, string.Join(' ', walked));
        Assert.Equal(expected, string.Join(' ', list.AsEnumerable()));
        Assert.Equal(expected, string.Join(' ', Enumerable.Range(0, list.Count).Select(i => list[i])));
        Assert.False(list.IsSingle);
        Assert.Throws<IndexOutOfRangeException>(() => list[count]);
        Assert.Throws<IndexOutOfRangeException>(() => list[-1]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Does_not_change_with_what_it_was_made_of(int count)
    {
        string[] items = [.. Enumerable.Range(0, count).Select(static i => $"i{i}")];
        SyntaxList<string> list = SyntaxList.Create<string>(items);
        items[0] = "other";
        Assert.Equal("i0", list[0]);
    }

    [Fact]
    public void Form_and_items_decide_equality()
    {
        SyntaxList<string> alone = SyntaxList.Single("a");
        SyntaxList<string> array = ["a"];
        Assert.True(alone.IsSingle);
        Assert.NotEqual(array, alone);
        Assert.Equal(["a"], array);
        Assert.Equal(array.GetHashCode(), SyntaxList.Create<string>(["a"]).GetHashCode());
        Assert.Equal(SyntaxList.Single("a"), alone);
        Assert.NotEqual(SyntaxList.Single("b"), alone);
        Assert.NotEqual(["b"], array);
        Assert.NotEqual(["a", "a"], array);
        Assert.NotEqual(["a", "b"], SyntaxList.Create<string>(["a", "c"]));
        Assert.NotEqual(default, array);
        Assert.Equal([], default(SyntaxList<string>));
        Assert.Equal("a", Assert.Single(SyntaxList.Single("a").AsEnumerable()));
    }

    [Fact]
    public void Numbers_and_nothing_are_items_too()
    {
        Assert.Equal(7, SyntaxList.Single(7)[0]);
        Assert.Equal([0], SyntaxList.Create<int>([0]).AsEnumerable());
        Assert.Null(Assert.Single(SyntaxList.Create<string?>([null]).AsEnumerable()));
    }
}
