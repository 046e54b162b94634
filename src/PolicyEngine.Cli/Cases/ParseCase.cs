namespace PolicyEngine.Cli.Cases;

/// <summary>A case that asks whether a policy text is accepted.</summary>
internal sealed record ParseCase : Case
{
    /// <summary>Whether the text is expected to be accepted; null when the case does not say.</summary>
    internal required bool? ExpectedValid { get; init; }
}
