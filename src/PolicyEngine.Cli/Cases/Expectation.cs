namespace PolicyEngine.Cli.Cases;

/// <summary>What a case expects of a decision.</summary>
internal enum Expectation
{
    /// <summary>No statement applies.</summary>
    ImplicitDeny,

    /// <summary>A statement allows and none denies.</summary>
    Allowed,

    /// <summary>A statement denies.</summary>
    ExplicitDeny,

    /// <summary>An undecided match could change the decision.</summary>
    Indeterminate,
}
