using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads a string, or an array of strings.</summary>
internal static class TextListReader
{
    /// <summary>Reads the list. <paramref name="span"/> is null when nothing could be read.</summary>
    /// <param name="cursor">Stands at the value.</param>
    /// <param name="context">The document.</param>
    /// <param name="element">The name of the element, for diagnostics.</param>
    /// <param name="dropsNull">True if a stored document may hold null entries here, which are dropped.</param>
    /// <param name="list">What was read.</param>
    /// <param name="span">The place of the value.</param>
    internal static bool Read(
        ref JsonCursor cursor, ParseContext context, string element, bool dropsNull, out SyntaxList<TextValue> list, out TextSpan? span)
    {
        list = default;
        span = null;
        TextSpan start = cursor.Span;
        if (cursor.TokenType == JsonTokenType.String)
        {
            list = SyntaxList.Single(new TextValue { Span = start, Text = cursor.GetText() });
            span = start;
            return true;
        }

        if (cursor.TokenType != JsonTokenType.StartArray)
        {
            return ElementReader.ReportWrongType(ref cursor, context, element, "a string or an array of strings");
        }

        ListBuilder<TextValue> items = new(context.Texts);
        for (int index = 0; cursor.Read() && cursor.TokenType != JsonTokenType.EndArray; index++)
        {
            context.Path.Push(index);
            bool complete = ReadItem(ref cursor, context, element, dropsNull, ref items);
            context.Path.Pop();
            if (!complete) return false;
        }

        if (cursor.TokenType != JsonTokenType.EndArray) return false;
        TextSpan whole = TextSpan.FromBounds(start.Start, cursor.Span.End);
        if (items.Count == 0) context.ReportTolerated(Descriptors.EmptyList, whole, element);
        span = whole;
        list = items.ToArray();
        return true;
    }

    private static bool ReadItem(ref JsonCursor cursor, ParseContext context, string element, bool dropsNull, ref ListBuilder<TextValue> items)
    {
        if (dropsNull && context.IsStored && cursor.TokenType == JsonTokenType.Null)
        {
            context.ReportTolerated(Descriptors.NullValue, cursor.Span, element);
            return true;
        }

        if (!ElementReader.ReadString(ref cursor, context, element, out string? text, out TextSpan span)) return false;
        if (text is not null) items.Add(new TextValue { Span = span, Text = text });
        return true;
    }
}
