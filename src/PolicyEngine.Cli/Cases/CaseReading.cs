namespace PolicyEngine.Cli.Cases;

/// <summary>What became of the text of a case: a case, or the reason why it is none.</summary>
internal sealed record CaseReading
{
    /// <summary>The text.</summary>
    internal required PolicyText Text { get; init; }

    /// <summary>The case; null when there is a fault.</summary>
    internal Case? Case { get; init; }

    /// <summary>The name of the case; null when it has none, or none that can be read.</summary>
    internal string? Id { get; init; }

    /// <summary>Why there is no case; null when there is one.</summary>
    internal CaseFormatException? Fault { get; init; }
}
