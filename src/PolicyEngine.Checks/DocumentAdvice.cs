using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Checks;

/// <summary>Advises on a document: on how conditions are written, on what texts mean, on what statements mean.</summary>
internal static class DocumentAdvice
{
    /// <summary>Checks a finished document.</summary>
    internal static void Check(AdviceContext context, PolicyDocument document) => Check(context, new CheckedStatements(document));

    /// <summary>Checks what could be read of a text with errors.</summary>
    internal static void Check(AdviceContext context, ParseRecovery recovery)
    {
        foreach (ParseRecovery.Remark remark in recovery.Remarks)
        {
            context.Report(remark.IsOperator ? AdviceDescriptors.EmptyOperator : AdviceDescriptors.UnquotedValue, remark.Path, remark.Span, remark.Text);
        }

        if (recovery.Draft is { } draft) Check(context, new CheckedStatements(draft));
    }

    private static void Check(AdviceContext context, CheckedStatements statements)
    {
        ForEach(context, statements, static (own, statement) =>
        {
            TextAdvice.Check(own, statement);
            own.Round = AdviceRound.Statement;
            StatementAdvice.Check(own, statement);
        });
        if (context.Type != PolicyType.Resource) return;
        PinnedDenies denies = PinnedDenies.Find(statements);
        ForEach(context, statements, (own, statement) => PinnedAllowAdvice.Check(own, statement, denies));
    }

    private static void ForEach(AdviceContext context, CheckedStatements statements, Action<AdviceContext, CheckedStatement> check)
    {
        context.Path.Push("Statement");
        for (int i = 0; i < statements.Count; i++)
        {
            CheckedStatement statement = statements[i];
            if (statement.Index >= 0) context.Path.Push(statement.Index);
            check(context, statement);
            if (statement.Index >= 0) context.Path.Pop();
        }

        context.Path.Pop();
    }
}
