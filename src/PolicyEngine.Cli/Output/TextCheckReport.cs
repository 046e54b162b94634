using System.Globalization;
using PolicyEngine.Checks;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Findings for people: each with the line that it means and a caret under the fault.</summary>
internal sealed class TextCheckReport(CliConsole console) : ICheckReport
{
    private readonly IAnsiConsole screen = Screen.On(console);
    private int errors;
    private int warnings;
    private int notes;

    /// <inheritdoc/>
    public void Add(string file, Finding finding)
    {
        if (finding.Severity == DiagnosticSeverity.Error) errors++;
        else if (finding.Severity == DiagnosticSeverity.Warning) warnings++;
        else notes++;
        AnswerView.DrawDiagnostics(screen, [finding.Diagnostic], finding.Code);
        screen.WriteLine();
    }

    /// <inheritdoc/>
    public void Complete()
    {
        string summary = $"{Count(errors, "error")}, {Count(warnings, "warning")}, {Count(notes, "note")}";
        Style style = errors > 0 ? Screen.Bad : warnings > 0 ? Screen.Doubtful : Screen.Good;
        AnswerView.WriteLine(screen, new Paragraph(summary, style));
    }

    private static string Count(int number, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {noun}{(number == 1 ? "" : "s")}");
}
