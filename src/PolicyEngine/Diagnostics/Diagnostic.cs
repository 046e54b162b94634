using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>One finding in one policy text.</summary>
/// <remarks>Immutable and safe for concurrent use.</remarks>
public sealed class Diagnostic
{
    internal Diagnostic(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, string message, string path, TextSpan span, PolicyText source, string? help = null)
    {
        Descriptor = descriptor;
        Severity = severity;
        Message = message;
        Path = path;
        Span = span;
        Source = source;
        Help = help ?? descriptor.Help;
    }

    /// <summary>The kind of finding.</summary>
    public DiagnosticDescriptor Descriptor { get; }

    /// <summary>How grave this finding is here.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>One sentence without a final stop; what the author wrote is in single quotes.</summary>
    public string Message { get; }

    /// <summary>The element, such as <c>Statement[2].Condition.StringEquals</c> (0-based); empty for the whole document.</summary>
    public string Path { get; }

    /// <summary>What to do about it; of a check it can name what is meant, else it is that of the kind of finding.</summary>
    public string Help { get; }

    /// <summary>The bytes meant, in <see cref="Source"/>.</summary>
    public TextSpan Span { get; }

    /// <summary>The text that the span cuts.</summary>
    public PolicyText Source { get; }

    /// <summary>The stable id, such as <c>PE2001</c>.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Where the span begins, 1-based.</summary>
    public LinePosition Position => Source.GetPosition(Span.Start);

    /// <summary>What the message is filled with, whole.</summary>
    internal ImmutableArray<object?> Arguments { get; init; } = [];

    /// <summary>The finding on one line.</summary>
    /// <returns>Such as <c>policy.json:3:7: error PE2001: …</c>.</returns>
    public override string ToString() => DiagnosticFormatter.FormatLine(this);
}
