using System.Collections.Immutable;

namespace PolicyEngine.CloudTrail;

/// <summary>One place of a file of records: a record, or something else with the reason why it is none.</summary>
/// <remarks>Immutable.</remarks>
public sealed class CloudTrailReading
{
    /// <summary>The record; null when there is none to read, and then <see cref="Diagnostics"/> says why.</summary>
    public CloudTrailRecord? Record { get; internal init; }

    /// <summary>Errors where no record could be read; notices and warnings otherwise.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; internal init; } = [];

    /// <summary>The number of readings before this one.</summary>
    public long Index { get; internal init; }

    /// <summary>The place in the file, such as <c>Records[3]</c>; <c>[3]</c> for the values of JSON Lines or of an array.</summary>
    public string Path { get; internal init; } = "";

    /// <summary>The offset of its first byte, 0-based, in the text that a compressed file holds.</summary>
    public long Offset { get; internal init; }

    /// <summary>Where it begins, 1-based.</summary>
    public LinePosition Position { get; internal init; }

    /// <summary>True if something was passed over that should have been a record.</summary>
    public bool IsFault => Record is null && Diagnostics.Any(static found => found.Severity == DiagnosticSeverity.Error);

    /// <summary>The record, or why there is none.</summary>
    /// <returns>The record on one line, or the first finding.</returns>
    public override string ToString() => Record?.ToString() ?? $"{Diagnostics.FirstOrDefault()}";
}
