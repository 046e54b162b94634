using PolicyEngine.Json;

namespace PolicyEngine.Syntax.Drafts;

/// <summary>What could be read of a text with errors. It decides nothing.</summary>
internal sealed class ParseRecovery
{
    private readonly List<Remark> remarks = [];

    /// <summary>The document so far as it could be read; null where the text is not one JSON object.</summary>
    internal DocumentDraft? Draft { get; set; }

    /// <summary>What the reader met in conditions, in text order, those included that did not come into the draft.</summary>
    internal IReadOnlyList<Remark> Remarks => remarks;

    internal void AddEmptyOperator(ElementPath path, TextSpan span, string name) => remarks.Add(new Remark(path.ToString(), span, name, IsOperator: true));

    internal void AddUnquotedValue(ElementPath path, TextSpan span, string text) => remarks.Add(new Remark(path.ToString(), span, text, IsOperator: false));

    /// <summary>An operator without keys, or a value without quotes.</summary>
    internal readonly record struct Remark(string Path, TextSpan Span, string Text, bool IsOperator);
}
