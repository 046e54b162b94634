namespace PolicyEngine.Syntax;

/// <summary>Builds a policy document in code.</summary>
/// <remarks>Mutable, and not safe for concurrent use. What the parser would refuse is never built: the result is written,
/// parsed strictly and returned, with all advice that the parser has. The Version is 2012-10-17.</remarks>
/// <param name="type">What the document is attached to.</param>
public sealed class PolicyBuilder(PolicyType type)
{
    private readonly List<StatementBuilder> statements = [];
    private string? documentId;

    /// <summary>Sets the id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>This builder.</returns>
    public PolicyBuilder Id(string id)
    {
        documentId = id;
        return this;
    }

    /// <summary>Adds a statement that allows.</summary>
    /// <param name="configure">Fills the statement.</param>
    /// <returns>This builder.</returns>
    public PolicyBuilder Allow(Action<StatementBuilder> configure) => Add(Effect.Allow, configure);

    /// <summary>Adds a statement that denies.</summary>
    /// <param name="configure">Fills the statement.</param>
    /// <returns>This builder.</returns>
    public PolicyBuilder Deny(Action<StatementBuilder> configure) => Add(Effect.Deny, configure);

    /// <summary>Builds the document, or tells why it is none.</summary>
    /// <param name="options">What the parser accepts beyond a strict reading; the type is always that of this builder.</param>
    /// <returns>The document or errors; spans cut <see cref="PolicyDocument.Source"/>, which is the text as written.</returns>
    public ParseResult<PolicyDocument> TryBuild(PolicyParserOptions? options = null)
    {
        PolicyDocument draft = new()
        {
            Type = type,
            Version = PolicyVersion.Version2012,
            Id = documentId,
            Statements = [.. statements.Select(static s => s.ToStatement())],
        };
        PolicyText text = PolicyText.FromString(PolicyWriter.Write(draft, indented: true));
        return PolicyParser.Parse(text, (options ?? PolicyParserOptions.Default) with { Type = type });
    }

    /// <summary>Builds the document.</summary>
    /// <returns>The document.</returns>
    /// <exception cref="PolicyDiagnosticException">The parser refuses it; the exception says why.</exception>
    public PolicyDocument Build() => TryBuild().GetValueOrThrow();

    private PolicyBuilder Add(Effect effect, Action<StatementBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        StatementBuilder statement = new(effect);
        configure(statement);
        statements.Add(statement);
        return this;
    }
}
