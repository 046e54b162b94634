using System.Runtime.InteropServices;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Checks a document that was read: Version, Id, and each statement.</summary>
internal static class DocumentCheck
{
    internal static void Check(ParseContext context, DocumentDraft draft)
    {
        CheckVersion(context, draft);
        if (draft.Has(PolicyElements.Id) && !context.Rules.HasId)
        {
            TextSpan id = draft.IdSpan;
            context.Path.Push("Id");
            if (context.Rules.IsIamText) context.ReportTolerated(Descriptors.ForbiddenElement, id, "Id", context.TypeName);
            else context.Report(Descriptors.ForbiddenElement, id, "Id", context.TypeName);
            context.Path.Pop();
        }

        if (!draft.Has(PolicyElements.Statement)) context.Report(Descriptors.MissingElement, draft.Span, "The document", "'Statement'", context.TypeName);

        if (context.Type == PolicyType.Resource) context.Service = ServiceOfPolicy.Find(context, draft);
        NameSet sids = new(draft.Statements.Count);
        context.Path.Push("Statement");
        foreach (ref readonly StatementDraft statement in CollectionsMarshal.AsSpan(draft.Statements))
        {
            if (statement.Index >= 0) context.Path.Push(statement.Index);
            StatementCheck.Check(context, in statement, draft.HasVariables, ref sids);
            if (statement.Index >= 0) context.Path.Pop();
        }

        context.Path.Pop();
    }

    private static void CheckVersion(ParseContext context, DocumentDraft draft)
    {
        if (draft.Version is { } version && draft.VersionValue is null)
        {
            context.Path.Push("Version");
            context.Report(Descriptors.VersionText, draft.VersionSpan, version);
            context.Path.Pop();
        }
        else if (context.Rules.RequiresVersion2012 && !draft.HasVariables && (draft.Version is not null || !draft.Has(PolicyElements.Version)))
        {
            TextSpan span = draft.Version is null ? draft.Span : draft.VersionSpan;
            bool tolerated = context.Type is PolicyType.Managed or PolicyType.PermissionsBoundary;
            if (tolerated) context.ReportTolerated(Descriptors.VersionTooOld, span, context.TypeName);
            else context.Report(Descriptors.VersionTooOld, span, context.TypeName);
        }
    }
}
