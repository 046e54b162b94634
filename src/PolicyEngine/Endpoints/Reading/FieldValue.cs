using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads values of fields; null is the same as an absent field, and another JSON type is an error.</summary>
internal static class FieldValue
{
    /// <summary>Reads one item of an array; returns false only after a fault of the text itself.</summary>
    internal delegate bool ItemReader<in T>(ref JsonCursor cursor, JsonContext context, T state);

    internal static bool ReadText(ref JsonCursor cursor, JsonContext context, string name, out string? text)
    {
        text = cursor.TokenType == JsonTokenType.String ? cursor.GetText() : null;
        return text is not null || cursor.TokenType == JsonTokenType.Null || ReportWrongType(ref cursor, context, name, "a string");
    }

    internal static bool ReadArray<T>(ref JsonCursor cursor, JsonContext context, string name, T state, ItemReader<T> read)
    {
        if (cursor.TokenType == JsonTokenType.Null) return true;
        return cursor.TokenType == JsonTokenType.StartArray
            ? ReadItems(ref cursor, context, state, read)
            : ReportWrongType(ref cursor, context, name, "an array");
    }

    /// <summary>Reads the items of the array at the cursor.</summary>
    internal static bool ReadItems<T>(ref JsonCursor cursor, JsonContext context, T state, ItemReader<T> read)
    {
        for (int index = 0; cursor.Read() && cursor.TokenType != JsonTokenType.EndArray; index++)
        {
            context.Path.Push(index);
            bool goesOn = read(ref cursor, context, state);
            context.Path.Pop();
            if (!goesOn) return false;
        }

        return cursor.TokenType == JsonTokenType.EndArray;
    }

    /// <summary>Reports the current value and goes past it.</summary>
    internal static bool ReportWrongType(ref JsonCursor cursor, JsonContext context, string name, string expected)
    {
        context.Report(Descriptors.WrongFieldType, cursor.Span, name, cursor.Describe(), expected);
        return cursor.Skip();
    }
}
