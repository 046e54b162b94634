namespace PolicyEngine;

/// <summary>One finding in one policy text.</summary>
/// <remarks>Immutable and safe for concurrent use. Equality is structural, with the text compared by reference.</remarks>
public sealed record Diagnostic
{
    /// <summary>The kind of finding.</summary>
    public required DiagnosticDescriptor Descriptor { get; init; }

    /// <summary>How grave this finding is here.</summary>
    public required DiagnosticSeverity Severity { get; init; }

    /// <summary>One sentence without a final stop; what the author wrote is in single quotes.</summary>
    public required string Message { get; init; }

    /// <summary>The element, such as <c>Statement[2].Condition.StringEquals</c> (0-based); empty for the whole document.</summary>
    public required string Path { get; init; }

    /// <summary>The bytes meant, in <see cref="Source"/>.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The text that the span cuts.</summary>
    public required PolicyText Source { get; init; }

    /// <summary>The stable id, such as <c>PE2001</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Where the span begins, 1-based.</summary>
    public LinePosition Position => Source.GetPosition(Span.Start);

    /// <summary>The finding on one line.</summary>
    /// <returns>Such as <c>policy.json:3:7: error PE2001: …</c>.</returns>
    public override string ToString() => DiagnosticFormatter.FormatLine(this);
}
