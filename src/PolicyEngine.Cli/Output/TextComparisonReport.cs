using System.Globalization;
using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>A comparison for people: each change with the statement behind both answers, then the numbers.</summary>
internal sealed class TextComparisonReport(CliConsole console) : IComparisonReport
{
    private const int Indent = 2;
    private const int Hanging = 10;
    private readonly IAnsiConsole screen = Screen.On(console);

    /// <inheritdoc/>
    public void Add(CaseComparison comparison)
    {
        if (comparison.Fault is { } fault)
        {
            AnswerView.Draw(screen, fault);
            screen.WriteLine();
            return;
        }

        PolicyText text = comparison.Before.Reading.Text;
        ExplanationLine head = new ExplanationLine { Hanging = Indent }.Add(ComparisonWords.Of(comparison.Kind), RoleOf(comparison.Kind)).Add("  ");
        if (comparison.Before.Reading.Id is { } id) head.Add(TerminalText.Of(id), TextRole.Strong).Add("  ");
        head.AddWhole($"{TerminalText.Of(text.Name)}:{text.GetPosition(0)}", TextRole.Faint, text.Name);
        new SummaryView(screen).Draw([head, Side("before  ", comparison.Before), Side("after   ", comparison.After)], id: null);
        screen.WriteLine();
    }

    /// <inheritdoc/>
    public void Complete(ComparisonTally tally)
    {
        List<string> changes = [];
        foreach (ComparisonKind kind in ComparisonTally.Changes)
        {
            if (tally[kind] > 0) changes.Add(string.Create(CultureInfo.InvariantCulture, $"{tally[kind]} {ComparisonWords.Of(kind)}"));
        }

        string which = changes.Count == 0 ? "" : $" ({string.Join(", ", changes)})";
        string summary = string.Create(CultureInfo.InvariantCulture, $"{tally.Total} cases: {tally.Changed} changed{which}, {tally[ComparisonKind.Unchanged]} unchanged, {tally[ComparisonKind.Fault]} bad");
        new SummaryView(screen).Draw([new ExplanationLine { Hanging = Indent }.Add(summary, tally.Changed > 0 || tally[ComparisonKind.Fault] > 0 ? TextRole.Bad : TextRole.Good)], id: null);
    }

    private static ExplanationLine Side(string label, CaseAnswer answer)
    {
        ExplanationLine line = new ExplanationLine { Indent = Indent, Hanging = Hanging }.Add(label, TextRole.Faint);
        foreach (ExplanationLine.Part part in AnswerHeadline.Of(answer).Parts)
        {
            if (part.IsWhole) line.AddWhole(part.Text, part.Role, part.File);
            else line.Add(part.Text, part.Role, part.Rule);
        }

        return line;
    }

    private static TextRole RoleOf(ComparisonKind kind) => kind switch
    {
        ComparisonKind.NewlyDenied => TextRole.Bad,
        ComparisonKind.NewlyAllowed => TextRole.Good,
        _ => TextRole.Doubtful,
    };
}
