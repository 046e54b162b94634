using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>What one policy of a layer made of a request.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Document">The policy.</param>
/// <param name="Statements">Its statements in order, those that do not match included.</param>
public sealed record PolicyTrace(PolicyDocument Document, ImmutableArray<StatementTrace> Statements);
