using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads one statement, element by element.</summary>
internal static class StatementReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, List<StatementDraft> statements, int index)
    {
        StatementDraft draft = new(index);
        statements.Add(draft);
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
        return true;
    }

    private static bool ReadElement(ref JsonCursor cursor, ParseContext context, StatementDraft draft, string name, TextSpan nameSpan)
    {
        if (Array.IndexOf(ElementNames.OfStatement, name) < 0)
        {
            context.Report(Descriptors.UnknownElement, nameSpan, name, "a statement", ElementNames.Suggest(name, ElementNames.OfStatement));
            return cursor.Skip();
        }

        draft.Seen |= Enum.Parse<StatementElements>(name);
        bool complete;
        switch (name)
        {
            case "Sid":
                complete = ScalarReader.ReadString(ref cursor, context, name, out TextValue? sid);
                draft.Sid = sid;
                return complete;
            case "Effect":
                complete = ScalarReader.ReadString(ref cursor, context, name, out TextValue? effect);
                draft.EffectText = effect;
                return complete;
            case "Principal" or "NotPrincipal":
                complete = PrincipalReader.Read(ref cursor, context, name, out PrincipalElement? principal);
                draft.Principal = principal;
                return complete;
            case "Action" or "NotAction":
                complete = TextListReader.Read(ref cursor, context, name, dropsNull: false, out SyntaxList<TextValue>? actions, out TextSpan actionSpan);
                if (actions is { } a) draft.Action = new ActionElement { Span = actionSpan, IsNegated = name != "Action", Patterns = a };
                return complete;
            case "Resource" or "NotResource":
                bool dropsNull = name == "Resource";
                complete = TextListReader.Read(ref cursor, context, name, dropsNull, out SyntaxList<TextValue>? resources, out TextSpan resourceSpan);
                if (resources is { } r) draft.Resource = new ResourceElement { Span = resourceSpan, IsNegated = !dropsNull, Patterns = r };
                return complete;
            default:
                complete = ConditionReader.Read(ref cursor, context, out ConditionBlock? condition);
                draft.Condition = condition;
                return complete;
        }
    }
}
