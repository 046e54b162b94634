using System.Text;

namespace PolicyEngine.Text;

/// <summary>What has to be known about UTF-8 bytes: their lines, code points and faults.</summary>
internal static class Utf8Text
{
    /// <summary>Encodes characters; a lone surrogate becomes the three bytes that no UTF-8 text may hold.</summary>
    internal static byte[] Encode(string text)
    {
        List<byte> bytes = new(text.Length + 8);
        Span<byte> buffer = stackalloc byte[4];
        for (int i = 0; i < text.Length;)
        {
            if (Rune.TryGetRuneAt(text, i, out Rune rune))
            {
                bytes.AddRange(buffer[..rune.EncodeToUtf8(buffer)]);
                i += rune.Utf16SequenceLength;
            }
            else
            {
                char lone = text[i++];
                bytes.AddRange([(byte)(0xE0 | (lone >> 12)), (byte)(0x80 | ((lone >> 6) & 0x3F)), (byte)(0x80 | (lone & 0x3F))]);
            }
        }

        return [.. bytes];
    }

    /// <summary>The offsets at which lines begin; the first is 0.</summary>
    internal static int[] FindLineStarts(ReadOnlySpan<byte> utf8)
    {
        List<int> starts = [0];
        for (int i = 0; i < utf8.Length; i++)
        {
            bool ends = utf8[i] == '\n' || (utf8[i] == '\r' && (i + 1 == utf8.Length || utf8[i + 1] != '\n'));
            if (ends) starts.Add(i + 1);
        }

        return [.. starts];
    }

    /// <summary>The number of code points: every byte counts that does not continue one.</summary>
    internal static int CountCodePoints(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Ascii.IsValid(utf8)) return utf8.Length;
        int count = 0;
        foreach (byte b in utf8)
        {
            if ((b & 0xC0) != 0x80) count++;
        }

        return count;
    }

    /// <summary>The first code point, and how many bytes it takes; U+FFFD for a byte that is not UTF-8.</summary>
    internal static Rune Decode(ReadOnlySpan<byte> utf8, out int length)
    {
        _ = Rune.DecodeFromUtf8(utf8, out Rune rune, out length);
        return rune;
    }

    /// <summary>The offset of the first byte that is not UTF-8, or -1.</summary>
    internal static int IndexOfInvalid(ReadOnlySpan<byte> utf8)
    {
        if (System.Text.Unicode.Utf8.IsValid(utf8)) return -1;
        for (int i = 0; i < utf8.Length;)
        {
            if (Rune.DecodeFromUtf8(utf8[i..], out _, out int length) != System.Buffers.OperationStatus.Done) return i;
            i += length;
        }

        return -1;
    }
}
