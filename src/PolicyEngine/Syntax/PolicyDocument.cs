using System.Diagnostics;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>A policy document: the root of the syntax tree.</summary>
/// <remarks>AWS page: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of the IAM JSON policy language</see>.</remarks>
[DebuggerDisplay("{Type} policy, {Statements.Count} statements")]
public sealed partial record PolicyDocument : SyntaxNode
{
    /// <summary>What the document is attached to.</summary>
    public required PolicyType Type { get; init; }

    /// <summary>The version that the document names; null when it names none, which means 2008-10-17.</summary>
    public PolicyVersion? Version { get; init; }

    /// <summary>The id; null when absent. It decides nothing.</summary>
    public string? Id { get; init; }

    /// <summary>The statements in order. Order decides nothing.</summary>
    public required SyntaxList<Statement> Statements { get; init; }

    /// <summary>The text that was parsed, which spans cut; null when the document was not parsed. It does not count in equality.</summary>
    public PolicyText? Source { get; init; }

    /// <summary>True if <c>${…}</c> is a policy variable: the Version is 2012-10-17.</summary>
    public bool HasVariables => Version == PolicyVersion.Version2012;

    /// <summary>Compares type, version, id and statements.</summary>
    /// <param name="other">The other document.</param>
    /// <returns>True if both are equal in meaning and form.</returns>
    public bool Equals(PolicyDocument? other) =>
        base.Equals(other) && Type == other.Type && Version == other.Version && Id == other.Id && Statements == other.Statements;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Type, Version, Id, Statements);
}
