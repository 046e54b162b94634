using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Language;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads Condition: operators, their keys, and the values of each key.</summary>
internal static class ConditionReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, out ConditionBlock? condition)
    {
        condition = null;
        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            return ElementReader.ReportWrongType(ref cursor, context, "Condition", "an object of condition operators");
        }

        ListBuilder<ConditionClause> clauses = new(context.Clauses);
        MemberWalk operators = new(ref cursor, context);
        while (operators.Next(ref cursor))
        {
            if (!ReadClause(ref cursor, context, operators.Name, operators.NameSpan, ref clauses)) return false;
        }

        if (!operators.End(ref cursor, out TextSpan span)) return false;
        condition = new ConditionBlock { Span = span, Clauses = clauses.ToArray() };
        return true;
    }

    private static bool ReadClause(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, ref ListBuilder<ConditionClause> clauses)
    {
        bool known = ConditionOperator.TryParse(name, out ConditionOperator op);
        bool mayBeEmpty = !known && context.IsStored;
        if (!known && !mayBeEmpty) ReportOperator(context, name, nameSpan, DiagnosticSeverity.Error);
        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            if (mayBeEmpty) ReportOperator(context, name, nameSpan, DiagnosticSeverity.Error);
            return ElementReader.ReportWrongType(ref cursor, context, name, "an object of condition keys");
        }

        ListBuilder<ConditionEntry> entries = new(context.Entries);
        MemberWalk keys = new(ref cursor, context);
        while (keys.Next(ref cursor))
        {
            if (!ConditionValueReader.Read(ref cursor, context, keys.Name, keys.NameSpan, ref entries)) return false;
        }

        if (!keys.End(ref cursor, out TextSpan body)) return false;
        TextSpan span = TextSpan.FromBounds(nameSpan.Start, body.End);
        if (mayBeEmpty) ReportOperator(context, name, nameSpan, entries.Count == 0 ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error);
        if (known) clauses.Add(new ConditionClause { Span = span, Operator = op, Entries = entries.ToArray() });
        return true;
    }

    /// <summary>An operator without keys is no condition, and AWS stores some such as this.</summary>
    private static void ReportOperator(ParseContext context, string name, TextSpan span, DiagnosticSeverity severity)
    {
        if (name.EndsWith("NullIfExists", StringComparison.Ordinal) && ConditionOperator.TryParse(name.AsSpan(0, name.Length - "IfExists".Length), out _))
        {
            context.Report(Descriptors.NullIfExists, severity, span, name);
            return;
        }

        string meant = OperatorNames.Suggest(name);
        context.Report(Descriptors.UnknownOperator, severity, span, name, meant.Length == 0 ? "" : $"; '{meant}' is");
    }
}
