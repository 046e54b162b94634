using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Tests.Matching.Searching;

/// <summary>Substrings found in a text, beside what Contains finds.</summary>
public class SubstringIndexTests
{
    [Fact]
    public void Finds_every_substring_that_a_text_contains()
    {
        Random random = new(11);
        string word(int length) => string.Concat(Enumerable.Range(0, length).Select(_ => "ab/😀é"[random.Next(6)]));
        for (int round = 0; round < 300; round++)
        {
            string[] substrings = [.. Enumerable.Range(0, random.Next(40)).Select(_ => word(SubstringIndex.NGramLength + random.Next(4)))];
            string text = word(random.Next(30)) + (substrings.Length == 0 ? "" : substrings[0]) + word(random.Next(4));
            List<int> found = Find(Build(substrings), text);
            Assert.Empty(substrings.Index().Where(pair => text.Contains(pair.Item, StringComparison.Ordinal) && !found.Contains(pair.Index)).Select(static pair => pair.Item));
        }
    }

    [Fact]
    public void Substrings_are_told_apart_by_their_rarest_characters()
    {
        string[] substrings = [.. Enumerable.Range(0, 1_000).Select(static n => $"/logs-{n:D4}/")];
        SubstringIndex index = Build(substrings);
        Assert.All(substrings.Index(), pair => Assert.InRange(Find(index, $"arn:aws:s3:::x{pair.Item}y").Distinct().Count(), 1, 40));
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("ABCD")]
    [InlineData("xabcx")]
    public void Finds_nothing_in_a_text_without_the_characters(string text) => Assert.Empty(Find(Build(["abcd"]), text));

    [Fact]
    public void An_empty_table_finds_nothing() => Assert.Empty(Find(Build([]), "arn:aws:s3:::b/logs"));

    [Fact]
    public void Equal_substrings_are_all_found() => Assert.Equal([0, 1, 2], Find(Build(["abcd", "abcd", "abcd"]), "xabcdx").Order());

    /// <summary>A text gives the substrings of the four characters at each of its positions, and no others; what comes again soon, once .</summary>
    [Fact]
    public void A_substring_is_found_where_its_characters_are()
    {
        Random random = new(5);
        string[] substrings = [.. Enumerable.Range(0, 26).Select(static n => new string((char)('a' + n), 4))];
        SubstringIndex index = Build(substrings);
        for (int round = 0; round < 300; round++)
        {
            string text = string.Concat(Enumerable.Range(0, 60).Select(_ => new string((char)('a' + random.Next(26)), 1 + random.Next(5))));
            int[] expected = [.. Enumerable.Range(0, text.Length - 3).Select(at => Array.IndexOf(substrings, text.Substring(at, 4))).Where(static n => n >= 0)];
            List<int> found = Find(index, text);
            Assert.Equal(expected.Distinct(), found.Distinct());
            Assert.InRange(found.Count, 0, expected.Length);
        }
    }

    private static SubstringIndex Build(string[] substrings) => SubstringIndex.Build([.. substrings.Select(static (substring, number) => (substring, number))]);

    private static List<int> Find(SubstringIndex index, string text)
    {
        List<int> found = [];
        for (SubstringIndex.Walk walk = index.Find(text); walk.MoveNext();) found.AddRange(walk.Numbers);
        return found;
    }
}
