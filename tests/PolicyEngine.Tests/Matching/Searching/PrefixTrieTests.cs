using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Tests.Matching.Searching;

/// <summary>Prefixes found in a text, beside what StartsWith finds.</summary>
public partial class PrefixTrieTests
{
    [Fact]
    public void Finds_all_prefixes_of_a_text()
    {
        string[] prefixes = ["", "a", "ab", "abc", "abd", "b", "ab", "arn:aws:s3:::bucket-1", "arn:aws:s3:::bucket-10", "ARN:aws:s3:::BUCKET-1", "a😀", "a😁", "é"];
        PrefixTrie trie = Build(prefixes);
        foreach (string text in (string[])[.. prefixes, "abcd", "x", "arn:aws:s3:::bucket-100/x", "ABC", "a\uD83D", "a😁b"])
        {
            int[] expected = [.. prefixes.Index().Where(pair => text.StartsWith(pair.Item, StringComparison.OrdinalIgnoreCase)).Select(static pair => pair.Index)];
            Assert.Equal(expected, Find(trie, text).Order());
        }
    }

    [Fact]
    public void An_empty_trie_finds_nothing() => Assert.Empty(Find(Build([]), "arn:aws:s3:::b"));

    [Fact]
    public void Random_prefixes_are_found_as_by_trying_each()
    {
        Random random = new(7);
        string word() => string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => "aAb:"[random.Next(4)]));
        for (int round = 0; round < 300; round++)
        {
            string[] prefixes = [.. Enumerable.Range(0, random.Next(60)).Select(_ => word())];
            PrefixTrie trie = Build(prefixes);
            string text = word() + word();
            int[] expected = [.. prefixes.Index().Where(pair => text.StartsWith(pair.Item, StringComparison.OrdinalIgnoreCase)).Select(static pair => pair.Index)];
            Assert.Equal(expected, Find(trie, text).Order());
        }
    }

    private static PrefixTrie Build(string[] prefixes) => PrefixTrie.Build([.. prefixes.Select(static (prefix, number) => (prefix, number))]);

    private static List<int> Find(PrefixTrie trie, string text)
    {
        List<int> found = [];
        for (PrefixTrie.Walk walk = trie.Find(text); walk.MoveNext();) found.AddRange(walk.Numbers);
        return found;
    }
}
