using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>What all policies in play decide about one request, and why, layer by layer.</summary>
/// <remarks>Immutable. Decision and certainty are always those that Evaluate gives.</remarks>
public sealed record AuthorizationExplanation
{
    /// <summary>The decision.</summary>
    public required AuthorizationDecision Decision { get; init; }

    /// <summary>Why, in one sentence without a final stop.</summary>
    public required string Summary { get; init; }

    /// <summary>Of a denial: all kinds of policies that deny, or whose allow is missing, in the order in which AWS is taken to name them;
    /// empty where no policy is the cause.</summary>
    public required ImmutableArray<PolicyType> Deniers { get; init; }

    /// <summary>Of a denial: the kind that a message names, the first of <see cref="Deniers"/>; null where there is none.</summary>
    public PolicyType? Primary => Deniers.IsEmpty ? null : Deniers[0];

    /// <summary>What the resource's own policy grants.</summary>
    public required ResourceGrant Grant { get; init; }

    /// <summary>Of a denial: the sentence with which AWS would refuse the request; null where it is allowed.</summary>
    public required DenialMessage? Message { get; init; }

    /// <summary>What is unknown and could change the decision: condition keys, then slots of policies.</summary>
    public required ImmutableArray<string> Dependencies { get; init; }

    /// <summary>All layers in the order of <see cref="PolicyType"/>, those that do not count included.</summary>
    public required ImmutableArray<LayerTrace> Layers { get; init; }

    /// <summary>A warning for each undecided statement that could have changed the decision.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }
}
