using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>What one layer of policies made of a request: all policies of a kind, or those of one level of an organization.</summary>
/// <remarks>Immutable.</remarks>
public sealed record LayerTrace
{
    /// <summary>The kind of its policies.</summary>
    public required PolicyType Kind { get; init; }

    /// <summary>The level of an organization; empty for kinds without levels.</summary>
    public required string Level { get; init; }

    /// <summary>Its part in the decision.</summary>
    public required LayerOutcome Outcome { get; init; }

    /// <summary>Whether the request is denied by it: it denies, or its allow is needed and missing.</summary>
    public required bool IsDenier { get; init; }

    /// <summary>Why, as the end of a sentence.</summary>
    public required string Reason { get; init; }

    /// <summary>Its policies; empty where they do not count.</summary>
    public required ImmutableArray<PolicyTrace> Policies { get; init; }
}
