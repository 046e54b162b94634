using System.Globalization;
using System.Text;

namespace PolicyEngine.Text;

/// <summary>Makes texts of unknown origin fit to be part of one line of a message or a terminal.</summary>
internal static class OneLine
{
    private const int MostShown = 400;

    /// <summary>The text with control, format and separator characters as <c>\uXXXX</c>, so that it cannot forge another line; not cut.</summary>
    internal static string Of(string text) => Of(text, int.MaxValue);

    /// <summary>The same, cut when it is very long.</summary>
    internal static string Cut(string text) => Of(text, MostShown);

    /// <summary>True for a character that changes nothing but its own cell.</summary>
    internal static bool IsPlain(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Of(string text, int most)
    {
        if (text.Length <= most && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        StringBuilder shown = new(Math.Min(text.Length, most));
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (shown.Length >= most) return shown.Append('…').ToString();
            if (IsPlain(rune)) shown.Append(rune.ToString());
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return shown.ToString();
    }
}
