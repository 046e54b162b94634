using System.Text;
using System.Text.Json;
using PolicyEngine.Text;

namespace PolicyEngine.Json;

/// <summary>Why and where a text is not one JSON value. The messages of the framework are for people and may change; they are not read.</summary>
/// <param name="Offset">The byte at fault; the length of the text where it ends too early.</param>
/// <param name="Reason">What is wrong, to complete a sentence.</param>
internal readonly record struct JsonFault(int Offset, string Reason)
{
    /// <summary>Reads a text that the framework's reader refuses once more, up to its fault; null where it is one JSON value.</summary>
    internal static JsonFault? Find(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        bool isComplete = false;
        try
        {
            while (reader.Read()) isComplete = reader.CurrentDepth == 0 && reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray);
            return isComplete ? null : new JsonFault(utf8.Length, "there is no value");
        }
        catch (JsonException exception)
        {
            int at = OffsetOf(exception, utf8);
            return new JsonFault(at, Describe(utf8, at, isComplete, reader.CurrentDepth >= maxDepth - 1, maxDepth));
        }
    }

    /// <summary>The byte at which the framework's reader stopped.</summary>
    internal static int OffsetOf(JsonException exception, ReadOnlySpan<byte> utf8)
    {
        int start = 0;
        for (long line = exception.LineNumber ?? 0; line > 0; line--)
        {
            int end = utf8[start..].IndexOf((byte)'\n');
            if (end < 0) break;
            start += end + 1;
        }

        int at = Math.Clamp(start + (int)(exception.BytePositionInLine ?? 0), 0, utf8.Length);
        while (at > 0 && at < utf8.Length && (utf8[at] & 0xC0) == 0x80) at--;
        return at;
    }

    private static string Describe(ReadOnlySpan<byte> utf8, int at, bool isComplete, bool isDeep, int maxDepth)
    {
        if (utf8.Trim(" \t\r\n"u8).IsEmpty) return "there is no value";
        if (at == utf8.Length) return "it ends before the value is complete";
        Rune rune = Utf8Text.Decode(utf8[at..], out _);
        if (isDeep && rune.Value is '{' or '[') return $"it is nested deeper than {maxDepth} levels";
        return isComplete ? "there is text after the value" : $"'{ShownText.Of(rune.ToString())}' is not expected here";
    }
}
