using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>What one policy decides about one request, and why, statement by statement.</summary>
/// <remarks>Immutable. Decision and certainty are always those that Evaluate gives.</remarks>
public sealed record PolicyExplanation
{
    /// <summary>The decision.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Whether the decision stands however the undecided matches would turn out.</summary>
    public required bool IsCertain { get; init; }

    /// <summary>All statements in the order of the document, those that do not match included.</summary>
    public required ImmutableArray<StatementTrace> Statements { get; init; }

    /// <summary>A warning for each undecided statement that could have changed the decision.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
