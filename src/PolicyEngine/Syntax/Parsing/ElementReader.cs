using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads what elements have in common: single strings, values of the wrong JSON type, and members that are no element.</summary>
/// <remarks>Every reader of this folder answers if the walk can go on: it returns false only after a fault of the text itself.</remarks>
internal static class ElementReader
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

    /// <summary>Reports the name at the cursor, which is no element of its object, and goes past the member; a repeated name is a duplicate too.</summary>
    internal static bool SkipUnknown(ref JsonCursor cursor, ParseContext context, ref HashSet<string>? others, string place, string[] known)
    {
        string name = cursor.GetText();
        TextSpan span = cursor.Span;
        others ??= new HashSet<string>(StringComparer.Ordinal);
        if (!others.Add(name)) context.Report(Descriptors.DuplicateName, span, name);
        if (!cursor.Read()) return false;
        context.Path.Push(name);
        context.Report(Descriptors.UnknownElement, span, name, place, ElementNames.Suggest(name, known));
        bool complete = cursor.Skip();
        context.Path.Pop();
        return complete;
    }
}
