namespace PolicyEngine.Cli.Cases;

/// <summary>A case that asks what a policy set decides.</summary>
internal sealed record AuthorizationCase : Case
{
    /// <summary>The policy set.</summary>
    internal required CasePolicies Policies { get; init; }

    /// <summary>The request.</summary>
    internal required AuthorizationRequest Request { get; init; }

    /// <summary>The expected decision; null when the case does not say.</summary>
    internal required Expectation? Expected { get; init; }
}
