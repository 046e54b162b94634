using PolicyEngine.Diagnostics;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads one statement, element by element.</summary>
internal static class StatementReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, int index, List<StatementDraft> statements)
    {
        StatementDraft draft = new(index);
        statements.Add(draft);
        if (!ContainerReader.ReadObject(ref cursor, context, draft, ReadElement, out TextSpan span)) return false;
        draft.Span = span;
        return true;
    }

    private static bool ReadElement(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, StatementDraft draft)
    {
        int place = ElementNames.PlaceInStatement(name);
        if (place < 0)
        {
            context.Report(Descriptors.UnknownElement, nameSpan, name, "a statement", ElementNames.Suggest(name, ElementNames.OfStatement));
            return cursor.Skip();
        }

        draft.Seen |= (StatementElements)(1 << place);
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
