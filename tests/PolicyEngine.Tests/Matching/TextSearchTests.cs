using PolicyEngine.Matching;

namespace PolicyEngine.Tests.Matching;

public class TextSearchTests
{
    private static readonly string[] Letters = ["a", "A", "b", "\u00E9", "\u00C9", "\u212A", "k", "\U00010400", "\U00010428"];

    /// <summary>Texts and literals of few letters, which repeat themselves in all ways.</summary>
    [Fact]
    public void A_literal_is_found_where_it_first_is()
    {
        Random random = new(1);
        TextComparison[] comparisons = Enum.GetValues<TextComparison>();
        for (int round = 0; round < 60_000; round++)
        {
            int kinds = 1 + random.Next(Letters.Length);
            string text = Word(random, kinds, random.Next(24));
            string literal = Word(random, kinds, random.Next(9));
            TextComparison comparison = comparisons[round % comparisons.Length];
            ICharacterMeter.None meter = default;
            Assert.Equal(FirstIndex(text, literal, comparison), new TextSearch(literal, comparison).IndexOf(text, ref meter));
        }
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("x", "", 0)]
    [InlineData("", "x", -1)]
    [InlineData("xyz", "Z", 2)]
    [InlineData("xyz", "xyzx", -1)]
    [InlineData("aaaab", "AAB", 2)]
    public void Edges(string text, string literal, int at)
    {
        ICharacterMeter.None meter = default;
        Assert.Equal(at, new TextSearch(literal, TextComparison.IgnoreAsciiCase).IndexOf(text, ref meter));
        Assert.Equal(at, new TextSearch(literal, TextComparison.IgnoreUnicodeCase).IndexOf(text, ref meter));
    }

    private static string Word(Random random, int kinds, int length) => string.Concat(Enumerable.Range(0, length).Select(_ => Letters[random.Next(kinds)]));

    private static int FirstIndex(string text, string literal, TextComparison comparison)
    {
        for (int at = 0; at <= text.Length - literal.Length; at++)
        {
            if (TextComparer.StartsWith(text.AsSpan(at), literal, comparison)) return at;
        }

        return -1;
    }
}
