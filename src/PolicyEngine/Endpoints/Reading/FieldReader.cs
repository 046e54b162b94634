using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Endpoints.Reading;

/// <summary>Reads the values of fields; null is the same as absent, and another JSON type is an error.</summary>
/// <remarks>Every method answers whether the walk can go on: false only after a fault of the text itself.</remarks>
internal static class FieldReader
{
    internal static bool ReadText(ref JsonCursor cursor, ParseContext context, string name, out string? text)
    {
        text = null;
        if (cursor.TokenType == JsonTokenType.String) text = cursor.GetText();
        else if (cursor.TokenType != JsonTokenType.Null) return ReportWrongType(ref cursor, context, name, "a string");
        return true;
    }

    internal static bool ReadBoolean(ref JsonCursor cursor, ParseContext context, string name, out bool? value)
    {
        value = null;
        if (cursor.TokenType is JsonTokenType.True or JsonTokenType.False) value = cursor.TokenType == JsonTokenType.True;
        else if (cursor.TokenType != JsonTokenType.Null) return ReportWrongType(ref cursor, context, name, "true or false");
        return true;
    }

    /// <summary>Reads the name of an enumerated value; a name that is not known is the value for such names, with a warning.</summary>
    internal static bool ReadName<T>(ref JsonCursor cursor, ParseContext context, string name, T unrecognized, out T? value)
        where T : struct, Enum
    {
        value = null;
        if (!ReadText(ref cursor, context, name, out string? text)) return false;
        if (text is null) return true;
        value = Array.Find(Enum.GetValues<T>(), known => string.Equals(known.ToString(), text, StringComparison.OrdinalIgnoreCase));
        if (!value.Equals(default(T)) && !value.Equals(unrecognized)) return true;
        value = unrecognized;
        context.Report(Descriptors.UnknownFieldValue, cursor.Span, text, name);
        return true;
    }

    internal static bool ReadTexts(ref JsonCursor cursor, ParseContext context, string name, List<string> texts) =>
        ReadArray(ref cursor, context, name, (name, texts), ReadTextItem);

    internal static bool ReadArray<T>(ref JsonCursor cursor, ParseContext context, string name, T state, ItemReader<T> read)
    {
        if (cursor.TokenType == JsonTokenType.Null) return true;
        return cursor.TokenType == JsonTokenType.StartArray
            ? ContainerReader.ReadArray(ref cursor, context, state, read, out _)
            : ReportWrongType(ref cursor, context, name, "an array");
    }

    internal static bool ReadObject<T>(ref JsonCursor cursor, ParseContext context, string name, T state, MemberReader<T> read)
    {
        if (cursor.TokenType == JsonTokenType.Null) return true;
        return cursor.TokenType == JsonTokenType.StartObject
            ? ContainerReader.ReadObject(ref cursor, context, state, read, out _)
            : ReportWrongType(ref cursor, context, name, "an object");
    }

    internal static bool ReportWrongType(ref JsonCursor cursor, ParseContext context, string name, string expected)
    {
        context.Report(Descriptors.WrongFieldType, cursor.Span, name, cursor.Describe(), expected);
        return cursor.Skip();
    }

    private static bool ReadTextItem(ref JsonCursor cursor, ParseContext context, int index, (string Name, List<string> Texts) state)
    {
        if (!ReadText(ref cursor, context, state.Name, out string? text)) return false;
        if (text is not null) state.Texts.Add(text);
        return true;
    }
}
