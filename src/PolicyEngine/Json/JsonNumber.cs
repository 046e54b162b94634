namespace PolicyEngine.Json;

/// <summary>The grammar of JSON numbers.</summary>
internal static class JsonNumber
{
    /// <summary>The length in bytes of the number at the beginning of a text; 0 when it is malformed, or when no blank, comma or closing bracket follows.</summary>
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

    /// <summary>Tells if a whole text is a JSON number without exponent.</summary>
    internal static bool IsDecimal(ReadOnlySpan<char> text)
    {
        if (text.StartsWith("-")) text = text[1..];
        int point = text.IndexOf('.');
        ReadOnlySpan<char> whole = point < 0 ? text : text[..point];
        ReadOnlySpan<char> fraction = point < 0 ? "0" : text[(point + 1)..];
        if (whole.IsEmpty || fraction.IsEmpty || (whole.Length > 1 && whole[0] == '0')) return false;
        return !whole.ContainsAnyExceptInRange('0', '9') && !fraction.ContainsAnyExceptInRange('0', '9');
    }

    private static int CountDigits(ReadOnlySpan<byte> text)
    {
        int other = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        return other < 0 ? text.Length : other;
    }
}
