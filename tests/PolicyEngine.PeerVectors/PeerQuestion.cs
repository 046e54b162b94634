namespace PolicyEngine.PeerVectors;

/// <summary>What a row asks.</summary>
internal enum PeerQuestion
{
    /// <summary>What is decided with the context as given.</summary>
    AsGiven,

    /// <summary>True where a context that agrees with the given one could allow the request.</summary>
    AnyContext,

    /// <summary>True where any context could allow the request; the row leaves out which keys the peer held to what is given.</summary>
    Discovery,

    /// <summary>What is decided, and whether it hangs on tags that are not given.</summary>
    Tags,

    /// <summary>True where the Principal element of the only statement matches the caller.</summary>
    Principal,
}
