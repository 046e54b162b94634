using System.Globalization;
using System.Text;

namespace PolicyEngine.Text;

/// <summary>Makes text of unknown origin fit to be part of one line of a message, a terminal or a log.</summary>
internal static class ShownText
{
    /// <summary>The most characters of a text that a diagnostic quotes.</summary>
    internal const int MostQuoted = 120;

    private const int MostOnALine = 400;

    /// <summary>The text with control, format, separator and lone surrogate characters as <c>\uXXXX</c>, so that it cannot forge another line; however long.</summary>
    /// <param name="text">The text.</param>
    /// <param name="kept">Characters that are shown as they are.</param>
    /// <returns>The text itself where nothing in it is escaped.</returns>
    internal static string Of(string text, ReadOnlySpan<char> kept = default)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        StringBuilder shown = new(text.Length + 16);
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsPlain(rune) || (rune.IsBmp && kept.Contains((char)rune.Value))) shown.Append(rune.ToString());
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return shown.ToString();
    }

    /// <summary>The same of the first characters of the text, with <c>…</c> in place of the others.</summary>
    internal static string Cut(string text, int most = MostOnALine)
    {
        if (text.Length <= most) return Of(text);
        return Of(text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)]) + '…';
    }

    /// <summary>True for a character that changes nothing but its own cell.</summary>
    internal static bool IsPlain(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
