using PolicyEngine.Diagnostics;
using PolicyEngine.Primitives;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Syntax.Checking;

/// <summary>Checks the keys and values of a condition.</summary>
internal static class ConditionCheck
{
    internal static void Check(ParseContext context, ConditionBlock condition, bool variables)
    {
        context.Path.Push("Condition");
        foreach (ConditionClause clause in condition.Clauses)
        {
            context.Path.Push(clause.Operator.ToString());
            CheckKeys(context, clause);
            foreach (ConditionEntry entry in clause.Entries) CheckEntry(context, clause.Operator, entry, variables);
            context.Path.Pop();
        }

        context.Path.Pop();
    }

    private static void CheckKeys(ParseContext context, ConditionClause clause)
    {
        Dictionary<string, string>? seen = clause.Entries.Count > 1 ? new(ConditionKeyName.Comparer) : null;
        foreach (ConditionEntry entry in clause.Entries)
        {
            string? fault = ConditionKeyName.FindFault(entry.Key);
            if (fault is not null) context.Report(Descriptors.ConditionKeyForm, entry.Span, entry.Key, fault);
            if (seen is not null && !seen.TryAdd(entry.Key, entry.Key) && seen[entry.Key] != entry.Key)
            {
                context.Report(Descriptors.DuplicateConditionKey, entry.Span, entry.Key);
            }
        }
    }

    private static void CheckEntry(ParseContext context, ConditionOperator op, ConditionEntry entry, bool variables)
    {
        context.Path.Push(entry.Key);
        for (int i = 0; i < entry.Values.Count; i++)
        {
            context.Path.PushItem(entry.Values, i);
            CheckValue(context, op, entry.Values[i], variables);
            context.Path.PopItem(entry.Values);
        }

        context.Path.Pop();
    }

    private static void CheckValue(ParseContext context, ConditionOperator op, ConditionValue value, bool variables)
    {
        bool hasVariable = VariableCheck.Check(context, value.Span, value.Text, variables);
        bool looksVariable = variables && PatternTokens.HasVariable(value.Text);
        if (looksVariable && op.Kind == ConditionOperatorKind.Bool)
        {
            if (hasVariable) context.Report(Descriptors.VariableInBool, value.Span, value.Text);
        }
        else if (looksVariable && !op.TakesVariables)
        {
            context.ReportTolerated(Descriptors.VariableNotSupported, value.Span, value.Text, op.ToString());
        }
        else
        {
            ConditionValueCheck.Check(context, op.Family, value, variables);
        }
    }
}
