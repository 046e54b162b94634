using System.Globalization;
using System.Text;

namespace PolicyEngine.Text;

/// <summary>Makes text of unknown origin fit to be shown on one line of a terminal or a log.</summary>
internal static class ShownText
{
    private const int MaxLength = 120;

    /// <summary>The text with control, format and lone surrogate characters as escapes, cut at 120 characters.</summary>
    internal static string Of(string text) => text.Length <= MaxLength ? Uncut(text) : Uncut(text[..CutAt(text)]) + '…';

    /// <summary>The text with control, format and lone surrogate characters as escapes, however long.</summary>
    internal static string Uncut(string text)
    {
        if (IsPlain(text)) return text;
        StringBuilder shown = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (IsPlain(rune)) shown.Append(rune.ToString());
            else shown.Append(CultureInfo.InvariantCulture, $"\\u{rune.Value:X4}");
        }

        return shown.ToString();
    }

    private static int CutAt(string text) => char.IsHighSurrogate(text[MaxLength - 1]) ? MaxLength - 1 : MaxLength;

    private static bool IsPlain(string text)
    {
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (!IsPlain(rune)) return false;
        }

        return true;
    }

    private static bool IsPlain(Rune rune) => rune != Rune.ReplacementChar && Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
