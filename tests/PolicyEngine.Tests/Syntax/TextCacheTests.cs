using System.Text;
using PolicyEngine.Json;

namespace PolicyEngine.Tests.Syntax;

/// <summary>A text that was met before is the same string; one that only shares its place is never taken for it.</summary>
public class TextCacheTests
{
    [Fact]
    public void Texts_that_differ_in_one_character_are_told_apart()
    {
        for (int length = 1; length <= 70; length++)
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(static i => (byte)('a' + (i % 23)))];
            string first = TextCache.Get(bytes);
            Assert.Equal(Encoding.UTF8.GetString(bytes), first);
            for (int i = 0; i < length; i++)
            {
                TextCache.Get(bytes);
                byte[] other = [.. bytes];
                other[i] = (byte)'~';
                Assert.Equal(Encoding.UTF8.GetString(other), TextCache.Get(other));
            }
        }
    }

    [Theory]
    [InlineData("a")]
    [InlineData("s3:Get*")]
    [InlineData("s3:GetObject")]
    [InlineData("arn:aws:s3:::a-bucket-of-some-length/*")]
    public void Short_text_is_the_same_string_each_time(string text)
    {
        string first = TextCache.Get(Encoding.UTF8.GetBytes(text));
        Assert.Equal(text, first);
        Assert.Same(first, TextCache.Get(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>The bytes of a text beyond ASCII are as many as the characters of another text that they widen to.</summary>
    [Theory]
    [InlineData("é")]
    [InlineData("äöü äöü äöü")]
    [InlineData("中文 and more")]
    public void Other_characters_are_decoded(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        TextCache.Get(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(utf8)));
        Assert.Equal(text, TextCache.Get(utf8));
        Assert.Equal(text, TextCache.Get(utf8));
        Assert.Equal("", TextCache.Get([]));
    }

    /// <summary>Many texts of one length fall on each place.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(12)]
    [InlineData(24)]
    [InlineData(61)]
    public void Texts_that_share_a_place_are_told_apart(int length)
    {
        Random random = new(length);
        byte[] bytes = [.. Enumerable.Repeat((byte)'a', length)];
        for (int i = 0; i < 30_000; i++)
        {
            for (int k = 1; k <= 3; k++) bytes[^k] = (byte)random.Next('!', '~');
            Assert.Equal(Encoding.UTF8.GetString(bytes), TextCache.Get(bytes));
        }
    }

    [Fact]
    public void Texts_that_widen_to_each_other_are_told_apart()
    {
        Random random = new(3);
        for (int i = 0; i < 60_000; i++)
        {
            string text = $"{(char)random.Next(0x80, 0x800)}{(char)random.Next(0x80, 0x800)}";
            byte[] utf8 = Encoding.UTF8.GetBytes(text);
            TextCache.Get(Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(utf8)));
            Assert.Equal(text, TextCache.Get(utf8));
        }
    }
}
