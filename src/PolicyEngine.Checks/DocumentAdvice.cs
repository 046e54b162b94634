using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Checks;

/// <summary>Advises on a document in three rounds: how conditions are written, what texts mean, what statements mean. A limit of findings thus leaves out the last first.</summary>
internal static class DocumentAdvice
{
    /// <summary>Checks a finished document.</summary>
    internal static void Check(AdviceContext context, PolicyDocument document)
    {
        CheckedStatement[] statements = CheckedStatement.AllOf(document);
        ForEach(context, statements, CheckWriting);
        Check(context, statements);
    }

    /// <summary>Checks what could be read of a text with errors.</summary>
    internal static void Check(AdviceContext context, ParseRecovery recovery)
    {
        foreach (ParseRecovery.Remark remark in recovery.Remarks)
        {
            context.Report(remark.IsOperator ? AdviceDescriptors.EmptyOperator : AdviceDescriptors.UnquotedValue, remark.Path, remark.Span, remark.Text);
        }

        if (recovery.Draft is { } draft) Check(context, CheckedStatement.AllOf(draft));
    }

    private static void Check(AdviceContext context, CheckedStatement[] statements)
    {
        ForEach(context, statements, TextAdvice.Check);
        ForEach(context, statements, StatementAdvice.Check);
        if (context.Type != PolicyType.Resource) return;
        PinnedDenies denies = PinnedDenies.Find(statements);
        ForEach(context, statements, (own, statement) => PinnedAllowAdvice.Check(own, statement, denies));
    }

    private static void ForEach(AdviceContext context, CheckedStatement[] statements, Action<AdviceContext, CheckedStatement> check)
    {
        context.Path.Push("Statement");
        foreach (CheckedStatement statement in statements)
        {
            if (statement.Index >= 0) context.Path.Push(statement.Index);
            check(context, statement);
            if (statement.Index >= 0) context.Path.Pop();
        }

        context.Path.Pop();
    }

    /// <summary>Operators without keys, and values without quotes.</summary>
    private static void CheckWriting(AdviceContext context, CheckedStatement statement)
    {
        context.Path.Push("Condition");
        foreach (ConditionClause clause in statement.Condition?.Clauses ?? [])
        {
            if (clause.Entries.Count > 0) continue;
            string name = clause.Operator.ToString();
            context.Path.Push(name);
            context.Report(AdviceDescriptors.EmptyOperator, clause.Span, name);
            context.Path.Pop();
        }

        context.Path.Pop();
        foreach (ConditionTest test in statement.Tests)
        {
            test.CheckEach(context, static (own, _, value) =>
            {
                if (value.Form != ConditionValueForm.Text) own.Report(AdviceDescriptors.UnquotedValue, value.Span, value.Text);
            });
        }
    }
}
