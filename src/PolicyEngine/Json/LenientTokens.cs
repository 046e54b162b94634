using System.Text;
using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.Json;

/// <summary>Goes on where the text is not plain JSON, with the framework's reader, and reports what it meets.</summary>
/// <remarks>Comments and trailing commas are read over with a diagnostic each, so that what follows them is checked too.
/// Any other fault of the text ends the walk.</remarks>
internal ref struct LenientTokens
{
    private readonly JsonContext context;
    private readonly ReadOnlySpan<byte> utf8;
    private Utf8JsonReader reader;
    private int consumed;
    private bool isComplete;
    private bool hasFailed;

    /// <summary>A walk that goes on behind the plain beginning of the text, which is read again.</summary>
    /// <param name="context">The document.</param>
    /// <param name="plain">The end of the last plain token.</param>
    internal LenientTokens(JsonContext context, int plain)
    {
        this.context = context;
        utf8 = context.Source.Utf8;
        reader = new Utf8JsonReader(utf8, new JsonReaderOptions
        {
            AllowTrailingCommas = true,
            CommentHandling = JsonCommentHandling.Allow,
            MaxDepth = context.MaxDepth,
        });
        while (reader.BytesConsumed < plain && TryRead()) consumed = (int)reader.BytesConsumed;
    }

    /// <summary>Goes to the next token; false at the end of the text and at a fault, which is reported.</summary>
    internal bool Read(ref JsonToken token)
    {
        bool found = Read();
        bool isName = reader.TokenType == JsonTokenType.PropertyName;
        int start = (int)reader.TokenStartIndex;
        token.Type = reader.TokenType;
        token.IsEscaped = reader.ValueIsEscaped;
        token.End = (int)reader.BytesConsumed;
        token.Span = isName ? new TextSpan(start, reader.ValueSpan.Length + 2) : TextSpan.FromBounds(start, token.End);
        return found;
    }

    private bool Read()
    {
        int comma = -1;
        while (TryRead())
        {
            JsonTokenType type = reader.TokenType;
            if (type is JsonTokenType.Comment or JsonTokenType.EndObject or JsonTokenType.EndArray) NoteComma(ref comma);
            consumed = (int)reader.BytesConsumed;
            if (type != JsonTokenType.Comment)
            {
                if (comma >= 0 && type is JsonTokenType.EndObject) ReportText(Descriptors.TrailingComma, new TextSpan(comma, 1), "}");
                if (comma >= 0 && type is JsonTokenType.EndArray) ReportText(Descriptors.TrailingComma, new TextSpan(comma, 1), "]");
                return true;
            }

            ReportText(Descriptors.Comment, TextSpan.FromBounds((int)reader.TokenStartIndex, consumed));
        }

        return false;
    }

    private bool TryRead()
    {
        try
        {
            if (hasFailed || !reader.Read()) return false;
            isComplete |= reader.CurrentDepth == 0 && reader.TokenType is (JsonTokenType.EndObject or JsonTokenType.EndArray);
            return true;
        }
        catch (JsonException exception)
        {
            hasFailed = true;
            ReportFault(exception);
            return false;
        }
    }

    /// <summary>Remembers a comma between the last token, which may be a comment, and this one.</summary>
    private readonly void NoteComma(ref int comma)
    {
        int found = utf8[consumed..(int)reader.TokenStartIndex].IndexOf((byte)',');
        if (found >= 0) comma = consumed + found;
    }

    private readonly void ReportText(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        context.Report(
            descriptor, context.IsTolerant ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, span, arguments);

    private readonly void ReportFault(JsonException exception)
    {
        int at = JsonFault.OffsetOf(exception, utf8);
        if (at == utf8.Length)
        {
            context.Report(Descriptors.MalformedJson, new TextSpan(at, 0), "it ends before the document is complete");
            return;
        }

        Rune rune = Utf8Text.Decode(utf8[at..], out int length);
        TextSpan span = new(at, length);
        bool isTooDeep = rune.Value is ('{' or '[') && reader.CurrentDepth >= context.MaxDepth - 1;
        if (isTooDeep) context.Report(Descriptors.TooDeep, span, context.MaxDepth);
        else if (isComplete) context.Report(Descriptors.TrailingText, span);
        else context.Report(Descriptors.MalformedJson, span, $"'{rune}' is not expected here");
    }
}
