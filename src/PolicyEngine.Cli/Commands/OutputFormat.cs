namespace PolicyEngine.Cli.Commands;

/// <summary>How results are written.</summary>
internal enum OutputFormat
{
    /// <summary>For people.</summary>
    Text,

    /// <summary>For programs: one value, or of commands that print rows one object a line.</summary>
    Json,

    /// <summary>SARIF 2.1.0, for code scanning.</summary>
    Sarif,

    /// <summary>A page for a browser.</summary>
    Html,

    /// <summary>A page in Markdown.</summary>
    Markdown,
}
