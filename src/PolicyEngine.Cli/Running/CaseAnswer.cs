using System.Collections.Immutable;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>What came out of one case.</summary>
/// <param name="Reading">The case as it was read.</param>
internal abstract record CaseAnswer(CaseReading Reading)
{
    /// <summary>What was found in the policy, and what was uncertain in deciding.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The options of the command line that it used, by their bits.</summary>
    internal ulong Used { get; init; }

    /// <summary>The answer in one word, as cases name it.</summary>
    internal abstract string Word { get; }

    /// <summary>True where nothing unknown or undecided would change the answer.</summary>
    internal virtual bool IsCertain { get; init; } = true;

    /// <summary>The answer that the case expects; null when it expects none.</summary>
    internal virtual string? ExpectedWord => null;

    /// <summary>True where the answer is the expected one.</summary>
    internal virtual bool IsExpected => Word == ExpectedWord;
}
