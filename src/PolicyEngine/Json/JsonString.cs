using System.Text;

namespace PolicyEngine.Json;

/// <summary>The body of a JSON string without its escapes, and where in the body each byte comes from.</summary>
internal sealed class JsonString
{
    private const int UnitLength = 6;
    private readonly byte[] utf8;
    private readonly int[] origins;

    private JsonString(byte[] utf8, int[] origins)
    {
        this.utf8 = utf8;
        this.origins = origins;
    }

    internal ReadOnlySpan<byte> Utf8 => utf8;

    /// <summary>Decodes a valid body whose surrogates are paired.</summary>
    internal static JsonString Decode(ReadOnlySpan<byte> body)
    {
        List<byte> bytes = new(body.Length);
        List<int> places = new(body.Length + 1);
        Span<byte> buffer = stackalloc byte[4];
        for (int i = 0; i < body.Length;)
        {
            int start = i;
            int length = 1;
            if (body[i] == '\\') length = ReadEscape(body, ref i).EncodeToUtf8(buffer);
            else buffer[0] = body[i++];
            bytes.AddRange(buffer[..length]);
            for (; length > 0; length--) places.Add(start);
        }

        places.Add(body.Length);
        return new JsonString([.. bytes], [.. places]);
    }

    /// <summary>The offset of the first escape of half a surrogate pair, or -1. JSON readers accept such an escape, and a string cannot hold it.</summary>
    /// <param name="json">The body of a string, or a whole text, which is valid JSON.</param>
    internal static int IndexOfLoneSurrogate(ReadOnlySpan<byte> json)
    {
        bool afterHigh = false;
        int high = -1;
        for (int i = 0; i < json.Length;)
        {
            if (!afterHigh)
            {
                int next = json[i..].IndexOf((byte)'\\');
                if (next < 0) return -1;
                i += next;
            }

            int unit = UnitAt(json[i..]);
            bool isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != afterHigh) return afterHigh ? high : i;
            afterHigh = unit is >= 0xD800 and <= 0xDBFF;
            if (afterHigh) high = i;
            i += unit >= 0 ? UnitLength : 2;
        }

        return afterHigh ? high : -1;
    }

    /// <summary>The offset in the body from which a byte comes; the end of the text comes from the end of the body.</summary>
    internal int OriginOf(int offset) => origins[offset];

    private static Rune ReadEscape(ReadOnlySpan<byte> body, ref int place)
    {
        int unit = UnitAt(body[place..]);
        if (unit >= 0)
        {
            place += UnitLength;
            if (!char.IsHighSurrogate((char)unit)) return new Rune((char)unit);
            Rune pair = new((char)unit, (char)UnitAt(body[place..]));
            place += UnitLength;
            return pair;
        }

        byte kind = body[place + 1];
        place += 2;
        return kind switch
        {
            (byte)'n' => new Rune('\n'),
            (byte)'r' => new Rune('\r'),
            (byte)'t' => new Rune('\t'),
            (byte)'b' => new Rune('\b'),
            (byte)'f' => new Rune('\f'),
            _ => new Rune((char)kind),
        };
    }

    /// <summary>The UTF-16 unit of the escape <c>\uXXXX</c> with which a text begins; -1 for another beginning.</summary>
    private static int UnitAt(ReadOnlySpan<byte> text)
    {
        if (text.Length < UnitLength || text[0] != '\\' || text[1] != 'u') return -1;
        int unit = 0;
        foreach (byte digit in text.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit)) return -1;
            unit = (unit << 4) | (char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return unit;
    }
}
