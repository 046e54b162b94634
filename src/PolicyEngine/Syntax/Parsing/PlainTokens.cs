using System.Buffers;
using System.Text.Json;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Cuts plain JSON into tokens, and stops at the first thing that is not plain: a comment, a trailing comma, a fault.</summary>
/// <remarks>It knows no faults, so that it takes half the time of the framework's reader, which goes on where this one stops.</remarks>
internal ref struct PlainTokens
{
    private const int MostContainers = 64;
    private static readonly SearchValues<byte> EndsPlainText = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(static control => (byte)control)]);

    private readonly ReadOnlySpan<byte> utf8;
    private readonly int maxDepth;
    private ulong arrays; // a bit for each open container, the innermost lowest: whether it is an array
    private int depth;

    internal PlainTokens(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        this.utf8 = utf8;
        this.maxDepth = Math.Min(maxDepth, MostContainers);
    }

    /// <summary>Whether the document is complete and nothing follows.</summary>
    internal bool IsAtEnd { get; private set; }

    /// <summary>Goes to the next token; false at the end, and at what is not plain, with the token as it was.</summary>
    internal bool TryRead(ref JsonToken token)
    {
        int at = token.End;
        int b = SkipBlanks(ref at);
        bool inArray = (arrays & 1) != 0;
        switch (token.Type)
        {
            case JsonTokenType.None or JsonTokenType.PropertyName:
                return TryReadValue(ref token, at, b);
            case JsonTokenType.StartObject:
                return b == '}' ? Close(ref token, at, JsonTokenType.EndObject) : TryReadName(ref token, at, b);
            case JsonTokenType.StartArray:
                return b == ']' ? Close(ref token, at, JsonTokenType.EndArray) : TryReadValue(ref token, at, b);
        }

        if (depth == 0)
        {
            IsAtEnd = b < 0;
            return false;
        }

        if (b == ',')
        {
            at++;
            b = SkipBlanks(ref at);
            return inArray ? TryReadValue(ref token, at, b) : TryReadName(ref token, at, b);
        }

        if (b != (inArray ? ']' : '}')) return false;
        return Close(ref token, at, inArray ? JsonTokenType.EndArray : JsonTokenType.EndObject);
    }

    private readonly int SkipBlanks(ref int at)
    {
        for (; at < utf8.Length; at++)
        {
            byte b = utf8[at];
            if (b > ' ' || b is not ((byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t')) return b;
        }

        return -1;
    }

    private bool TryReadValue(ref JsonToken token, int at, int b)
    {
        switch (b)
        {
            case '"':
                return TryReadText(ref token, at, JsonTokenType.String);
            case '{':
                return TryOpen(ref token, at, JsonTokenType.StartObject);
            case '[':
                return TryOpen(ref token, at, JsonTokenType.StartArray);
            case 't':
                return TryReadWord(ref token, at, "true"u8, JsonTokenType.True);
            case 'f':
                return TryReadWord(ref token, at, "false"u8, JsonTokenType.False);
            case 'n':
                return TryReadWord(ref token, at, "null"u8, JsonTokenType.Null);
            default:
                int length = b is '-' or (>= '0' and <= '9') ? PlainNumber.Measure(utf8[at..]) : 0;
                return length > 0 && Take(ref token, JsonTokenType.Number, at, at, length, at + length);
        }
    }

    private readonly bool TryReadName(ref JsonToken token, int at, int b)
    {
        JsonToken name = token;
        if (b != '"' || !TryReadText(ref name, at, JsonTokenType.PropertyName)) return false;
        int colon = name.End;
        if (SkipBlanks(ref colon) != ':') return false;
        name.End = colon + 1;
        token = name;
        return true;
    }

    private readonly bool TryReadText(ref JsonToken token, int start, JsonTokenType type)
    {
        int at = start + 1;
        bool isEscaped = false;
        while (true)
        {
            int plain = utf8[at..].IndexOfAny(EndsPlainText);
            if (plain < 0) return false;
            at += plain;
            if (utf8[at] == '"') break;
            int escape = utf8[at] == '\\' ? EscapeLength(utf8[at..]) : 0;
            if (escape == 0) return false;
            isEscaped = true;
            at += escape;
        }

        Take(ref token, type, start, start + 1, at - start - 1, at + 1);
        token.IsEscaped = isEscaped;
        return true;
    }

    private static int EscapeLength(ReadOnlySpan<byte> text)
    {
        if (text.Length < 2) return 0;
        if (text[1] != 'u') return "\"\\/bfnrt"u8.Contains(text[1]) ? 2 : 0;
        if (text.Length < 6) return 0;
        foreach (byte digit in text.Slice(2, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit)) return 0;
        }

        return 6;
    }

    private readonly bool TryReadWord(ref JsonToken token, int at, ReadOnlySpan<byte> word, JsonTokenType type) =>
        utf8[at..].StartsWith(word) && Take(ref token, type, at, at, word.Length, at + word.Length);

    private bool TryOpen(ref JsonToken token, int at, JsonTokenType type)
    {
        if (depth >= maxDepth) return false;
        Take(ref token, type, at, at, 1, at + 1);
        arrays = (arrays << 1) | (type == JsonTokenType.StartArray ? 1UL : 0);
        depth++;
        return true;
    }

    private bool Close(ref JsonToken token, int at, JsonTokenType type)
    {
        arrays >>= 1;
        depth--;
        return Take(ref token, type, at, at, 1, at + 1);
    }

    private readonly bool Take(ref JsonToken token, JsonTokenType type, int start, int valueStart, int valueLength, int end)
    {
        token.Type = type;
        token.Start = start;
        token.End = end;
        token.ValueStart = valueStart;
        token.ValueLength = valueLength;
        token.IsEscaped = false;
        token.Depth = depth;
        return true;
    }
}
