namespace PolicyEngine.Cli.Running;

/// <summary>How the answer to a case changes from one set of policies to another.</summary>
internal enum ComparisonKind
{
    /// <summary>It does not.</summary>
    Unchanged,

    /// <summary>What was denied is allowed.</summary>
    NewlyAllowed,

    /// <summary>What was allowed is denied.</summary>
    NewlyDenied,

    /// <summary>It is denied in another way: explicitly, or for lack of an Allow.</summary>
    OtherDenial,

    /// <summary>The decision is the same, but it is certain by one set alone.</summary>
    OtherCertainty,

    /// <summary>The case has nothing to decide.</summary>
    Skipped,

    /// <summary>The case cannot be answered.</summary>
    Fault,
}
