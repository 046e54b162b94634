using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads the top-level object and its list of statements.</summary>
internal static class DocumentReader
{
    /// <summary>Reads the whole text into the draft; false when it is not one JSON object, so that there is nothing to check.</summary>
    internal static bool Read(ref JsonCursor cursor, ParseContext context, DocumentDraft draft)
    {
        if (!cursor.Read())
        {
            // A text of comments alone ends without a fault.
            if (!context.Bag.HasErrors) context.Report(Descriptors.EmptyText, default);
            return false;
        }

        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            context.Report(Descriptors.NotAnObject, cursor.Span, cursor.Describe());
            if (cursor.Skip()) cursor.Read();
            return false;
        }

        if (!ReadElements(ref cursor, context, draft)) return false;
        cursor.Read();
        return true;
    }

    private static bool ReadElements(ref JsonCursor cursor, ParseContext context, DocumentDraft draft)
    {
        int start = cursor.Span.Start;
        HashSet<string>? others = null;
        while (cursor.Read() && cursor.TokenType == JsonTokenType.PropertyName)
        {
            PolicyElements element = ElementNames.FindInDocument(cursor.NameUtf8);
            bool complete = element == PolicyElements.None
                ? ElementReader.SkipUnknown(ref cursor, context, ref others, "a policy document", ElementNames.OfDocument)
                : ReadElement(ref cursor, context, element, draft);
            if (!complete) return false;
        }

        draft.Span = TextSpan.FromBounds(start, cursor.Span.End);
        return cursor.TokenType == JsonTokenType.EndObject;
    }

    private static bool ReadElement(ref JsonCursor cursor, ParseContext context, PolicyElements element, DocumentDraft draft)
    {
        string name = ElementNames.Of(element);
        TextSpan span = cursor.Span;
        if (draft.Has(element)) context.Report(Descriptors.DuplicateName, span, name);
        draft.Seen |= element;
        if (!cursor.Read()) return false;
        context.Path.Push(name);
        bool complete = ReadValue(ref cursor, context, element, span, draft);
        context.Path.Pop();
        return complete;
    }

    private static bool ReadValue(ref JsonCursor cursor, ParseContext context, PolicyElements element, TextSpan nameSpan, DocumentDraft draft)
    {
        switch (element)
        {
            case PolicyElements.Version:
                return ElementReader.ReadString(ref cursor, context, "Version", out draft.Version, out draft.VersionSpan);
            case PolicyElements.Id:
                draft.IdSpan = nameSpan;
                return ElementReader.ReadString(ref cursor, context, "Id", out draft.Id, out _);
            default:
                return ReadStatements(ref cursor, context, draft);
        }
    }

    private static bool ReadStatements(ref JsonCursor cursor, ParseContext context, DocumentDraft draft)
    {
        switch (cursor.TokenType)
        {
            case JsonTokenType.StartObject:
                draft.IsSingleStatement = true;
                return StatementReader.Read(ref cursor, context, -1, draft.Statements);
            case JsonTokenType.StartArray:
                return ReadArray(ref cursor, context, draft.Statements);
            default:
                return ElementReader.ReportWrongType(ref cursor, context, "Statement", "an object or an array of objects");
        }
    }

    private static bool ReadArray(ref JsonCursor cursor, ParseContext context, List<StatementDraft> statements)
    {
        int start = cursor.Span.Start;
        for (int index = 0; cursor.Read() && cursor.TokenType != JsonTokenType.EndArray; index++)
        {
            context.Path.Push(index);
            if (!ReadStatement(ref cursor, context, index, statements)) return false;
            context.Path.Pop();
        }

        if (cursor.TokenType != JsonTokenType.EndArray) return false;
        if (statements.Count == 0) context.ReportTolerated(Descriptors.EmptyList, TextSpan.FromBounds(start, cursor.Span.End), "Statement");
        return true;
    }

    private static bool ReadStatement(ref JsonCursor cursor, ParseContext context, int index, List<StatementDraft> statements) =>
        cursor.TokenType == JsonTokenType.StartObject
            ? StatementReader.Read(ref cursor, context, index, statements)
            : ElementReader.ReportWrongType(ref cursor, context, "Statement", "an object");
}
