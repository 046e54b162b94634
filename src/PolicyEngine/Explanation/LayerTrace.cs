using System.Collections.Immutable;
using PolicyEngine.Explanation;

namespace PolicyEngine;

/// <summary>What one layer of policies contributes to a decision: all policies of a kind, or those of one level of an organization.</summary>
/// <remarks>Immutable. Equality is by reference.</remarks>
public sealed class LayerTrace
{
    internal LayerTrace(PolicyType kind, string level, LayerOutcome outcome, bool isDenier, Reasoning why)
    {
        Kind = kind;
        Level = level;
        Outcome = outcome;
        IsDenier = isDenier;
        Why = why;
    }

    /// <summary>The kind of its policies.</summary>
    public PolicyType Kind { get; }

    /// <summary>The level of an organization; empty for kinds without levels.</summary>
    public string Level { get; }

    /// <summary>What it contributes.</summary>
    public LayerOutcome Outcome { get; }

    /// <summary>True where the request is denied by it: it denies, or its allow is needed and missing.</summary>
    public bool IsDenier { get; }

    /// <summary>True where neither <see cref="Outcome"/> nor <see cref="IsDenier"/> would change, however what is unknown or undecided turns out.</summary>
    public bool IsCertain { get; internal init; }

    /// <summary>Why, as the end of a sentence.</summary>
    public string Reason => Why.Text;

    /// <summary>The id of the rule behind <see cref="Reason"/>, such as <c>A-01</c>; null where there is none.</summary>
    public string? Rule => Why.Rule;

    /// <summary>Its policies; empty where they are not evaluated.</summary>
    public ImmutableArray<PolicyTrace> Policies { get; internal init; } = [];

    internal Reasoning Why { get; }

    /// <summary>The layer, what it contributes, and why.</summary>
    /// <returns>Such as <c>serviceControl 'Root' allows: a statement allows</c>.</returns>
    public override string ToString() => ExplanationLines.Describe(this);
}
