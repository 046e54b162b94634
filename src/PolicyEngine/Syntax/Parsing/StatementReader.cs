using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads one statement, element by element.</summary>
internal static class StatementReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, int index, List<StatementDraft> statements)
    {
        int start = cursor.Span.Start;
        StatementParts parts = default;
        while (cursor.Read() && cursor.TokenType == JsonTokenType.PropertyName)
        {
            int place = ElementNames.PlaceInStatement(cursor.NameUtf8);
            bool complete = place < 0
                ? UnknownElement.Read(ref cursor, context, ref parts.Others, "a statement", ElementNames.OfStatement)
                : ReadElement(ref cursor, context, place, ref parts);
            if (!complete) return false;
        }

        statements.Add(parts.ToDraft(index, TextSpan.FromBounds(start, cursor.Span.End)));
        return cursor.TokenType == JsonTokenType.EndObject;
    }

    private static bool ReadElement(ref JsonCursor cursor, ParseContext context, int place, ref StatementParts parts)
    {
        string name = ElementNames.OfStatement[place];
        StatementElements element = (StatementElements)(1 << place);
        if ((parts.Seen & element) != StatementElements.None) context.Report(Descriptors.DuplicateName, cursor.Span, name);
        parts.Seen |= element;
        if (!cursor.Read()) return false;
        context.Path.Push(name);
        bool complete = ReadValue(ref cursor, context, element, name, ref parts);
        context.Path.Pop();
        return complete;
    }

    private static bool ReadValue(ref JsonCursor cursor, ParseContext context, StatementElements element, string name, ref StatementParts parts)
    {
        bool complete;
        switch (element)
        {
            case StatementElements.Sid:
                return ScalarReader.ReadString(ref cursor, context, name, out parts.Sid, out parts.SidSpan);
            case StatementElements.Effect:
                return ScalarReader.ReadString(ref cursor, context, name, out parts.EffectText, out parts.EffectSpan);
            case StatementElements.Principal or StatementElements.NotPrincipal:
                return PrincipalReader.Read(ref cursor, context, name, out parts.Principal);
            case StatementElements.Action or StatementElements.NotAction:
                complete = TextListReader.Read(ref cursor, context, name, dropsNull: false, out SyntaxList<TextValue> actions, out TextSpan? actionSpan);
                if (actionSpan is { } a) parts.Action = new ActionElement { Span = a, IsNegated = element != StatementElements.Action, Patterns = actions };
                return complete;
            case StatementElements.Resource or StatementElements.NotResource:
                bool dropsNull = element == StatementElements.Resource;
                complete = TextListReader.Read(ref cursor, context, name, dropsNull, out SyntaxList<TextValue> resources, out TextSpan? resourceSpan);
                if (resourceSpan is { } r) parts.Resource = new ResourceElement { Span = r, IsNegated = !dropsNull, Patterns = resources };
                return complete;
            default:
                return ConditionReader.Read(ref cursor, context, out parts.Condition);
        }
    }
}
