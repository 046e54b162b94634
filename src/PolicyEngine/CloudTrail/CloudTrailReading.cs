using System.Collections.Immutable;

namespace PolicyEngine.CloudTrail;

/// <summary>What stands at one place of a file of records: a record, or something else with the reason why it is none.</summary>
/// <remarks>Immutable.</remarks>
public sealed record CloudTrailReading
{
    /// <summary>The record; null when there is none to read, and then <see cref="Diagnostics"/> says why.</summary>
    public CloudTrailRecord? Record { get; init; }

    /// <summary>Errors where no record could be read; notices and warnings otherwise.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>The number of readings before this one.</summary>
    public required long Index { get; init; }

    /// <summary>The place in the file, such as <c>Records[3]</c>; <c>[3]</c> for the values of JSON Lines or of an array.</summary>
    public required string Path { get; init; }

    /// <summary>The offset of its first byte, 0-based, in the text that a compressed file holds.</summary>
    public required long Offset { get; init; }

    /// <summary>Where it begins, 1-based.</summary>
    public required LinePosition Position { get; init; }

    /// <summary>Whether something was passed over that should have been a record.</summary>
    public bool IsFault => Record is null && Diagnostics.Any(static found => found.Severity == DiagnosticSeverity.Error);
}
