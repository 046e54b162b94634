namespace PolicyEngine.Json;

/// <summary>Finds escapes of half a surrogate pair, which JSON readers take and strings cannot hold.</summary>
internal static class LoneSurrogates
{
    /// <summary>Where the first one stands in valid JSON, or -1.</summary>
    internal static int IndexIn(ReadOnlySpan<byte> json)
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

            int unit = i + 6 <= json.Length && json[i] == '\\' && json[i + 1] == 'u' ? ReadHex(json.Slice(i + 2, 4)) : -1;
            bool isLow = unit is >= 0xDC00 and <= 0xDFFF;
            if (isLow != afterHigh) return afterHigh ? high : i;
            afterHigh = unit is >= 0xD800 and <= 0xDBFF;
            if (afterHigh) high = i;
            i += unit >= 0 ? 6 : 2;
        }

        return afterHigh ? high : -1;
    }

    private static int ReadHex(ReadOnlySpan<byte> digits)
    {
        int value = 0;
        foreach (byte digit in digits)
        {
            if (!char.IsAsciiHexDigit((char)digit)) return -1;
            value = (value << 4) | (char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        return value;
    }
}
