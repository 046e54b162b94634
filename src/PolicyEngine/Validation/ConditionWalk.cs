using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Walks a condition: of each operator first its keys, then its values one by one, each under its own path.</summary>
internal static class ConditionWalk
{
    /// <summary>Checks the keys of one operator; the path is that of the operator.</summary>
    internal delegate void ClauseCheck(ParseContext context, ConditionClause clause);

    /// <summary>Checks one value of a condition; the path is its own.</summary>
    internal delegate void ValueCheck(ParseContext context, ConditionOperator op, ConditionEntry entry, ConditionValue value, bool variables);

    internal static void Check(ParseContext context, ConditionBlock condition, bool variables, ClauseCheck checkClause, ValueCheck checkValue)
    {
        context.Path.Push("Condition");
        foreach (ConditionClause clause in condition.Clauses)
        {
            context.Path.Push(clause.Operator.ToString());
            checkClause(context, clause);
            foreach (ConditionEntry entry in clause.Entries)
            {
                context.Path.Push(entry.Key);
                for (int i = 0; i < entry.Values.Count; i++)
                {
                    context.PushItem(entry.Values, i);
                    checkValue(context, clause.Operator, entry, entry.Values[i], variables);
                    context.PopItem(entry.Values);
                }

                context.Path.Pop();
            }

            context.Path.Pop();
        }

        context.Path.Pop();
    }
}
