using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads the values of one condition key: strings, numbers as their source text, and Booleans.</summary>
internal static class ConditionValueReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, string key, TextSpan keySpan, ref ListBuilder<ConditionEntry> entries)
    {
        bool isSingle = cursor.TokenType != JsonTokenType.StartArray;
        SyntaxList<ConditionValue> values;
        if (isSingle)
        {
            if (!ReadValue(ref cursor, context, out ConditionValue? value)) return false;
            values = value is null ? default : SyntaxList.Single(value);
        }
        else if (!ReadValues(ref cursor, context, out values))
        {
            return false;
        }

        TextSpan span = TextSpan.FromBounds(keySpan.Start, cursor.Span.End);
        if (values.Count == 0 && !isSingle) context.ReportTolerated(Descriptors.EmptyConditionValues, span, key);
        entries.Add(new ConditionEntry { Span = span, Key = key, Values = values });
        return true;
    }

    private static bool ReadValues(ref JsonCursor cursor, ParseContext context, out SyntaxList<ConditionValue> values)
    {
        values = default;
        ListBuilder<ConditionValue> items = new(context.Values);
        for (int index = 0; cursor.Read() && cursor.TokenType != JsonTokenType.EndArray; index++)
        {
            context.Path.Push(index);
            if (!ReadValue(ref cursor, context, out ConditionValue? value)) return false;
            context.Path.Pop();
            if (value is not null) items.Add(value);
        }

        values = items.ToArray();
        return cursor.TokenType == JsonTokenType.EndArray;
    }

    private static bool ReadValue(ref JsonCursor cursor, ParseContext context, out ConditionValue? value)
    {
        value = null;
        switch (cursor.TokenType)
        {
            case JsonTokenType.String:
                value = new ConditionValue { Span = cursor.Span, Text = cursor.GetText() };
                return true;
            case JsonTokenType.Number:
                string number = cursor.GetSource();
                if (number.AsSpan().ContainsAny('e', 'E')) context.Report(Descriptors.NumberForm, cursor.Span, number);
                value = new ConditionValue { Span = cursor.Span, Text = number, Form = ConditionValueForm.Number };
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                value = new ConditionValue { Span = cursor.Span, Text = cursor.GetSource(), Form = ConditionValueForm.Boolean };
                return true;
            default:
                return ElementReader.ReportWrongType(ref cursor, context, "Condition", "a string, number or Boolean, or an array of them");
        }
    }
}
