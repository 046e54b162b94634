namespace PolicyEngine.Cli.Cases;

/// <summary>A line that says of itself that there is nothing to decide.</summary>
internal sealed record SkippedCase : Case
{
    /// <summary>Why, in one word, such as <c>notARequest</c>.</summary>
    internal required string Disposition { get; init; }
}
