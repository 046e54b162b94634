using System.Text;

namespace PolicyEngine.Matching;

/// <summary>Compares characters in one of three ways.</summary>
internal static class TextComparer
{
    internal static bool StartsWith(ReadOnlySpan<char> text, ReadOnlySpan<char> prefix, TextComparison comparison) =>
        text.Length >= prefix.Length && Equal(text[..prefix.Length], prefix, comparison);

    internal static bool Equal(ReadOnlySpan<char> left, ReadOnlySpan<char> right, TextComparison comparison)
    {
        if (left.Length != right.Length) return false;
        return comparison switch
        {
            TextComparison.Ordinal => left.SequenceEqual(right),
            TextComparison.IgnoreAsciiCase => EqualIgnoringAsciiCase(left, right),
            _ => EqualIgnoringUnicodeCase(left, right),
        };
    }

    /// <summary>A character with A–Z as a–z.</summary>
    internal static char FoldAscii(char c) => char.IsAsciiLetterUpper(c) ? (char)(c | 0x20) : c;

    /// <summary>A character by simple case folding.</summary>
    internal static Rune Fold(Rune rune) => Rune.ToLowerInvariant(Rune.ToUpperInvariant(rune));

    private static bool EqualIgnoringAsciiCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (Ascii.EqualsIgnoreCase(left, right)) return true;

        // Ends at the first difference: where a long text is tried at every position, most tries differ in their first character.
        for (int i = 0; i < left.Length; i++)
        {
            if (left[i] != right[i] && FoldAscii(left[i]) != FoldAscii(right[i])) return false;
        }

        return true;
    }

    private static bool EqualIgnoringUnicodeCase(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        for (int i = 0; i < left.Length;)
        {
            if (Rune.DecodeFromUtf16(left[i..], out Rune a, out int width) == System.Buffers.OperationStatus.Done
                && Rune.DecodeFromUtf16(right[i..], out Rune b, out int other) == System.Buffers.OperationStatus.Done)
            {
                if (width != other || Fold(a) != Fold(b)) return false;
                i += width;
            }
            else if (left[i] != right[i])
            {
                return false;
            }
            else
            {
                i++;
            }
        }

        return true;
    }
}
