using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using PolicyEngine.Diagnostics;

namespace PolicyEngine.Json;

/// <summary>Walks the tokens of a text once, reports what is not JSON, and never throws.</summary>
internal ref struct JsonCursor
{
    private readonly JsonContext context;
    private readonly ReadOnlySpan<byte> utf8;
    private JsonToken token;
    private PlainTokens plain;
    private LenientTokens lenient;
    private bool isLenient;

    internal JsonCursor(JsonContext context)
    {
        this.context = context;
        utf8 = context.Source.Utf8;
        plain = new PlainTokens(utf8, context.MaxDepth);
    }

    internal readonly JsonTokenType TokenType => token.Type;

    /// <summary>The place of the current token, quotes included.</summary>
    internal readonly TextSpan Span => token.Span;

    private readonly ReadOnlySpan<byte> Value => token.ValueIn(utf8);

    /// <summary>Goes to the next token; false at the end of the text and at a fault, which is reported.</summary>
    internal bool Read() => (!isLenient && plain.TryRead(ref token)) || ReadOn();

    /// <summary>Goes past the end of the value at the current token; false at a fault. Behind a comment, a closing brace is possible in place of a value.</summary>
    internal bool Skip()
    {
        int open = 0;
        do
        {
            if (token.Type is JsonTokenType.StartObject or JsonTokenType.StartArray) open++;
            else if (open > 0 && token.Type is (JsonTokenType.EndObject or JsonTokenType.EndArray)) open--;
            if (open == 0) return true;
        }
        while (Read());
        return false;
    }

    /// <summary>The current name or string, decoded; lone surrogates are reported and shown as U+FFFD.</summary>
    internal readonly string GetText() => token.IsEscaped ? GetEscapedText() : TextCache.Get(Value);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private readonly string GetEscapedText()
    {
        if (JsonString.IndexOfLoneSurrogate(Value) < 0) return Unescape();
        context.Report(Descriptors.LoneSurrogate, Span, Encoding.UTF8.GetString(Value));
        return Encoding.UTF8.GetString(Value);
    }

    /// <summary>The current name, decoded; one with lone surrogates, which is that of no element, as it is written.</summary>
    internal readonly ReadOnlySpan<byte> NameUtf8 =>
        token.IsEscaped && JsonString.IndexOfLoneSurrogate(Value) < 0 ? Encoding.UTF8.GetBytes(Unescape()) : Value;

    /// <summary>The characters of the current token as the text has them.</summary>
    internal readonly string GetSource() => Encoding.UTF8.GetString(Value);

    /// <summary>What the current value is, in words.</summary>
    internal readonly string Describe() => token.Type switch
    {
        JsonTokenType.StartObject => "an object",
        JsonTokenType.StartArray => "an array",
        JsonTokenType.String => "a string",
        JsonTokenType.Number => "a number",
        JsonTokenType.Null => "null",
        _ => "a Boolean",
    };

    /// <summary>Goes on where the text is not plain. Not inlined: the framework's reader would take room on the stack of every reader.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadOn()
    {
        if (!isLenient)
        {
            if (plain.IsAtEnd) return false;
            isLenient = true;
            lenient = new LenientTokens(context, token.End);
        }

        return lenient.Read(ref token);
    }

    /// <summary>The string with its escapes decoded, which pair up, by the framework's reader over the string alone.</summary>
    private readonly string Unescape()
    {
        Utf8JsonReader reader = new(utf8.Slice(token.Span.Start, token.Span.Length));
        reader.Read();
        return reader.GetString()!;
    }
}
