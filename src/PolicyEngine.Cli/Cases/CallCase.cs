namespace PolicyEngine.Cli.Cases;

/// <summary>A case that asks what policies decide about a call; the policies may come from elsewhere, such as the command line.</summary>
internal sealed record CallCase : Case
{
    /// <summary>The policy set; null when the case brings none of its own.</summary>
    internal required CasePolicies? Policies { get; init; }

    /// <summary>The call.</summary>
    internal required Call Call { get; init; }

    /// <summary>The expected decision; null when the case does not say.</summary>
    internal required Expectation? Expected { get; init; }
}
