namespace PolicyEngine.Cli.Cases;

/// <summary>A case that asks what one policy document decides, alone.</summary>
internal sealed record DocumentCase : Case
{
    /// <summary>The request.</summary>
    internal required CaseRequest Request { get; init; }

    /// <summary>The expected decision; null when the case does not say.</summary>
    internal required Expectation? Expected { get; init; }
}
