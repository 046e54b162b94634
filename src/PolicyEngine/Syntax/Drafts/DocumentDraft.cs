using System.Runtime.InteropServices;

namespace PolicyEngine.Syntax.Drafts;

/// <summary>A document while it is read.</summary>
internal sealed class DocumentDraft(PolicyText source)
{
    /// <summary>About what a statement takes of a text, so that the list need not grow.</summary>
    private const int BytesPerStatement = 200;

    /// <summary>The text of Version; null when it is missing or no string.</summary>
    internal string? Version;
    internal TextSpan VersionSpan;
    internal string? Id;

    /// <summary>The names in the document, malformed elements included.</summary>
    internal PolicyElements Seen { get; set; }

    internal TextSpan Span { get; set; }

    internal TextSpan IdSpan { get; set; }

    internal bool IsSingleStatement { get; set; }

    internal List<StatementDraft> Statements { get; } = new(1 + (source.Length / BytesPerStatement));

    /// <summary>True if policy variables are active: the Version says 2012-10-17.</summary>
    internal bool HasVariables => VersionValue == PolicyVersion.Version2012;

    internal PolicyVersion? VersionValue => Version switch
    {
        "2012-10-17" => PolicyVersion.Version2012,
        "2008-10-17" => PolicyVersion.Version2008,
        _ => null,
    };

    /// <summary>True if an element is in the document, malformed or not.</summary>
    internal bool Has(PolicyElements element) => (Seen & element) != PolicyElements.None;

    /// <summary>The finished document; only called when no error was reported.</summary>
    internal PolicyDocument ToDocument(PolicyType type) => new()
    {
        Span = Span,
        Type = type,
        Version = VersionValue,
        Id = Id,
        Statements = ToStatements(),
        Source = source,
    };

    private SyntaxList<Statement> ToStatements()
    {
        Statement[] statements = new Statement[Statements.Count];
        ReadOnlySpan<StatementDraft> drafts = CollectionsMarshal.AsSpan(Statements);
        for (int i = 0; i < drafts.Length; i++) statements[i] = drafts[i].Node;
        return IsSingleStatement && statements is [var only] ? SyntaxList.Single(only) : new SyntaxList<Statement>(statements);
    }
}
