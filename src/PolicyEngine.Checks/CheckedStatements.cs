using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Checks;

/// <summary>The statements of a finished document, or of what could be read of a text with errors. Made as they are asked for.</summary>
internal readonly struct CheckedStatements
{
    private readonly PolicyDocument? document;
    private readonly DocumentDraft? draft;

    internal CheckedStatements(PolicyDocument document) => this.document = document;

    internal CheckedStatements(DocumentDraft draft) => this.draft = draft;

    internal int Count => document is null ? draft!.Statements.Count : document.Statements.Count;

    internal CheckedStatement this[int index] => document is null
        ? CheckedStatement.Of(draft!.Statements[index])
        : CheckedStatement.Of(document.Statements[index], document.Statements.IsSingle ? -1 : index);
}
