namespace PolicyEngine.Json;

/// <summary>The length of a JSON number at the beginning of a text.</summary>
internal static class PlainNumber
{
    /// <summary>How many bytes the number has; 0 when it is malformed, or something else than a blank, comma or closing bracket follows.</summary>
    internal static int Measure(ReadOnlySpan<byte> text)
    {
        int at = text[0] == '-' ? 1 : 0;
        int whole = CountDigits(text[at..]);
        if (whole == 0 || (whole > 1 && text[at] == '0')) return 0;
        at += whole;
        if (at < text.Length && text[at] == '.')
        {
            int fraction = CountDigits(text[(at + 1)..]);
            if (fraction == 0) return 0;
            at += fraction + 1;
        }

        if (at < text.Length && text[at] is (byte)'e' or (byte)'E')
        {
            at++;
            if (at < text.Length && text[at] is (byte)'+' or (byte)'-') at++;
            int exponent = CountDigits(text[at..]);
            if (exponent == 0) return 0;
            at += exponent;
        }

        return at < text.Length && ",]} \t\r\n"u8.Contains(text[at]) ? at : 0;
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        int other = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return other < 0 ? text.Length : other;
    }
}
