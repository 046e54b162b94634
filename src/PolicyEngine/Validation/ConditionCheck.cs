using PolicyEngine.Diagnostics;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks the keys and values of a condition.</summary>
internal static class ConditionCheck
{
    private const int FewKeys = 8;

    internal static void Check(ParseContext context, ConditionBlock condition, bool variables) => ConditionWalk.Check(
        context,
        condition,
        variables,
        static (own, clause) => CheckKeys(own, clause),
        static (own, op, _, value, hasVariables) => CheckValue(own, op, value, hasVariables));

    private static void CheckKeys(ParseContext context, ConditionClause clause)
    {
        Dictionary<string, string>? seen = clause.Entries.Count > FewKeys ? new(ConditionKey.NameComparer) : null;
        for (int i = 0; i < clause.Entries.Count; i++)
        {
            ConditionEntry entry = clause.Entries[i];
            string? fault = ConditionKeyForm.FindFault(entry.Key);
            if (fault is not null && ConditionKey.IsOfNoRequest(entry.Key)) context.ReportTolerated(Descriptors.ConditionKeyForm, entry.Span, entry.Key, fault);
            else if (fault is not null) context.Report(Descriptors.ConditionKeyForm, entry.Span, entry.Key, fault);
            if (FindSame(clause.Entries, i, seen) is { } first && first != entry.Key)
            {
                context.Report(Descriptors.DuplicateConditionKey, entry.Span, entry.Key);
            }
        }
    }

    /// <summary>The first spelling of a key among the entries before it: few are compared one by one, more of them by hash.</summary>
    private static string? FindSame(SyntaxList<ConditionEntry> entries, int index, Dictionary<string, string>? seen)
    {
        string key = entries[index].Key;
        if (seen is not null) return seen.TryAdd(key, key) ? null : seen[key];
        for (int i = 0; i < index; i++)
        {
            if (ConditionKey.NameComparer.Equals(entries[i].Key, key)) return entries[i].Key;
        }

        return null;
    }

    private static void CheckValue(ParseContext context, ConditionOperator op, ConditionValue value, bool variables)
    {
        bool looksVariable = variables && PatternTokens.HasVariable(value.Text);
        if (looksVariable) VariableCheck.Check(context, value.Span, value.Text);
        if (looksVariable && op.Kind == ConditionOperatorKind.Bool) return;
        if (looksVariable && !op.TakesVariables)
        {
            context.ReportTolerated(Descriptors.VariableNotSupported, value.Span, value.Text, op.ToString());
        }
        else
        {
            ConditionValueCheck.Check(context, op.Family, value, variables);
        }
    }
}
