namespace PolicyEngine.Cli.Cases;

/// <summary>How the cases of a file follow each other.</summary>
internal enum JsonItems
{
    /// <summary>Not known yet: the first line does not tell.</summary>
    Undecided,

    /// <summary>One case a line; a line that is broken costs one case.</summary>
    Lines,

    /// <summary>Objects over several lines, one or more.</summary>
    Objects,

    /// <summary>The elements of one array.</summary>
    Array,
}
