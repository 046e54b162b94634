namespace PolicyEngine.Cli.Cases;

/// <summary>A case that asks what one policy document decides, alone.</summary>
internal sealed record DocumentCase : Case
{
    /// <summary>The type of the policy.</summary>
    internal required PolicyType PolicyType { get; init; }

    /// <summary>The policy as its author wrote it.</summary>
    internal required PolicyText Policy { get; init; }

    /// <summary>The request.</summary>
    internal required AuthorizationRequest Request { get; init; }

    /// <summary>The expected decision; null when the case does not say.</summary>
    internal required Expectation? Expected { get; init; }
}
