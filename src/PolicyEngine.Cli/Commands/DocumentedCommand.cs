using System.CommandLine;

namespace PolicyEngine.Cli.Commands;

/// <summary>A command with examples for its help.</summary>
internal sealed class DocumentedCommand(string name, string description) : Command(name, description)
{
    /// <summary>Command lines that work, each with what it does.</summary>
    internal IReadOnlyList<(string Line, string Purpose)> Examples { get; init; } = [];

    /// <summary>When the command ends with 1; null where it never does.</summary>
    internal string? Failure { get; init; }
}
