namespace PolicyEngine.Checks;

/// <summary>Advises on a document: on how conditions are written, on what texts mean, on what statements mean.</summary>
internal static class DocumentAdvice
{
    /// <summary>Checks a finished document.</summary>
    internal static void Check(AdviceContext context, PolicyDocument document)
    {
        Check(context, new CheckedStatements(document));
        CheckRules.Check(context, document);
    }

    private static void Check(AdviceContext context, CheckedStatements statements)
    {
        context.ForEach(statements, static (own, statement) =>
        {
            TextAdvice.Check(own, statement);
            own.Round = AdviceRound.Statement;
            StatementAdvice.Check(own, statement);
        });
        if (context.Type != PolicyType.Resource) return;
        PinnedDenies denies = PinnedDenies.Find(statements);
        context.ForEach(statements, (own, statement) => PinnedAllowAdvice.Check(own, statement, denies));
    }
}
