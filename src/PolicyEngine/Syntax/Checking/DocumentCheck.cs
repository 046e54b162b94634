using PolicyEngine.Diagnostics;
using PolicyEngine.Syntax.Parsing;

namespace PolicyEngine.Syntax.Checking;

/// <summary>Checks a document that was read: Version, Id, and each statement.</summary>
internal static class DocumentCheck
{
    internal static void Check(ParseContext context, DocumentDraft draft)
    {
        CheckVersion(context, draft);
        if (draft.IdSpan is { } id && !context.Rules.HasId)
        {
            context.Path.Push("Id");
            if (context.Rules.IsIamText) context.ReportTolerated(Descriptors.ForbiddenElement, id, "Id", context.TypeName);
            else context.Report(Descriptors.ForbiddenElement, id, "Id", context.TypeName);
            context.Path.Pop();
        }

        if (!draft.HasStatement) context.Report(Descriptors.MissingElement, draft.Span, "The document", "'Statement'", context.TypeName);

        NameSet sids = default;
        context.Path.Push("Statement");
        foreach (StatementDraft statement in draft.Statements)
        {
            if (statement.Index >= 0) context.Path.Push(statement.Index);
            StatementCheck.Check(context, statement, draft.HasVariables, ref sids);
            if (statement.Index >= 0) context.Path.Pop();
        }

        context.Path.Pop();
    }

    private static void CheckVersion(ParseContext context, DocumentDraft draft)
    {
        if (draft.Version is { } version && draft.VersionValue is null)
        {
            context.Path.Push("Version");
            context.Report(Descriptors.VersionText, version.Span, version.Text);
            context.Path.Pop();
        }
        else if (context.Rules.RequiresVersion2012 && !draft.HasVariables && (draft.Version is not null || !draft.HasVersion))
        {
            bool tolerated = context.Type is PolicyType.Managed or PolicyType.PermissionsBoundary;
            if (tolerated) context.ReportTolerated(Descriptors.VersionTooOld, draft.Version?.Span ?? draft.Span, context.TypeName);
            else context.Report(Descriptors.VersionTooOld, draft.Version?.Span ?? draft.Span, context.TypeName);
        }
    }
}
