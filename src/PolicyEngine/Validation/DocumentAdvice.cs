using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Advises on what is legal in a document and seldom meant. None of it is an error, so that it can wait until somebody reads it.</summary>
internal static class DocumentAdvice
{
    internal static void Check(ParseContext context, DocumentDraft draft)
    {
        context.Path.Push("Statement");
        foreach (StatementDraft statement in draft.Statements)
        {
            if (statement.Index >= 0) context.Path.Push(statement.Index);
            StatementAdvice.Check(context, statement, draft.HasVariables);
            if (statement.Index >= 0) context.Path.Pop();
        }

        if (context.Type == PolicyType.Resource) PinnedAllowAdvice.Check(context, draft.Statements);
        context.Path.Pop();
    }
}
