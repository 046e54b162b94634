using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Shrinking;

/// <summary>Smaller documents. A document that the parser accepts shrinks to such ones only; any other shrinks anyhow.</summary>
internal static class DocumentShrink
{
    internal static IEnumerable<PolicyDocument> Of(PolicyDocument document) => Valid(document, Candidates(document));

    /// <summary>Smaller statements that a document of the type can hold.</summary>
    internal static IEnumerable<Statement> Of(Statement statement, PolicyType type)
    {
        PolicyDocument document = Alone(statement, type);
        return Valid(document, StatementShrink.Of(statement).Select(smaller => document with { Statements = SyntaxList.Single(smaller) })).Select(static d => d.Statements[0]);
    }

    /// <summary>Smaller conditions of a statement that allows everything else.</summary>
    internal static IEnumerable<ConditionBlock> Of(ConditionBlock condition)
    {
        SyntaxList<TextValue> all = SyntaxList.Single(new TextValue { Text = "*" });
        Statement statement = new() { Effect = Effect.Allow, Action = new ActionElement { Patterns = all }, Resource = new ResourceElement { Patterns = all }, Condition = condition };
        return Of(statement, PolicyType.Identity).Select(static smaller => smaller.Condition).OfType<ConditionBlock>();
    }

    /// <summary>True where the parser reads the document from its own text, strictly, and without an error.</summary>
    internal static bool IsValid(PolicyDocument document)
    {
        PolicyText text = PolicyText.FromString(PolicyWriter.Write(document));
        return PolicyParser.Parse(text, new PolicyParserOptions { Type = document.Type, Quota = PolicyQuota.None }).Value == document;
    }

    private static PolicyDocument Alone(Statement statement, PolicyType type) =>
        new() { Type = type, Version = PolicyVersion.Version2012, Statements = SyntaxList.Single(statement) };

    private static IEnumerable<PolicyDocument> Valid(PolicyDocument document, IEnumerable<PolicyDocument> candidates) =>
        IsValid(document) ? candidates.Where(IsValid) : candidates;

    private static IEnumerable<PolicyDocument> Candidates(PolicyDocument document)
    {
        if (document.Id is not null) yield return document with { Id = null };
        foreach (SyntaxList<Statement> statements in ListShrink.Of(document.Statements, StatementShrink.Of)) yield return document with { Statements = statements };
    }
}
