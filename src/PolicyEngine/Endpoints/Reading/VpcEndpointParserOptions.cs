namespace PolicyEngine;

/// <summary>What is accepted of a text that tells of VPC endpoints or of their services.</summary>
/// <remarks>Immutable.</remarks>
public sealed record VpcEndpointParserOptions
{
    /// <summary>The options with all their defaults.</summary>
    public static VpcEndpointParserOptions Default { get; } = new();

    /// <summary>The most bytes that are read at all; default 64 MiB.</summary>
    public int MaxBytes { get; init; } = 64 * 1024 * 1024;

    /// <summary>The most objects and arrays within each other; default 64.</summary>
    public int MaxDepth { get; init; } = 64;

    /// <summary>The most diagnostics, not counting the one that says that there were more; default 100.</summary>
    public int MaxDiagnostics { get; init; } = 100;

    /// <summary>What is known of endpoint services beyond the tables of the library; default nothing.</summary>
    public VpcEndpointServices? Services { get; init; }
}
