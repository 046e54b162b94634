namespace PolicyEngine;

/// <summary>What part a layer of policies has in a decision.</summary>
public enum LayerOutcome
{
    /// <summary>Policies of the kind are not attached, so that they neither limit nor grant.</summary>
    NotAttached = 0,

    /// <summary>Policies of the kind do not apply to such a request.</summary>
    NotApplicable = 1,

    /// <summary>The attached policies are unknown.</summary>
    Unknown = 2,

    /// <summary>It counts, and no statement applies.</summary>
    NoMatch = 3,

    /// <summary>It counts, and an Allow applies.</summary>
    Allows = 4,

    /// <summary>It counts, and a Deny applies.</summary>
    Denies = 5,
}
