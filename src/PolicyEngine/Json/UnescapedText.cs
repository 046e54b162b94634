using System.Globalization;
using System.Text;

namespace PolicyEngine.Json;

/// <summary>The body of a JSON string without its escapes, and where in the body each byte comes from.</summary>
internal sealed class UnescapedText
{
    private readonly byte[] utf8;
    private readonly int[] origins;

    private UnescapedText(byte[] utf8, int[] origins)
    {
        this.utf8 = utf8;
        this.origins = origins;
    }

    internal ReadOnlySpan<byte> Utf8 => utf8;

    /// <summary>Reads a valid body whose surrogates are paired.</summary>
    internal static UnescapedText Read(ReadOnlySpan<byte> body)
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
        return new UnescapedText([.. bytes], [.. places]);
    }

    /// <summary>Where in the body a byte comes from; the end of the text comes from the end of the body.</summary>
    internal int OriginOf(int offset) => origins[offset];

    private static Rune ReadEscape(ReadOnlySpan<byte> body, ref int place)
    {
        byte kind = body[place + 1];
        if (kind == 'u')
        {
            char unit = ReadUnit(body, ref place);
            return char.IsHighSurrogate(unit) ? new Rune(unit, ReadUnit(body, ref place)) : new Rune(unit);
        }

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

    private static char ReadUnit(ReadOnlySpan<byte> body, ref int place)
    {
        int unit = int.Parse(body.Slice(place + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        place += 6;
        return (char)unit;
    }
}
