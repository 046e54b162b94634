using System.Globalization;

namespace PolicyEngine.Json;

/// <summary>Tells whether the <c>\u</c> escapes of a JSON string pair up; the framework's reader finds out by throwing.</summary>
internal static class SurrogateEscapes
{
    /// <summary>Whether no escape leaves half of a surrogate pair. The text is a valid JSON string body.</summary>
    internal static bool ArePaired(ReadOnlySpan<byte> body)
    {
        bool pending = false;
        for (int i = 0; i < body.Length; i++)
        {
            int unit = -1;
            if (body[i] == '\\')
            {
                i++;
                if (body[i] == 'u')
                {
                    unit = int.Parse(body.Slice(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                    i += 4;
                }
            }

            bool high = unit is >= 0xD800 and <= 0xDBFF;
            bool low = unit is >= 0xDC00 and <= 0xDFFF;
            if (low != pending) return false;
            pending = high;
        }

        return !pending;
    }
}
