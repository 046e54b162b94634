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
        if (!cursor.Read()) return false;
        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            context.Report(Descriptors.NotAnObject, cursor.Span, cursor.Describe());
            if (cursor.Skip()) cursor.Read();
            return false;
        }

        int start = cursor.Span.Start;
        NameSet names = new(context);
        while (cursor.Read() && cursor.TokenType == JsonTokenType.PropertyName)
        {
            string name = cursor.GetText();
            TextSpan span = cursor.Span;
            names.Add(name, span);
            if (!cursor.Read()) return false;
            context.Path.Push(name);
            bool complete = ReadElement(ref cursor, context, draft, name, span);
            context.Path.Pop();
            if (!complete) return false;
        }

        if (cursor.TokenType != JsonTokenType.EndObject) return false;
        draft.Span = TextSpan.FromBounds(start, cursor.Span.End);
        cursor.Read();
        return true;
    }

    private static bool ReadElement(ref JsonCursor cursor, ParseContext context, DocumentDraft draft, string name, TextSpan nameSpan)
    {
        switch (name)
        {
            case "Version":
                draft.HasVersion = true;
                bool complete = ScalarReader.ReadString(ref cursor, context, name, out TextValue? version);
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
        if (cursor.TokenType == JsonTokenType.StartObject)
        {
            draft.IsSingleStatement = true;
            return StatementReader.Read(ref cursor, context, draft.Statements, -1);
        }

        if (cursor.TokenType != JsonTokenType.StartArray)
        {
            return ScalarReader.ReportWrongType(ref cursor, context, "Statement", "an object or an array of objects");
        }

        TextSpan open = cursor.Span;
        int index = 0;
        for (; cursor.Read() && cursor.TokenType != JsonTokenType.EndArray; index++)
        {
            context.Path.Push(index);
            bool complete = cursor.TokenType == JsonTokenType.StartObject
                ? StatementReader.Read(ref cursor, context, draft.Statements, index)
                : ScalarReader.ReportWrongType(ref cursor, context, "Statement", "an object");
            context.Path.Pop();
            if (!complete) return false;
        }

        if (cursor.TokenType != JsonTokenType.EndArray) return false;
        if (index == 0) context.ReportTolerated(Descriptors.EmptyList, TextSpan.FromBounds(open.Start, cursor.Span.End), "Statement");
        return true;
    }
}
