namespace PolicyEngine;

/// <summary>How a policy stands in the way of a denied call.</summary>
public enum DenialEffect
{
    /// <summary>Not said.</summary>
    Unknown = 0,

    /// <summary>No policy of the kind allows.</summary>
    ImplicitDeny = 1,

    /// <summary>A policy of the kind denies.</summary>
    ExplicitDeny = 2,
}
