using PolicyEngine.Diagnostics;
using PolicyEngine.Primitives;
using PolicyEngine.Syntax.Checking;
using PolicyEngine.Text;

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
