using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads the values of one condition key: strings, numbers as their source text, and Booleans.</summary>
internal static class ConditionValueReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, string key, TextSpan keySpan, List<ConditionEntry> entries)
    {
        List<ConditionValue> values = context.Buffers.Values;
        bool isSingle = cursor.TokenType != JsonTokenType.StartArray;
        bool complete = isSingle
            ? ReadValue(ref cursor, context, 0, values)
            : ContainerReader.ReadArray(ref cursor, context, values, ReadValue, out _);
        if (!complete) return false;

        TextSpan span = TextSpan.FromBounds(keySpan.Start, cursor.Span.End);
        if (values.Count == 0 && !isSingle) context.ReportTolerated(Descriptors.EmptyConditionValues, span, key);
        entries.Add(new ConditionEntry { Span = span, Key = key, Values = new SyntaxList<ConditionValue>([.. values], isSingle && values.Count == 1) });
        return true;
    }

    private static bool ReadValue(ref JsonCursor cursor, ParseContext context, int index, List<ConditionValue> values)
    {
        switch (cursor.TokenType)
        {
            case JsonTokenType.String:
                values.Add(new ConditionValue { Span = cursor.Span, Text = cursor.GetText() });
                return true;
            case JsonTokenType.Number:
                string number = cursor.GetSource();
                if (number.AsSpan().ContainsAny('e', 'E')) context.Report(Descriptors.NumberForm, cursor.Span, number);
                else context.Report(Descriptors.UnquotedValue, cursor.Span, number);
                values.Add(new ConditionValue { Span = cursor.Span, Text = number, Form = ConditionValueForm.Number });
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                context.Report(Descriptors.UnquotedValue, cursor.Span, cursor.GetSource());
                values.Add(new ConditionValue { Span = cursor.Span, Text = cursor.GetSource(), Form = ConditionValueForm.Boolean });
                return true;
            default:
                return ScalarReader.ReportWrongType(ref cursor, context, "Condition", "a string, number or Boolean, or an array of them");
        }
    }
}
