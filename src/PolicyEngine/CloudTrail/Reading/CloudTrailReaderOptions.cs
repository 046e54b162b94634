namespace PolicyEngine.CloudTrail;

/// <summary>How records are read.</summary>
/// <remarks>Immutable.</remarks>
public sealed record CloudTrailReaderOptions
{
    /// <summary>The most bytes of one record: 1 MiB.</summary>
    public const int DefaultMaxRecordBytes = 1024 * 1024;

    /// <summary>The defaults.</summary>
    public static CloudTrailReaderOptions Default { get; } = new();

    /// <summary>The name of the file in diagnostics; default none.</summary>
    public string Name { get; init; } = "";

    /// <summary>The most bytes of one record; a longer one is reported and passed over. Default 1 MiB, four times what CloudTrail writes.</summary>
    public int MaxRecordBytes { get; init; } = DefaultMaxRecordBytes;
}
