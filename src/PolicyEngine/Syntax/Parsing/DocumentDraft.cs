using PolicyEngine.Text;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>A document while it is read.</summary>
internal sealed class DocumentDraft
{
    internal TextSpan Span { get; set; }

    internal TextValue? Version { get; set; }

    internal TextValue? Id { get; set; }

    internal TextSpan? IdSpan { get; set; }

    internal bool HasStatement { get; set; }

    internal bool IsSingleStatement { get; set; }

    internal bool HasVersion { get; set; }

    internal List<StatementDraft> Statements { get; } = [];

    /// <summary>Whether policy variables are active: the Version says 2012-10-17.</summary>
    internal bool HasVariables => Version?.Text == "2012-10-17";

    internal PolicyVersion? VersionValue => Version?.Text switch
    {
        "2012-10-17" => PolicyVersion.Version2012,
        "2008-10-17" => PolicyVersion.Version2008,
        _ => null,
    };

    /// <summary>The finished document; only called when no error was reported.</summary>
    internal PolicyDocument ToDocument(PolicyType type, PolicyText source) => new()
    {
        Span = Span,
        Type = type,
        Version = VersionValue,
        Id = Id?.Text,
        Statements = new SyntaxList<Statement>(ToStatements(), IsSingleStatement),
        Source = source,
    };

    private Statement[] ToStatements()
    {
        Statement[] statements = new Statement[Statements.Count];
        for (int i = 0; i < statements.Length; i++) statements[i] = Statements[i].ToStatement();
        return statements;
    }
}
