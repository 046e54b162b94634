using System.Collections.Immutable;

namespace PolicyEngine.Diagnostics;

/// <summary>Gathers the findings of one document, at most a given number of them.</summary>
internal sealed class DiagnosticBag(PolicyText source, int limit)
{
    private readonly List<Diagnostic> found = [];
    private bool overflowed;

    /// <summary>The most findings that are kept.</summary>
    internal int Limit => limit;

    /// <summary>True if any error was reported, shown or not.</summary>
    internal bool HasErrors { get; private set; }

    /// <summary>Adds a finding if there is room for it.</summary>
    internal void Report(DiagnosticDescriptor descriptor, string path, TextSpan span, params ReadOnlySpan<object?> arguments)
    {
        if (Admit(descriptor.DefaultSeverity)) Add(descriptor, descriptor.DefaultSeverity, path, span, arguments);
    }

    /// <summary>Counts a finding; false when the bag is full and cannot take it.</summary>
    /// <remarks>Asked before adding, so that a finding which is not kept costs neither a path nor a message.</remarks>
    internal bool Admit(DiagnosticSeverity severity)
    {
        HasErrors |= severity == DiagnosticSeverity.Error;
        if (found.Count < limit || MakeRoomFor(severity)) return true;
        overflowed = true;
        return false;
    }

    /// <summary>Adds a finding that was admitted.</summary>
    internal void Add(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, string path, TextSpan span, ReadOnlySpan<object?> arguments) =>
        found.Add(new Diagnostic(descriptor, severity, descriptor.FormatMessage(arguments), path, span, source) { Arguments = [.. arguments] });

    /// <summary>Adds a finding of a part of the text that was read by itself.</summary>
    internal void Add(Diagnostic diagnostic)
    {
        if (Admit(diagnostic.Severity)) found.Add(diagnostic);
    }

    /// <summary>Notes that a part of the text that was read by itself had more findings than it shows.</summary>
    internal void AddOverflow(DiagnosticSeverity severity)
    {
        HasErrors |= severity == DiagnosticSeverity.Error;
        overflowed = true;
    }

    /// <summary>All findings in text order, followed by one that says that there were more.</summary>
    internal ImmutableArray<Diagnostic> ToImmutable()
    {
        if (found.Count == 0 && !overflowed) return [];
        List<Diagnostic> ordered = [.. found.OrderBy(static d => d.Span.Start).ThenByDescending(static d => d.Severity)];
        if (overflowed)
        {
            DiagnosticDescriptor more = Descriptors.TooManyDiagnostics;
            DiagnosticSeverity severity = HasErrors ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
            ordered.Add(new Diagnostic(more, severity, more.FormatMessage([limit]), path: "", new TextSpan(source.Length, 0), source));
        }

        return [.. ordered];
    }

    /// <summary>A full bag gives up a milder finding for an error, so that an error is never hidden by advice.</summary>
    private bool MakeRoomFor(DiagnosticSeverity severity)
    {
        if (severity != DiagnosticSeverity.Error) return false;
        int milder = found.FindLastIndex(static d => d.Severity != DiagnosticSeverity.Error);
        if (milder < 0) return false;
        found.RemoveAt(milder);
        overflowed = true;
        return true;
    }
}
