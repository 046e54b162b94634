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

    /// <summary>The prefix of the service whose resource has the resource policies; null when the case does not say.</summary>
    internal string? Service { get; init; }

    /// <summary>How a policy of the case is read.</summary>
    /// <param name="type">The type of the policy.</param>
    /// <param name="level">How strictly, where the case does not say.</param>
    /// <param name="service">The service, where the case does not say.</param>
    internal PolicyParserOptions OptionsFor(PolicyType type, ParseLevel level = ParseLevel.Strict, string? service = null) => (Level ?? level).ToOptions(type) with { Service = Service ?? service };

    /// <summary>The options of the command line that its request used, by the bits of their uses.</summary>
    internal ulong Used { get; init; }
}
