using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.Matching;
using PolicyEngine.Tests.Laws;

namespace PolicyEngine.Tests.Matching;

/// <summary>L-60: wildcards, against a table that fills every pair of pattern and text positions.</summary>
public class WildcardTests
{
    private static readonly Gen<string> Patterns = TextOf("ab*?*:/\n");
    private static readonly Gen<string> Texts = TextOf("aab:/\n");

    [Fact]
    public void Wildcard_agrees_with_reference_dp() => Differential.Check(
        nameof(Wildcard_agrees_with_reference_dp),
        CaseCount.Or(20_000),
        Prop.ForAll(Patterns.ToArbitrary(), Texts.ToArbitrary(), static (pattern, text) => Matches(pattern, text) == ReferenceDp(pattern, text)));

    /// <summary>The simple forms of a pattern have ways of their own.</summary>
    [Fact]
    public void Every_form_of_pattern_agrees_with_reference_dp()
    {
        string[] pieces = ["", "a", "ab", "aba", "b/"];
        string[] texts = [.. from one in pieces from two in pieces from three in (string[])["", "a", "x"] select one + two + three];
        string[] patterns = [.. from first in pieces from star in (string[])["", "*", "?", "**"] from second in pieces from last in (string[])["", "*", "?"] from end in (string[])["", "a", "ba"] select first + star + second + last + end];
        foreach (string pattern in patterns)
        {
            TextPattern compiled = TextPattern.Compile(pattern, wildcards: true, variables: false);
            foreach (string text in texts)
            {
                bool expected = ReferenceDp(pattern, text);
                Assert.True(expected == compiled.Match(text, RequestContext.Empty).IsTrue, $"{pattern} and {text}");
                Assert.True(expected == compiled.Match(text.ToUpperInvariant(), RequestContext.Empty, TextComparison.IgnoreAsciiCase).IsTrue, $"{pattern} and {text}, letter case ignored");
                Assert.True(expected == compiled.Match(text.ToUpperInvariant(), RequestContext.Empty, TextComparison.IgnoreUnicodeCase).IsTrue, $"{pattern} and {text}, letter case ignored");
            }
        }
    }

    [Theory]
    [InlineData("a?c", "a😀c", 'I')]
    [InlineData("a??c", "a😀c", 'I')]
    [InlineData("a*c", "a😀c", 'T')]
    [InlineData("a?*c", "a😀c", 'T')]
    [InlineData("a???c", "a😀c", 'F')]
    [InlineData("?😀", "x😀", 'T')]
    [InlineData("*?", "😀", 'T')]
    [InlineData("?", "😀", 'I')]
    [InlineData("a*b?", "ab😀", 'I')]
    [InlineData("*?", "a", 'T')]
    [InlineData("*?b*", "", 'F')]
    public void L_60_a_question_mark_is_undecided_where_code_points_and_code_units_differ(string pattern, string text, char expected) =>
        Assert.Equal(expected, TestPolicy.Outcome(TestPolicy.Condition("StringLike", "k:v", pattern), TestPolicy.Context(("k:v", text))));

    [Theory]
    [InlineData("a*", 30, 10_000, "")]
    [InlineData("*a", 30, 10_000, "b")]
    [InlineData("a*", 30, 10_000, "b")]
    [InlineData("*a?", 30, 10_000, "b")]
    [InlineData("?*", 30, 10_000, "b")]
    [InlineData("*ab", 30, 10_000, "c")]
    public void Star_bombs_compare_at_most_40_characters_per_character(string piece, int times, int length, string tail)
    {
        string pattern = string.Concat(Enumerable.Repeat(piece, times)) + tail;
        string text = new('a', length);
        WildcardMatcher<CountingMeter> matcher = new(text, [], TextComparison.Ordinal, codePoints: false);
        bool matches = matcher.IsMatch(TextPattern.Compile(pattern, wildcards: true, variables: false).Segments);
        Assert.Equal(ReferenceDp(pattern, text), matches);
        Assert.InRange(matcher.Meter.Count, 0, 40L * length);
    }

    private static bool Matches(string pattern, string text) =>
        new WildcardMatcher<ICharacterMeter.None>(text, [], TextComparison.Ordinal, codePoints: false)
            .IsMatch(TextPattern.Compile(pattern, wildcards: true, variables: false).Segments);

    private static bool ReferenceDp(string pattern, string text)
    {
        bool[] reached = new bool[text.Length + 1];
        reached[0] = true;
        foreach (char p in pattern)
        {
            bool[] next = new bool[text.Length + 1];
            for (int t = 0; t <= text.Length; t++)
            {
                if (p == '*') next[t] = reached[t] || (t > 0 && next[t - 1]);
                else next[t] = t > 0 && reached[t - 1] && (p == '?' || p == text[t - 1]);
            }

            reached = next;
        }

        return reached[^1];
    }

    private static Gen<string> TextOf(string alphabet) =>
        from size in Gen.Choose(0, 14)
        from characters in Gen.ArrayOf(Gen.Elements(alphabet.ToCharArray()), size)
        select new string(characters);

    private struct CountingMeter : ICharacterMeter
    {
        public long Count { get; private set; }

        public void Add(int characters) => Count += characters;
    }
}
