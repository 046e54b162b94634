namespace PolicyEngine.Language;

/// <summary>Reads the W3C profile of ISO 8601 and epoch seconds, and says what is wrong with other texts.</summary>
internal ref struct InstantReader
{
    private const long LastSecond = 253402300799; // 9999-12-31T23:59:59Z
    private ReadOnlySpan<char> rest;

    internal static bool TryRead(ReadOnlySpan<char> text, out PolicyInstant instant, out string fault)
    {
        instant = default;
        if (text.IsEmpty)
        {
            fault = "it is empty";
            return false;
        }

        if (!text.ContainsAnyExceptInRange('0', '9')) return TryReadEpoch(text, out instant, out fault);
        InstantReader reader = new() { rest = text };
        return reader.TryReadDate(out instant, out fault);
    }

    private static bool TryReadEpoch(ReadOnlySpan<char> digits, out PolicyInstant instant, out string fault)
    {
        instant = default;
        fault = "four digits are a year as well as seconds";
        if (digits.Length == 4) return false;
        fault = "13 digits are milliseconds, and only seconds are read";
        if (digits.Length == 13) return false;
        fault = "it lies beyond the year 9999 when read as seconds";
        ReadOnlySpan<char> significant = digits.TrimStart('0');
        if (significant.Length > 12) return false;
        long seconds = 0;
        foreach (char c in significant) seconds = (seconds * 10) + (c - '0');
        instant = new PolicyInstant(seconds, 0);
        return seconds <= LastSecond;
    }

    private bool TryReadDate(out PolicyInstant instant, out string fault)
    {
        instant = default;
        fault = "it does not begin with YYYY-MM";
        if (!TryNumber(4, 1, 9999, out int year) || !TryChar('-') || !TryNumber(2, 1, 12, out int month)) return false;
        int day = 1;
        bool hasDay = TryChar('-');
        if (hasDay)
        {
            fault = "the calendar has no such day";
            if (!TryNumber(2, 1, DateTime.DaysInMonth(year, month), out day)) return false;
        }

        long seconds = (new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc) - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        int nanoseconds = 0;
        if (rest.Length > 0)
        {
            fault = "its time is not, after a day, Thh:mm, Thh:mm:ss or Thh:mm:ss.fraction with a zone Z or +hh:mm";
            if (!hasDay || !TryReadTime(out int timeOfDay, out nanoseconds) || !TryReadZone(out int offset)) return false;
            seconds += timeOfDay - offset;
        }

        instant = new PolicyInstant(seconds, nanoseconds);
        return rest.IsEmpty;
    }

    private bool TryReadTime(out int seconds, out int nanoseconds)
    {
        seconds = nanoseconds = 0;
        if (!TryChar('T') || !TryNumber(2, 0, 23, out int hour) || !TryChar(':') || !TryNumber(2, 0, 59, out int minute)) return false;
        seconds = (hour * 3600) + (minute * 60);
        if (!TryChar(':')) return true;
        if (!TryNumber(2, 0, 59, out int second)) return false;
        seconds += second;
        return !TryChar('.') || TryReadFraction(out nanoseconds);
    }

    private bool TryReadFraction(out int nanoseconds)
    {
        nanoseconds = 0;
        int digits = rest.IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 9) return false;
        for (int i = 0; i < 9; i++) nanoseconds = (nanoseconds * 10) + (i < digits ? rest[i] - '0' : 0);
        rest = rest[digits..];
        return true;
    }

    private bool TryReadZone(out int offset)
    {
        offset = 0;
        if (TryChar('Z')) return true;
        int sign = TryChar('+') ? 1 : TryChar('-') ? -1 : 0;
        if (sign == 0 || !TryNumber(2, 0, 14, out int hours) || !TryChar(':') || !TryNumber(2, 0, 59, out int minutes)) return false;
        offset = sign * ((hours * 3600) + (minutes * 60));
        return true;
    }

    private bool TryNumber(int digits, int least, int most, out int number)
    {
        number = 0;
        if (rest.Length < digits || rest[..digits].ContainsAnyExceptInRange('0', '9')) return false;
        foreach (char c in rest[..digits]) number = (number * 10) + (c - '0');
        rest = rest[digits..];
        return number >= least && number <= most;
    }

    private bool TryChar(char expected)
    {
        if (rest.IsEmpty || rest[0] != expected) return false;
        rest = rest[1..];
        return true;
    }
}
