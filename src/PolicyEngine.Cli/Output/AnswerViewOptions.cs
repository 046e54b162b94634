using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>What is shown of an answer.</summary>
internal sealed record AnswerViewOptions
{
    /// <summary>The summary.</summary>
    internal static AnswerViewOptions Default { get; } = new();

    /// <summary>True for the tree of all layers, statements and elements besides; default no.</summary>
    internal bool ShowsAll { get; init; }

    /// <summary>True for the request besides, as a line of JSON; default no.</summary>
    internal bool ShowsRequest { get; init; }

    /// <summary>Calls that may pass where this one is let pass; null, the default, where none are given.</summary>
    internal OtherCalls? Others { get; init; }

    /// <summary>Says how something unknown is told; null, the default, where that is not said.</summary>
    internal Func<Dependency, string?>? Hints { get; init; }
}
