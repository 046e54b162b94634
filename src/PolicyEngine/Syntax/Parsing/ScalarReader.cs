using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads single strings, and reports values of the wrong JSON type.</summary>
internal static class ScalarReader
{
    /// <summary>Reads a string; null and a diagnostic for anything else.</summary>
    internal static bool ReadString(ref JsonCursor cursor, ParseContext context, string element, out string? text, out TextSpan span)
    {
        text = null;
        span = cursor.Span;
        if (cursor.TokenType != JsonTokenType.String) return ReportWrongType(ref cursor, context, element, "a string");
        text = cursor.GetText();
        return true;
    }

    /// <summary>Reports the current value and goes past it.</summary>
    internal static bool ReportWrongType(ref JsonCursor cursor, ParseContext context, string element, string expected)
    {
        if (cursor.TokenType == JsonTokenType.Null) context.Report(Descriptors.NullValue, cursor.Span, element);
        else context.Report(Descriptors.WrongJsonType, cursor.Span, element, cursor.Describe(), expected);
        return cursor.Skip();
    }
}
