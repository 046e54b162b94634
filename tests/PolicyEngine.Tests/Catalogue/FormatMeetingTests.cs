using PolicyEngine.Catalogue;
using PolicyEngine.Language;

namespace PolicyEngine.Tests.Catalogue;

/// <summary>A form and a pattern meet where some text is of both, as trying all short texts shows.</summary>
public class FormatMeetingTests
{
    private const int MaxText = 6;
    private static readonly string[] Texts = [.. Enumerable.Range(0, MaxText + 1).SelectMany(static length => TextsOf("ab/", length))];

    public static TheoryData<string> Formats => ["*", "a*", "*/*", "a/*", "*b", "a", "a*/b", "b/*/*"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void C15_Forms_and_patterns_meet_as_their_texts_do(string format)
    {
        foreach (string pattern in Enumerable.Range(0, 4).SelectMany(static length => TextsOf("a/*?", length)))
        {
            foreach (bool mayHoldSlash in (bool[])[true, false])
            {
                bool expected = Array.Exists(Texts, text => IsOf(format, text, mayHoldSlash) && NameWildcard.IsMatch(pattern, text));
                Assert.True(expected == FormatMeeting.Meets(format, pattern, mayHoldSlash), $"{format} {pattern} {mayHoldSlash}");
            }
        }
    }

    [Theory]
    [InlineData("a/*", "a/${aws:username}", true)]
    [InlineData("a/*", "${aws:PrincipalTag/x}", true)]
    [InlineData("a/b", "a/${*}", false)]
    [InlineData("a/*", "a/${*}", true)]
    [InlineData("a/b", "a/$b", false)]
    [InlineData("A/b", "a/b", false)]
    [InlineData("log-group:*:log-stream:*", "log-group:x:*", true)]
    public void C15_Variables_stand_for_anything(string format, string pattern, bool meets) => Assert.Equal(meets, FormatMeeting.Meets(format, pattern, mayHoldSlash: true));

    [Fact]
    public void C15_Long_texts_are_compared_without_going_back()
    {
        string pattern = string.Concat(Enumerable.Repeat("*a", 20_000));
        Assert.False(FormatMeeting.Meets("accesspoint/*/object/b", pattern, mayHoldSlash: true));
    }

    /// <summary>A placeholder is one character or more, a last one behind a slash none or more.</summary>
    private static bool IsOf(string format, string text, bool mayHoldSlash, char before = '\0')
    {
        if (format.Length == 0) return text.Length == 0;
        if (format[0] != '*') return text.Length > 0 && text[0] == format[0] && IsOf(format[1..], text[1..], mayHoldSlash, format[0]);
        int least = format.Length == 1 && before == '/' ? 0 : 1;
        for (int length = least; length <= text.Length; length++)
        {
            if ((mayHoldSlash || !text[..length].Contains('/', StringComparison.Ordinal)) && IsOf(format[1..], text[length..], mayHoldSlash, '*')) return true;
        }

        return false;
    }

    private static IEnumerable<string> TextsOf(string alphabet, int length) =>
        length == 0 ? [""] : TextsOf(alphabet, length - 1).SelectMany(text => alphabet.Select(c => text + c));
}
