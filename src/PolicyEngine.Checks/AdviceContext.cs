using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>What the checks of one document share: what is known about it, the current path, and the findings.</summary>
internal sealed class AdviceContext(PolicyType type, bool hasVariables, PolicyCheckerOptions options, PolicyText source, DiagnosticBag found)
{
    internal PolicyType Type => type;

    /// <summary>True where policy variables are active: the Version says 2012-10-17.</summary>
    internal bool HasVariables => hasVariables;

    internal PolicyCheckerOptions Options => options;

    internal ElementPath Path { get; } = new();

    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        Report(descriptor, descriptor.DefaultSeverity, span, arguments);

    internal void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, TextSpan span, params ReadOnlySpan<object?> arguments)
    {
        if (found.Admit(severity)) Add(descriptor, severity, Path.ToString(), span, arguments);
    }

    /// <summary>Reports what a reader met, under the path that it had then.</summary>
    internal void Report(DiagnosticDescriptor descriptor, string path, TextSpan span, string text)
    {
        if (found.Admit(descriptor.DefaultSeverity)) Add(descriptor, descriptor.DefaultSeverity, path, span, [text]);
    }

    /// <summary>Reports about one key of a condition, while the path is that of the statement.</summary>
    internal void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, ConditionTest test, params ReadOnlySpan<string> more)
    {
        test.Enter(Path);
        Report(descriptor, severity, test.Entry.Span, [test.Name, test.Entry.Key, .. more]);
        ConditionTest.Leave(Path);
    }

    /// <summary>Checks the texts of an element one by one, each under its own path.</summary>
    internal void CheckEach(string element, SyntaxList<TextValue> texts, Action<AdviceContext, TextValue> check)
    {
        Path.Push(element);
        for (int i = 0; i < texts.Count; i++)
        {
            PushItem(texts, i);
            check(this, texts[i]);
            PopItem(texts);
        }

        Path.Pop();
    }

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

    /// <summary>A tree that was put together in code can hold spans of other texts.</summary>
    private void Add(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, string path, TextSpan span, ReadOnlySpan<object?> arguments) =>
        found.Add(descriptor, severity, path, span.Start >= 0 && span.Length >= 0 && span.End <= source.Length ? span : default, arguments);
}
