namespace PolicyEngine.Language;

/// <summary>Reads addresses digit by digit. The framework's parser takes octal, hexadecimal, short forms and zones; policies do not.</summary>
internal static class IpText
{
    internal static bool TryReadV4(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        for (int octet = 0; octet < 4; octet++)
        {
            int end = octet < 3 ? text.IndexOf('.') : text.Length;
            if (end < 0 || !TryReadDecimal(text[..end], 255, out int value)) return false;
            bits = (bits << 8) | (uint)value;
            text = octet < 3 ? text[(end + 1)..] : default;
        }

        return true;
    }

    internal static bool TryReadV6(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        int gap = text.IndexOf("::");
        if (gap < 0) return TryReadGroups(text, out bits, out int all) && all == 8;
        ReadOnlySpan<char> tail = text[(gap + 2)..];
        if (tail.StartsWith(":") || tail.IndexOf("::") >= 0 || text[..gap].Contains('.')) return false;
        if (!TryReadGroups(text[..gap], out UInt128 high, out int before)) return false;
        if (!TryReadGroups(tail, out UInt128 low, out int after) || before + after > 7) return false;
        bits = (before == 0 ? 0 : high << (16 * (8 - before))) | low;
        return true;
    }

    /// <summary>A decimal number without leading zeros, at most <paramref name="most"/>.</summary>
    internal static bool TryReadDecimal(ReadOnlySpan<char> digits, int most, out int value)
    {
        value = 0;
        if (digits.Length is 0 or > 3 || digits.ContainsAnyExceptInRange('0', '9')) return false;
        if (digits.Length > 1 && digits[0] == '0') return false;
        foreach (char c in digits) value = (value * 10) + (c - '0');
        return value <= most;
    }

    /// <summary>Hexadecimal groups between single colons, the last of which may be four dotted octets; none at all is fine.</summary>
    private static bool TryReadGroups(ReadOnlySpan<char> text, out UInt128 bits, out int count)
    {
        bits = 0;
        count = 0;
        bool more = !text.IsEmpty;
        while (more)
        {
            int end = text.IndexOf(':');
            more = end >= 0;
            ReadOnlySpan<char> group = more ? text[..end] : text;
            text = more ? text[(end + 1)..] : default;
            if (!more && group.Contains('.'))
            {
                if (!TryReadV4(group, out UInt128 dotted)) return false;
                bits = (bits << 32) | dotted;
                count += 2;
            }
            else
            {
                if (!TryReadHex(group, out uint value)) return false;
                bits = (bits << 16) | value;
                count++;
            }

            if (count > 8) return false;
        }

        return true;
    }

    private static bool TryReadHex(ReadOnlySpan<char> digits, out uint value)
    {
        value = 0;
        if (digits.Length is 0 or > 4) return false;
        foreach (char c in digits)
        {
            if (!char.IsAsciiHexDigit(c)) return false;
            value = (value << 4) | (uint)(char.IsAsciiDigit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }

        return true;
    }
}
