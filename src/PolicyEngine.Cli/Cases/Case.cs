namespace PolicyEngine.Cli.Cases;

/// <summary>A question about policies, with the answer that is expected.</summary>
internal abstract record Case
{
    /// <summary>The name of the case; null when it has none.</summary>
    internal required string? Id { get; init; }

    /// <summary>The rule that the case exercises; null when it names none.</summary>
    internal string? Rule { get; init; }

    /// <summary>What the case shows; null when it does not say.</summary>
    internal string? Note { get; init; }

    /// <summary>The file, and the place in it where the case begins.</summary>
    internal required PolicyText Text { get; init; }

    /// <summary>How policies are read; null when the case does not say.</summary>
    internal required ParseLevel? Level { get; init; }

    /// <summary>The options of the command line that its request used, by the bits of their uses.</summary>
    internal ulong Used { get; init; }
}
