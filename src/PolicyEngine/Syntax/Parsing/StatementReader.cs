using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads one statement, element by element.</summary>
internal static class StatementReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, int index, List<StatementDraft> statements)
    {
        int start = cursor.Span.Start;
        Parts parts = default;
        while (cursor.Read() && cursor.TokenType == JsonTokenType.PropertyName)
        {
            PolicyElements element = ElementNames.FindInStatement(cursor.NameUtf8);
            bool complete = element == PolicyElements.None
                ? ElementReader.SkipUnknown(ref cursor, context, ref parts.Others, "a statement", ElementNames.OfStatement)
                : ReadElement(ref cursor, context, element, ref parts);
            if (!complete) return false;
        }

        statements.Add(parts.ToDraft(index, TextSpan.FromBounds(start, cursor.Span.End)));
        return cursor.TokenType == JsonTokenType.EndObject;
    }

    private static bool ReadElement(ref JsonCursor cursor, ParseContext context, PolicyElements element, ref Parts parts)
    {
        string name = ElementNames.Of(element);
        if ((parts.Seen & element) != PolicyElements.None) context.Report(Descriptors.DuplicateName, cursor.Span, name);
        parts.Seen |= element;
        if (!cursor.Read()) return false;
        context.Path.Push(name);
        bool complete = ReadValue(ref cursor, context, element, name, ref parts);
        context.Path.Pop();
        return complete;
    }

    private static bool ReadValue(ref JsonCursor cursor, ParseContext context, PolicyElements element, string name, ref Parts parts)
    {
        bool complete;
        switch (element)
        {
            case PolicyElements.Sid:
                return ElementReader.ReadString(ref cursor, context, name, out parts.Sid, out parts.SidSpan);
            case PolicyElements.Effect:
                return ElementReader.ReadString(ref cursor, context, name, out parts.EffectText, out parts.EffectSpan);
            case PolicyElements.Principal or PolicyElements.NotPrincipal:
                return PrincipalReader.Read(ref cursor, context, name, out parts.Principal);
            case PolicyElements.Action or PolicyElements.NotAction:
                complete = TextListReader.Read(ref cursor, context, name, dropsNull: false, out SyntaxList<TextValue> actions, out TextSpan? actionSpan);
                if (actionSpan is { } a) parts.Action = new ActionElement { Span = a, IsNegated = element != PolicyElements.Action, Patterns = actions };
                return complete;
            case PolicyElements.Resource or PolicyElements.NotResource:
                bool dropsNull = element == PolicyElements.Resource;
                complete = TextListReader.Read(ref cursor, context, name, dropsNull, out SyntaxList<TextValue> resources, out TextSpan? resourceSpan);
                if (resourceSpan is { } r) parts.Resource = new ResourceElement { Span = r, IsNegated = !dropsNull, Patterns = resources };
                return complete;
            default:
                return ConditionReader.Read(ref cursor, context, out parts.Condition);
        }
    }

    /// <summary>The elements that were read so far.</summary>
    private struct Parts
    {
        internal PolicyElements Seen;
        internal TextSpan SidSpan;
        internal TextSpan EffectSpan;
        internal string? Sid;
        internal string? EffectText;
        internal PrincipalElement? Principal;
        internal ActionElement? Action;
        internal ResourceElement? Resource;
        internal ConditionBlock? Condition;

        /// <summary>The names met that are none of a statement.</summary>
        internal HashSet<string>? Others;

        internal readonly StatementDraft ToDraft(int index, TextSpan span) => new()
        {
            Node = new Statement
            {
                Span = span,
                Sid = Sid,
                Effect = StatementDraft.ReadEffect(EffectText) ?? default,
                Principal = Principal,
                Action = Action!,
                Resource = Resource,
                Condition = Condition,
            },
            Index = index,
            Seen = Seen,
            SidSpan = SidSpan,
            EffectText = EffectText,
            EffectSpan = EffectSpan,
        };
    }
}
