using System.Runtime.CompilerServices;
using PolicyEngine.Diagnostics;
using PolicyEngine.Validation;

namespace PolicyEngine.Syntax.Parsing;

/// <summary>What the readers and checks of one document share: options, the current path, and the findings.</summary>
internal sealed class ParseContext(PolicyText source, PolicyParserOptions options)
{
    private readonly DiagnosticBag bag = new(source, options.MaxDiagnostics);

    internal PolicyText Source => source;

    internal PolicyParserOptions Options => options;

    internal PolicyType Type => options.Type;

    internal string TypeName => PolicyTypeNames.NameOf(options.Type);

    internal PolicyTypeRules Rules { get; } = PolicyTypeRules.For(options.Type);

    internal bool IsStored => options.Mode == ParseMode.Stored;

    internal ElementPath Path { get; } = new();

    internal ParseBuffers Buffers { get; } = new();

    internal DiagnosticBag Bag => bag;

    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        Report(descriptor, descriptor.DefaultSeverity, span, arguments);

    internal void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, TextSpan span, params ReadOnlySpan<object?> arguments)
    {
        if (bag.Admit(severity)) bag.Add(descriptor, severity, Path.ToString(), span, arguments);
    }

    // Few arguments are gathered here: where they are passed, the room for them would be cleared in every call of a reader or check.
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Report(DiagnosticDescriptor descriptor, TextSpan span) => Report(descriptor, descriptor.DefaultSeverity, span, []);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, object? first) => Report(descriptor, descriptor.DefaultSeverity, span, [first]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, object? first, object? second) =>
        Report(descriptor, descriptor.DefaultSeverity, span, [first, second]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, object? first, object? second, object? third) =>
        Report(descriptor, descriptor.DefaultSeverity, span, [first, second, third]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void ReportTolerated(DiagnosticDescriptor descriptor, TextSpan span, object? first) =>
        ReportTolerated(descriptor, span, [first]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void ReportTolerated(DiagnosticDescriptor descriptor, TextSpan span, object? first, object? second) =>
        ReportTolerated(descriptor, span, [first, second]);

    /// <summary>Reports about one key of a condition, while the path is that of the statement.</summary>
    internal void ReportEntry(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, ConditionOperator op, ConditionEntry entry, params ReadOnlySpan<string> more)
    {
        string name = op.ToString();
        Path.Push("Condition");
        Path.Push(name);
        Path.Push(entry.Key);
        Report(descriptor, severity, entry.Span, [name, entry.Key, .. more]);
        Path.Pop();
        Path.Pop();
        Path.Pop();
    }

    /// <summary>An error in a strict reading, and a warning for a document that AWS already stores.</summary>
    internal void ReportTolerated(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        Report(descriptor, IsStored ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, span, arguments);
}
