namespace PolicyEngine.Cli.Specification;

/// <summary>What a piece of a line is.</summary>
internal enum MarkdownRunKind
{
    /// <summary>As the rest.</summary>
    Plain,

    /// <summary>In backticks.</summary>
    Code,

    /// <summary>In asterisks.</summary>
    Strong,

    /// <summary>A link with its target.</summary>
    Link,

    /// <summary>A name in brackets.</summary>
    Reference,
}
