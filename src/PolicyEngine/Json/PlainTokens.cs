using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;

namespace PolicyEngine.Json;

/// <summary>Cuts plain JSON into tokens, and stops at the first thing that is not plain: a comment, a trailing comma, a fault.</summary>
/// <remarks>It knows no faults, so that it takes less time than the framework's reader, which goes on where this one stops.</remarks>
internal ref struct PlainTokens
{
    private const int MostContainers = 64;

    private readonly ReadOnlySpan<byte> utf8;
    private readonly int maxDepth;
    private ulong arrays; // a bit for each open container, the innermost lowest: whether it is an array
    private int depth;

    internal PlainTokens(ReadOnlySpan<byte> utf8, int maxDepth)
    {
        this.utf8 = utf8;
        this.maxDepth = Math.Min(maxDepth, MostContainers);
    }

    /// <summary>True if the document is complete and nothing follows.</summary>
    internal bool IsAtEnd { get; private set; }

    private readonly bool IsInArray => (arrays & 1) != 0;

    /// <summary>Goes to the next token; false at the end, and at what is not plain, with the token as it was.</summary>
    internal bool TryRead(ref JsonToken token)
    {
        int at = token.End;
        int b = SkipBlanks(ref at);
        bool isName = false;
        switch (token.Type)
        {
            case JsonTokenType.None or JsonTokenType.PropertyName:
                break;
            case JsonTokenType.StartObject:
                if (b == '}') return Close(ref token, at);
                isName = true;
                break;
            case JsonTokenType.StartArray:
                if (b == ']') return Close(ref token, at);
                break;
            default:
                if (depth == 0)
                {
                    IsAtEnd = b < 0;
                    return false;
                }

                isName = !IsInArray;
                if (b != ',') return b == (isName ? '}' : ']') && Close(ref token, at);
                at++;
                b = SkipBlanks(ref at);
                break;
        }

        return b == '"' ? TryReadText(ref token, at, isName) : !isName && TryReadOther(ref token, at, b);
    }

    private readonly int ByteAt(int at) => (uint)at < (uint)utf8.Length ? utf8[at] : -1;

    /// <summary>Goes to the next byte that is no blank, and tells which it is; -1 at the end.</summary>
    private readonly int SkipBlanks(ref int at)
    {
        while (true)
        {
            int b = ByteAt(at);
            if (b > ' ' || b is not (' ' or '\n' or '\r' or '\t')) return b;
            at++;
        }
    }

    /// <summary>Reads a string, or a name with its colon.</summary>
    private readonly bool TryReadText(ref JsonToken token, int start, bool isName)
    {
        int quote = FindSpecial(start + 1);
        bool isEscaped = ByteAt(quote) != '"';
        if (isEscaped && !TrySkipEscapes(ref quote)) return false;
        int end = quote + 1;
        if (isName)
        {
            if (SkipBlanks(ref end) != ':') return false;
            end++;
        }

        Take(ref token, isName ? JsonTokenType.PropertyName : JsonTokenType.String, start, quote + 1);
        token.IsEscaped = isEscaped;
        token.End = end;
        return true;
    }

    /// <summary>Goes from the first backslash of a string to the quote that ends it; false when the string is not plain.</summary>
    private readonly bool TrySkipEscapes(ref int at)
    {
        for (; ByteAt(at) == '\\'; at = FindSpecial(at))
        {
            int length = EscapeLength(utf8[at..]);
            if (length == 0) return false;
            at += length;
        }

        return ByteAt(at) == '"';
    }

    private bool TryReadOther(ref JsonToken token, int at, int b)
    {
        switch (b)
        {
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
                int length = b is '-' or (>= '0' and <= '9') ? JsonNumber.Measure(utf8[at..]) : 0;
                return length > 0 && Take(ref token, JsonTokenType.Number, at, at + length);
        }
    }

    /// <summary>The place of the next quote, backslash or control character, 32 bytes at a time: most strings end among the first.</summary>
    private readonly int FindSpecial(int at)
    {
        for (; utf8.Length - at >= Vector256<byte>.Count; at += Vector256<byte>.Count)
        {
            Vector256<byte> block = Vector256.Create(utf8.Slice(at, Vector256<byte>.Count));
            Vector256<byte> special = Vector256.Equals(block, Vector256.Create((byte)'"'))
                | Vector256.Equals(block, Vector256.Create((byte)'\\'))
                | Vector256.LessThan(block, Vector256.Create((byte)' '));
            uint found = special.ExtractMostSignificantBits();
            if (found != 0) return at + BitOperations.TrailingZeroCount(found);
        }

        while (ByteAt(at) is >= ' ' and not ('"' or '\\')) at++;
        return at;
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
        utf8[at..].StartsWith(word) && Take(ref token, type, at, at + word.Length);

    private bool TryOpen(ref JsonToken token, int at, JsonTokenType type)
    {
        if (depth >= maxDepth) return false;
        arrays = (arrays << 1) | (type == JsonTokenType.StartArray ? 1UL : 0);
        depth++;
        return Take(ref token, type, at, at + 1);
    }

    private bool Close(ref JsonToken token, int at)
    {
        JsonTokenType type = IsInArray ? JsonTokenType.EndArray : JsonTokenType.EndObject;
        arrays >>= 1;
        depth--;
        return Take(ref token, type, at, at + 1);
    }

    private static bool Take(ref JsonToken token, JsonTokenType type, int start, int end)
    {
        token.Type = type;
        token.IsEscaped = false;
        token.Span = TextSpan.FromBounds(start, end);
        token.End = end;
        return true;
    }
}
