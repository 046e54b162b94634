using PolicyEngine.Matching.Searching;

namespace PolicyEngine.Tests.Matching.Searching;

/// <summary>A prefix for each character there is.</summary>
public partial class PrefixTrieTests
{
    /// <summary>Letters whose upper case is an ASCII letter, such as the long s, were once not found by themselves.</summary>
    [Fact]
    public void Every_character_finds_itself()
    {
        string[] prefixes = [.. Enumerable.Range(0, char.MaxValue + 1).Select(static c => $"s3:{(char)c}x")];
        PrefixTrie trie = Build(prefixes);
        Assert.Empty(prefixes.Index().Where(pair => !Find(trie, pair.Item + "y").Contains(pair.Index)).Select(static pair => pair.Index));
    }
}
