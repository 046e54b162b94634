using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>How one policy of a layer matched a request.</summary>
/// <remarks>Immutable. Equality is by reference.</remarks>
public sealed class PolicyTrace
{
    internal PolicyTrace(PolicyDocument document, ImmutableArray<StatementTrace> statements)
    {
        Document = document;
        Statements = statements;
    }

    /// <summary>The policy.</summary>
    public PolicyDocument Document { get; }

    /// <summary>Its statements in order, those that do not match included.</summary>
    public ImmutableArray<StatementTrace> Statements { get; }

    /// <summary>The name of the policy text and its statements that take effect.</summary>
    /// <returns>Such as <c>policy user.json: 1 of 3 statements apply</c>.</returns>
    public override string ToString()
    {
        string name = Document.Source is { Name.Length: > 0 } source ? $" {source.Name}" : "";
        return $"policy{name}: {Statements.Count(static statement => statement.Applies)} of {Statements.Length} statements apply";
    }
}
