using System.Runtime.CompilerServices;
using PolicyEngine.Facts;
using PolicyEngine.Json;

namespace PolicyEngine.Syntax.Drafts;

/// <summary>A policy document that is being read and checked: its options, the path of the element at hand, the findings, and lists to fill.</summary>
internal sealed class ParseContext(PolicyText source, PolicyParserOptions options)
    : JsonContext(source, options.MaxDepth, options.MaxDiagnostics, options.TolerantText)
{
    private List<TextValue>? texts;
    private List<ConditionValue>? values;
    private List<ConditionEntry>? entries;
    private List<ConditionClause>? clauses;
    private List<PrincipalGroup>? groups;

    internal PolicyParserOptions Options => options;

    internal PolicyType Type => options.Type;

    internal string TypeName => PolicyTypeNames.NameOf(options.Type);

    internal PolicyTypeRules Rules { get; } = PolicyTypeRules.For(options.Type);

    internal bool IsStored => options.Mode == ParseMode.Stored;

    /// <summary>What is particular to the service of a resource policy; null for other types, and where the service is unknown.</summary>
    internal ServiceProfile? Service { get; set; }

    // Each list grows once for a whole document. A list holds none of its own kind, so that one of each is enough.
    internal List<TextValue> Texts => texts ??= [];

    internal List<ConditionValue> Values => values ??= [];

    internal List<ConditionEntry> Entries => entries ??= [];

    internal List<ConditionClause> Clauses => clauses ??= [];

    internal List<PrincipalGroup> Groups => groups ??= [];

    /// <summary>Enters an item of a list; a single value without an array has no index.</summary>
    internal void PushItem<T>(SyntaxList<T> list, int index)
    {
        if (!list.IsSingle) Path.Push(index);
    }

    /// <summary>Leaves the item that <see cref="PushItem{T}"/> entered.</summary>
    internal void PopItem<T>(SyntaxList<T> list)
    {
        if (!list.IsSingle) Path.Pop();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void ReportTolerated(DiagnosticDescriptor descriptor, TextSpan span, object? first) =>
        ReportTolerated(descriptor, span, [first]);

    [MethodImpl(MethodImplOptions.NoInlining)]
    internal void ReportTolerated(DiagnosticDescriptor descriptor, TextSpan span, object? first, object? second) =>
        ReportTolerated(descriptor, span, [first, second]);

    /// <summary>An error in a strict reading, and a warning for a document that AWS already stores.</summary>
    internal void ReportTolerated(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        Report(descriptor, IsStored ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error, span, arguments);
}
