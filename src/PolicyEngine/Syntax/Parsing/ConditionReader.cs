using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Primitives;
using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>Reads Condition: operators, their keys, and the values of each key.</summary>
internal static class ConditionReader
{
    internal static bool Read(ref JsonCursor cursor, ParseContext context, out ConditionBlock? condition)
    {
        condition = null;
        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            return ScalarReader.ReportWrongType(ref cursor, context, "Condition", "an object of condition operators");
        }

        TextSpan open = cursor.Span;
        NameSet names = new(context);
        List<ConditionClause> clauses = [];
        while (cursor.Read() && cursor.TokenType == JsonTokenType.PropertyName)
        {
            string name = cursor.GetText();
            TextSpan nameSpan = cursor.Span;
            names.Add(name, nameSpan);
            if (!cursor.Read()) return false;
            context.Path.Push(name);
            bool complete = ReadClause(ref cursor, context, name, nameSpan, clauses);
            context.Path.Pop();
            if (!complete) return false;
        }

        if (cursor.TokenType != JsonTokenType.EndObject) return false;
        condition = new ConditionBlock
        {
            Span = TextSpan.FromBounds(open.Start, cursor.Span.End),
            Clauses = new SyntaxList<ConditionClause>([.. clauses], isSingle: false),
        };
        return true;
    }

    private static bool ReadClause(ref JsonCursor cursor, ParseContext context, string name, TextSpan nameSpan, List<ConditionClause> clauses)
    {
        bool known = ConditionOperator.TryParse(name, out ConditionOperator op);
        if (!known) ReportOperator(context, name, nameSpan);
        if (cursor.TokenType != JsonTokenType.StartObject)
        {
            return ScalarReader.ReportWrongType(ref cursor, context, name, "an object of condition keys");
        }

        NameSet names = new(context);
        List<ConditionEntry> entries = [];
        while (cursor.Read() && cursor.TokenType == JsonTokenType.PropertyName)
        {
            string key = cursor.GetText();
            TextSpan keySpan = cursor.Span;
            names.Add(key, keySpan);
            if (!cursor.Read()) return false;
            context.Path.Push(key);
            bool complete = ConditionValueReader.Read(ref cursor, context, key, keySpan, entries);
            context.Path.Pop();
            if (!complete) return false;
        }

        if (cursor.TokenType != JsonTokenType.EndObject) return false;
        TextSpan span = TextSpan.FromBounds(nameSpan.Start, cursor.Span.End);
        if (entries.Count == 0) context.Report(Descriptors.EmptyOperator, span, name);
        if (known) clauses.Add(new ConditionClause { Span = span, Operator = op, Entries = new SyntaxList<ConditionEntry>([.. entries], isSingle: false) });
        return true;
    }

    private static void ReportOperator(ParseContext context, string name, TextSpan span)
    {
        if (name.EndsWith("NullIfExists", StringComparison.Ordinal) && ConditionOperator.TryParse(name.AsSpan(0, name.Length - "IfExists".Length), out _))
        {
            context.Report(Descriptors.NullIfExists, span, name);
            return;
        }

        string meant = OperatorNames.Suggest(name);
        context.Report(Descriptors.UnknownOperator, span, name, meant.Length == 0 ? "" : $"; '{meant}' is");
    }
}
