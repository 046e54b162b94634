using System.Collections.Immutable;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>What one statement made of a request.</summary>
/// <remarks>Immutable.</remarks>
public sealed record StatementTrace
{
    /// <summary>Its place in the document, 0-based.</summary>
    public required int Index { get; init; }

    /// <summary>Its Sid; null when it has none.</summary>
    public required string? Sid { get; init; }

    /// <summary>Its effect.</summary>
    public required Effect Effect { get; init; }

    /// <summary>Whether all its elements match.</summary>
    public required MatchOutcome Outcome { get; init; }

    /// <summary>The reason of the element that settled it.</summary>
    public required MatchReason Reason { get; init; }

    /// <summary>Whether it takes effect: on a match, and for a Deny also when undecided.</summary>
    public required bool Applies { get; init; }

    /// <summary>Which kinds of principal entries matched.</summary>
    public required PrincipalMatchKinds Principal { get; init; }

    /// <summary>Where it stands in the policy text, in bytes.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Its elements in the order Principal, Action, Resource, Condition.</summary>
    public required ImmutableArray<TraceNode> Elements { get; init; }
}
