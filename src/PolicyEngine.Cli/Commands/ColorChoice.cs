namespace PolicyEngine.Cli.Commands;

/// <summary>When results are coloured.</summary>
internal enum ColorChoice
{
    /// <summary>In a terminal, unless NO_COLOR is set.</summary>
    Auto,

    /// <summary>Always, as in a pipe to a pager that shows colours.</summary>
    Always,

    /// <summary>Never.</summary>
    Never,
}
