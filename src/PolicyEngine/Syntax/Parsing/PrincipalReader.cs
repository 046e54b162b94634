using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Language;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads Principal and NotPrincipal: <c>"*"</c>, or an object of types.</summary>
internal static class PrincipalReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, string element, out PrincipalElement? principal)
    {
        principal = null;
        bool isNegated = element != "Principal";
        if (cursor.TokenType == JsonTokenType.String)
        {
            string text = cursor.GetText();
            if (text == "*") principal = new PrincipalElement { Span = cursor.Span, IsNegated = isNegated, IsEveryone = true };
            else context.Report(Descriptors.PrincipalText, cursor.Span, text, element);
            return true;
        }

        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            return ElementReader.ReportWrongType(ref cursor, context, element, "'*' or an object of principal types");
        }

        ListBuilder<PrincipalGroup> groups = new(context.Groups);
        MemberWalk members = new(ref cursor, context);
        while (members.Next(ref cursor))
        {
            if (!ReadGroup(ref cursor, context, members.Name, members.NameSpan, ref groups)) return false;
        }

        if (!members.End(ref cursor, out TextSpan span)) return false;
        if (groups.Count == 0) context.ReportTolerated(Descriptors.EmptyList, span, element);
        principal = new PrincipalElement { Span = span, IsNegated = isNegated, Groups = groups.ToArray() };
        return true;
    }

    private static bool ReadGroup(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, ref ListBuilder<PrincipalGroup> groups)
    {
        if (!PrincipalTypeNames.TryParse(name, out PrincipalType type))
        {
            string[] known = [.. Enum.GetValues<PrincipalType>().Select(PrincipalTypeNames.NameOf)];
            context.Report(Descriptors.UnknownPrincipalType, nameSpan, name, ElementNames.Suggest(name, known));
            groups.Add(new PrincipalGroup { Span = nameSpan, Type = default, Values = [] }); // so that the element does not count as empty too
            return cursor.Skip();
        }

        bool complete = TextListReader.Read(ref cursor, context, name, dropsNull: false, out SyntaxList<TextValue> values, out TextSpan? span);
        if (span is { } read) groups.Add(new PrincipalGroup { Span = TextSpan.FromBounds(nameSpan.Start, read.End), Type = type, Values = values });
        return complete;
    }
}
