using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

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

        if (!ContainerReader.ReadObject(ref cursor, context, draft, ReadElement, out TextSpan span)) return false;
        draft.Span = span;
        cursor.Read();
        return true;
    }

    private static bool ReadElement(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, DocumentDraft draft)
    {
        bool complete;
        switch (name)
        {
            case "Version":
                draft.HasVersion = true;
                complete = ScalarReader.ReadString(ref cursor, context, name, out TextValue? version);
                draft.Version = version;
                return complete;
            case "Id":
                draft.IdSpan = nameSpan;
                complete = ScalarReader.ReadString(ref cursor, context, name, out TextValue? id);
                draft.Id = id;
                return complete;
            case "Statement":
                draft.HasStatement = true;
                return ReadStatements(ref cursor, context, draft);
            default:
                context.Report(Descriptors.UnknownElement, nameSpan, name, "a policy document", ElementNames.Suggest(name, ElementNames.OfDocument));
                return cursor.Skip();
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
                if (!ContainerReader.ReadArray(ref cursor, context, draft.Statements, ReadStatement, out TextSpan span)) return false;
                if (draft.Statements.Count == 0) context.ReportTolerated(Descriptors.EmptyList, span, "Statement");
                return true;
            default:
                return ScalarReader.ReportWrongType(ref cursor, context, "Statement", "an object or an array of objects");
        }
    }

    private static bool ReadStatement(ref JsonCursor cursor, ParseContext context, int index, List<StatementDraft> statements) =>
        cursor.TokenType == JsonTokenType.StartObject
            ? StatementReader.Read(ref cursor, context, index, statements)
            : ScalarReader.ReportWrongType(ref cursor, context, "Statement", "an object");
}
