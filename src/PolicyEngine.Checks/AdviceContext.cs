using PolicyEngine.Catalogue;
using PolicyEngine.Json;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>What the checks of one document share: what is known about it, the current path, and the findings.</summary>
internal sealed class AdviceContext(PolicyType type, bool hasVariables, PolicyCheckerOptions options, PolicyText source, AdviceFindings found)
{
    private ConditionTest test;
    private bool isInTest;

    /// <summary>The place of the text or value at hand in its list; negative where it is no item of a list.</summary>
    private int item = -1;

    internal PolicyType Type => type;

    /// <summary>True where policy variables are active: the Version says 2012-10-17.</summary>
    internal bool HasVariables => hasVariables;

    internal PolicyCheckerOptions Options => options;

    /// <summary>What exists in AWS.</summary>
    internal ServiceCatalogue Catalogue => options.Catalogue;

    /// <summary>The text; empty for a document that was not parsed.</summary>
    internal PolicyText Source => source;

    internal ElementPath Path { get; } = new();

    /// <summary>What the findings are about that are reported now.</summary>
    internal AdviceRound Round { get; set; }

    /// <summary>False where a finding would not be shown, so that what only its help needs is not looked up.</summary>
    internal bool HasRoom => found.HasRoom(Round);

    internal void Report(DiagnosticDescriptor descriptor, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        Report(descriptor, descriptor.DefaultSeverity, span, arguments);

    internal void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, TextSpan span, params ReadOnlySpan<object?> arguments) =>
        Add(descriptor, severity, span, default, arguments);

    /// <summary>Reports a finding at the current path, with its code of AWS and what else it has; a text alone is a code.</summary>
    internal void Find(DiagnosticDescriptor descriptor, TextSpan span, in FindingDetail detail, params ReadOnlySpan<object?> arguments) =>
        Add(descriptor, descriptor.DefaultSeverity, span, detail, arguments);

    /// <summary>Reports a finding that is graver or milder than most of its kind.</summary>
    internal void Find(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, TextSpan span, in FindingDetail detail, params ReadOnlySpan<object?> arguments) =>
        Add(descriptor, severity, span, detail, arguments);

    /// <summary>Reports about one key of a condition, while the path is that of the statement.</summary>
    internal void Report(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, ConditionTest of, params ReadOnlySpan<string> more)
    {
        Enter(of);
        Report(descriptor, severity, of.Entry.Span, [of.Name, of.Entry.Key, .. more]);
        Leave();
    }

    /// <summary>Reports a finding about one key of a condition, while the path is that of the statement.</summary>
    internal void FindAt(ConditionTest of, DiagnosticDescriptor descriptor, DiagnosticSeverity severity, in FindingDetail detail, params ReadOnlySpan<object?> arguments)
    {
        Enter(of);
        Add(descriptor, severity, of.Entry.Span, detail, arguments);
        Leave();
    }

    /// <summary>Reports a finding about one key of a condition, as grave as most of its kind.</summary>
    internal void FindAt(ConditionTest of, DiagnosticDescriptor descriptor, in FindingDetail detail, params ReadOnlySpan<object?> arguments) =>
        FindAt(of, descriptor, descriptor.DefaultSeverity, detail, arguments);

    /// <summary>Reports a finding about an element of the statement, while the path is that of the statement.</summary>
    internal void FindAt(string element, DiagnosticDescriptor descriptor, TextSpan span, in FindingDetail detail, params ReadOnlySpan<object?> arguments)
    {
        Path.Push(element);
        Add(descriptor, descriptor.DefaultSeverity, span, detail, arguments);
        Path.Pop();
    }

    /// <summary>Reports a finding about an element of the statement that is graver or milder than most of its kind.</summary>
    internal void FindAtElement(string element, DiagnosticDescriptor descriptor, DiagnosticSeverity severity, TextSpan span, params ReadOnlySpan<object?> arguments)
    {
        Path.Push(element);
        Add(descriptor, severity, span, default, arguments);
        Path.Pop();
    }

    /// <summary>Goes to a test. Its path is put together when something is reported: most values are looked at several times and never reported.</summary>
    internal void Enter(ConditionTest of)
    {
        test = of;
        isInTest = true;
    }

    /// <summary>Goes to an item of the list at hand; a single value without an array has no index.</summary>
    internal void EnterItem<T>(SyntaxList<T> list, int index) => item = list.IsSingle ? -1 : index;

    /// <summary>Goes back to the statement.</summary>
    internal void Leave()
    {
        isInTest = false;
        item = -1;
    }

    /// <summary>Checks the texts of an element one by one, each under its own path.</summary>
    internal void CheckEach(string element, SyntaxList<TextValue> texts, Action<AdviceContext, TextValue> check)
    {
        Path.Push(element);
        for (int i = 0; i < texts.Count; i++)
        {
            EnterItem(texts, i);
            check(this, texts[i]);
        }

        item = -1;
        Path.Pop();
    }

    /// <summary>Goes to each statement in turn.</summary>
    internal void ForEach(CheckedStatements statements, Action<AdviceContext, CheckedStatement> check)
    {
        Path.Push("Statement");
        for (int i = 0; i < statements.Count; i++)
        {
            CheckedStatement statement = statements[i];
            if (statement.Index >= 0) Path.Push(statement.Index);
            check(this, statement);
            if (statement.Index >= 0) Path.Pop();
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

    private string WritePath()
    {
        if (!isInTest && item < 0) return Path.ToString();
        if (isInTest)
        {
            Path.Push("Condition");
            Path.Push(test.Name);
            Path.Push(test.Entry.Key);
        }

        if (item >= 0) Path.Push(item);
        string path = Path.ToString();
        if (item >= 0) Path.Pop();
        for (int i = isInTest ? 3 : 0; i > 0; i--) Path.Pop();
        return path;
    }

    private void Add(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, TextSpan span, in FindingDetail detail, ReadOnlySpan<object?> arguments)
    {
        if (options.Profile != CheckProfile.Review && CheckRules.IsForReview(descriptor)) return;
        Finding? finding = null;
        if (options.Profile == CheckProfile.Aws)
        {
            finding = Make(descriptor, severity, span, detail, arguments);
            if (finding.Code is null) return;
        }

        if (found.Admit(Round)) found.Add(Round, finding ?? Make(descriptor, severity, span, detail, arguments));
    }

    /// <summary>A tree that was put together in code can hold spans of other texts.</summary>
    private Finding Make(DiagnosticDescriptor descriptor, DiagnosticSeverity severity, TextSpan span, in FindingDetail detail, ReadOnlySpan<object?> arguments)
    {
        TextSpan own = IsOfText(span) ? span : default;
        Diagnostic diagnostic = new(descriptor, severity, descriptor.FormatMessage(arguments), WritePath(), own, source, detail.Help) { Arguments = [.. arguments] };
        FindingFix? fix = detail.Fix is { } offered && offered.Edits.All(edit => IsOfText(edit.Span)) && source.Length > 0 ? offered : null;
        return new Finding(diagnostic, detail with { Code = detail.Code ?? AwsCodeOf.Find(diagnostic, type), Fix = fix });
    }

    private bool IsOfText(TextSpan span) => span.Start >= 0 && span.Length >= 0 && span.End <= source.Length;
}
