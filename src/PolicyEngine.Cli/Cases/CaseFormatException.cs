namespace PolicyEngine.Cli.Cases;

#pragma warning disable RCS1194 // Only the reader of cases makes these.

/// <summary>A case that cannot be read; the reader goes on with the next one.</summary>
internal sealed class CaseFormatException : Exception
{
    internal CaseFormatException(string message, int offset = -1)
        : base(message) => Offset = offset;

    /// <summary>Where in the text of the case, in bytes; negative when the whole case is meant.</summary>
    internal int Offset { get; }

    /// <summary>What the policy parser found; empty for a fault of the case itself.</summary>
    internal IReadOnlyList<Diagnostic> Diagnostics { get; init; } = [];
}
