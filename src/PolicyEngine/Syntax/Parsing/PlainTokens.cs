using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text.Json;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Cuts plain JSON into tokens, and stops at the first thing that is not plain: a comment, a trailing comma, a fault.</summary>
/// <remarks>It knows no faults, so that it takes half the time of the framework's reader, which goes on where this one stops.</remarks>
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

    /// <summary>Whether the document is complete and nothing follows.</summary>
    internal bool IsAtEnd { get; private set; }

    private readonly bool IsInArray => (arrays & 1) != 0;

    /// <summary>Goes to the next token; false at the end, and at what is not plain, with the token as it was.</summary>
    internal bool TryRead(ref JsonToken token)
    {
        int at = SkipBlanks(token.End);
        int b = ByteAt(at);
        switch (token.Type)
        {
            case JsonTokenType.None or JsonTokenType.PropertyName:
                return TryReadValue(ref token, at);
            case JsonTokenType.StartObject when b != '}':
                return TryReadName(ref token, at);
            case JsonTokenType.StartArray when b != ']':
                return TryReadValue(ref token, at);
            case JsonTokenType.StartObject or JsonTokenType.StartArray:
                return Close(ref token, at);
        }

        if (depth == 0)
        {
            IsAtEnd = b < 0;
            return false;
        }

        if (b == (IsInArray ? ']' : '}')) return Close(ref token, at);
        if (b != ',') return false;
        at = SkipBlanks(at + 1);
        return IsInArray ? TryReadValue(ref token, at) : TryReadName(ref token, at);
    }

    private readonly int ByteAt(int at) => (uint)at < (uint)utf8.Length ? utf8[at] : -1;

    private readonly int SkipBlanks(int at)
    {
        while (ByteAt(at) is ' ' or '\n' or '\r' or '\t') at++;
        return at;
    }

    private bool TryReadValue(ref JsonToken token, int at)
    {
        int b = ByteAt(at);
        switch (b)
        {
            case '"':
                int quote = FindQuote(at + 1, out bool isEscaped);
                return quote > 0 && Take(ref token, JsonTokenType.String, at, quote + 1, isEscaped);
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
                return length > 0 && Take(ref token, JsonTokenType.Number, at, at + length);
        }
    }

    private readonly bool TryReadName(ref JsonToken token, int at)
    {
        if (ByteAt(at) != '"') return false;
        int quote = FindQuote(at + 1, out bool isEscaped);
        if (quote < 0) return false;
        int colon = SkipBlanks(quote + 1);
        if (ByteAt(colon) != ':') return false;
        Take(ref token, JsonTokenType.PropertyName, at, quote + 1, isEscaped);
        token.End = colon + 1;
        return true;
    }

    /// <summary>The place of the quote that ends a string; negative when the string is not plain.</summary>
    private readonly int FindQuote(int at, out bool isEscaped)
    {
        isEscaped = false;
        while (true)
        {
            at = FindSpecial(at);
            int b = ByteAt(at);
            if (b == '"') return at;
            int escape = b == '\\' ? EscapeLength(utf8[at..]) : 0;
            if (escape == 0) return -1;
            isEscaped = true;
            at += escape;
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

    private static bool Take(ref JsonToken token, JsonTokenType type, int start, int end, bool isEscaped = false)
    {
        token.Type = type;
        token.IsEscaped = isEscaped;
        token.Span = TextSpan.FromBounds(start, end);
        token.End = end;
        return true;
    }
}
