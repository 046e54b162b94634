namespace PolicyEngine.Cli.Cases;

/// <summary>A case that asks whether a policy text is accepted.</summary>
internal sealed record ParseCase : Case
{
    /// <summary>The type of the policy.</summary>
    internal required PolicyType PolicyType { get; init; }

    /// <summary>The policy as its author wrote it.</summary>
    internal required PolicyText Policy { get; init; }

    /// <summary>True where the text is expected to be accepted; null when the case does not say.</summary>
    internal required bool? ExpectedValid { get; init; }
}
