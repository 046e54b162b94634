namespace PolicyEngine;

/// <summary>How an explanation is written as text.</summary>
/// <remarks>Immutable.</remarks>
public sealed record ExplanationTextOptions
{
    /// <summary>The whole explanation, in lines of any length.</summary>
    public static ExplanationTextOptions Default { get; } = new();

    /// <summary>The most terminal cells of a line; longer lines are broken at spaces. 0, the default, is no limit; other values below 40 count as 40.</summary>
    public int Width { get; init; }

    /// <summary>True, the default, for the tree of layers, policies, statements and elements; false for the lines above it alone.</summary>
    public bool ShowsTree { get; init; } = true;

    /// <summary>True, the default, for a line for each warning about an undecided statement.</summary>
    public bool ShowsDiagnostics { get; init; } = true;
}
