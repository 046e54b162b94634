namespace PolicyEngine.Cli.Cases;

/// <summary>How strictly a policy is read, as named on the command line and in cases.</summary>
internal enum ParseLevel
{
    /// <summary>What AWS refuses on write is an error.</summary>
    Strict,

    /// <summary>As for a document that AWS already stores: known deviations are accepted.</summary>
    Stored,

    /// <summary>Strict, but comments and trailing commas are accepted with a warning each.</summary>
    Tolerant,
}

/// <summary>Turns a level into what the parser is told.</summary>
internal static class ParseLevelExtensions
{
    /// <summary>The parser options for a level and a policy type.</summary>
    internal static PolicyParserOptions ToOptions(this ParseLevel level, PolicyType type) => new()
    {
        Type = type,
        Mode = level == ParseLevel.Stored ? ParseMode.Stored : ParseMode.Strict,
        TolerantText = level == ParseLevel.Tolerant,
    };
}
