using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

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
    /// <param name="document">The document, where the result is true; null otherwise.</param>
    /// <param name="diagnostics">All that the parser finds; spans cut <see cref="PolicyDocument.Source"/>, which is the text as written.</param>
    /// <param name="options">What the parser accepts beyond a strict reading; the type is always that of this builder.</param>
    /// <returns>True where there is a document.</returns>
    public bool TryBuild([NotNullWhen(true)] out PolicyDocument? document, out ImmutableArray<Diagnostic> diagnostics, PolicyParserOptions? options = null)
    {
        ParseResult<PolicyDocument> built = Parse(options);
        document = built.Value;
        diagnostics = built.Diagnostics;
        return built.Success;
    }

    /// <summary>Builds the document.</summary>
    /// <returns>The document.</returns>
    /// <exception cref="PolicyDiagnosticException">The parser refuses it; the exception says why.</exception>
    public PolicyDocument Build() => Parse(options: null).GetValueOrThrow();

    /// <summary>What is being built.</summary>
    /// <returns>Such as <c>resource policy with 2 statements so far</c>.</returns>
    public override string ToString() => $"{PolicyTypeNames.NameOf(type)} policy with {statements.Count} statements so far";

    private PolicyBuilder Add(Effect effect, Action<StatementBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        StatementBuilder statement = new(effect);
        configure(statement);
        statements.Add(statement);
        return this;
    }

    private ParseResult<PolicyDocument> Parse(PolicyParserOptions? options)
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
}
