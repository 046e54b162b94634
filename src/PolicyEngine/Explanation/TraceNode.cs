using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>What one part of a statement made of a request: an element, or one text or condition key in it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record TraceNode
{
    /// <summary>The part, such as <c>Action</c>, <c>NotPrincipal</c> or <c>StringEquals aws:SourceVpce</c>.</summary>
    public required string Label { get; init; }

    /// <summary>The path in the document, such as <c>Statement[0].Condition.StringEquals.aws:SourceVpce</c>.</summary>
    public required string Path { get; init; }

    /// <summary>Where the part stands in the policy text, in bytes.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>Whether the part matches.</summary>
    public required MatchOutcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public required MatchReason Reason { get; init; }

    /// <summary>What the policy says; empty for an element, whose <see cref="Children"/> say it.</summary>
    public string PolicyText { get; init; } = "";

    /// <summary>What the request holds, with <c>(missing)</c> for a key that it does not hold.</summary>
    public required string RequestText { get; init; }

    /// <summary>The texts or keys of an element, in order; empty for those themselves.</summary>
    public ImmutableArray<TraceNode> Children { get; init; } = [];
}
