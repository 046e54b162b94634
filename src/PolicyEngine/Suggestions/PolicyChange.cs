using PolicyEngine.Syntax;

namespace PolicyEngine.Suggestions;

/// <summary>A change of one document of a set: a statement that is added, or one that takes the place of another.</summary>
/// <param name="Place">Where the document is attached.</param>
/// <param name="Policy">The place of the document there; the number of documents for a new one.</param>
/// <param name="Index">The place of the statement that is replaced; null for one that is added.</param>
/// <param name="Suggestion">The change, for its reader.</param>
internal sealed record PolicyChange(AttachmentPlace Place, int Policy, int? Index, PolicySuggestion Suggestion)
{
    /// <summary>The set with the change.</summary>
    internal PolicySet Apply(PolicySet set) => Place.Put(set, Change([.. Place.DocumentsOf(set)]));

    private PolicyDocument[] Change(PolicyDocument[] documents)
    {
        if (Policy == documents.Length) return [.. documents, new PolicyDocument { Type = Place.DocumentType, Version = PolicyVersion.Version2012, Statements = SyntaxList.Single(Suggestion.Statement) }];
        PolicyDocument document = documents[Policy];
        List<Statement> statements = [.. document.Statements];
        if (Index is { } replaced) statements[replaced] = Suggestion.Statement;
        else statements.Add(Suggestion.Statement);
        documents[Policy] = document with { Statements = statements.Count == 1 && document.Statements.IsSingle ? SyntaxList.Single(statements[0]) : [.. statements] };
        return documents;
    }
}
