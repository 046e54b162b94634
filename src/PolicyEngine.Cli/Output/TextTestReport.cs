using System.Globalization;
using PolicyEngine.Cli.Running;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>A test run for people: each failure with its reasons, then a table.</summary>
internal sealed class TextTestReport(CliConsole console) : ITestReport
{
    private readonly IAnsiConsole screen = Screen.On(console);
    private readonly Table table = new Table().Border(TableBorder.Simple).AddColumns("File", "Passed", "Failed", "Bad");

    /// <inheritdoc/>
    public void Add(CaseAnswer answer)
    {
        Paragraph line = new();
        line.Append("✗ ", Screen.Bad).Append(TerminalText.Of(answer.Reading.Id ?? "(no id)"), Screen.Strong);
        if (answer.Reading.Case?.Rule is { } rule) line.Append($" [{TerminalText.Of(rule)}]");
        if (answer.Reading.Case?.Note is { } note) line.Append($" {TerminalText.Of(note)}");
        line.Append($"  {TerminalText.Of(answer.Reading.Text.Name)}:{answer.Reading.Text.GetPosition(0)}", Screen.Faint);
        AnswerView.WriteLine(screen, line);
        if (answer is not FaultAnswer) AnswerView.WriteLine(screen, Difference(answer));
        AnswerView.Draw(screen, answer);
        screen.WriteLine();
    }

    /// <inheritdoc/>
    public void EndFile(string name, TestTally tally) =>
        table.AddRow(new Paragraph(TerminalText.Of(name)), Number(tally.Passed), Number(tally.Failed), Number(tally.Bad));

    /// <inheritdoc/>
    public void Complete(TestTally total)
    {
        screen.Write(table);
        string summary = string.Create(
            CultureInfo.InvariantCulture, $"{total.Total} cases: {total.Passed} as expected, {total.Failed} otherwise, {total.Bad} bad");
        AnswerView.WriteLine(screen, new Paragraph(summary, total.Code == ExitCode.Success ? Screen.Good : Screen.Bad));
    }

    private static Paragraph Difference(CaseAnswer answer) => new Paragraph()
        .Append("  expected ").Append(answer.ExpectedWord ?? "nothing", Screen.Good)
        .Append(", got ").Append(answer.ExpectedWord == "indeterminate" ? $"{answer.Word}, for certain" : answer.Word, Screen.Bad);

    private static Paragraph Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
