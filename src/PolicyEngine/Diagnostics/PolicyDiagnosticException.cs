using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace PolicyEngine;

/// <summary>Thrown by the convenience calls that cannot return diagnostics; <c>PolicyParser</c> itself never throws it.</summary>
[SuppressMessage("Roslynator", "RCS1194", Justification = "Without findings there is nothing to throw.")]
public sealed class PolicyDiagnosticException : FormatException
{
    /// <summary>Makes the exception from the findings that forbid the document.</summary>
    /// <param name="diagnostics">All findings, errors among them.</param>
    internal PolicyDiagnosticException(ImmutableArray<Diagnostic> diagnostics)
        : base(Describe(diagnostics)) => Diagnostics = diagnostics;

    /// <summary>All findings of the document, in text order.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    private static string Describe(ImmutableArray<Diagnostic> diagnostics) =>
        string.Join('\n', diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(DiagnosticFormatter.FormatLine));
}
