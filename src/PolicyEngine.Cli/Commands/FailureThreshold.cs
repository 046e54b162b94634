namespace PolicyEngine.Cli.Commands;

/// <summary>The least thing that makes the exit code 1.</summary>
internal enum FailureThreshold
{
    /// <summary>A case is answered otherwise than it expects; in a comparison, otherwise than before.</summary>
    Failure,

    /// <summary>That, or a warning about a policy.</summary>
    Warning,

    /// <summary>That, or anything found in a policy.</summary>
    Information,

    /// <summary>Nothing does.</summary>
    Never,
}
