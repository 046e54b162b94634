using System.Globalization;
using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws answers for people.</summary>
internal static class AnswerView
{
    private const int HangingIndent = 2;
    private const int LeastSource = 20;
    private const int MostSource = 160;

    /// <summary>Draws an answer with its reasons.</summary>
    /// <param name="screen">Where it is drawn.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="options">What is shown; default the summary.</param>
    internal static void Draw(IAnsiConsole screen, CaseAnswer answer, AnswerViewOptions? options = null)
    {
        options ??= AnswerViewOptions.Default;
        string? id = answer.Reading.Id;
        int width = screen.Profile.Width;
        switch (answer)
        {
            case DecisionAnswer decided:
                PolicyExplanation ofOne = CaseRunner.Explain(decided);
                Draw(screen, answer, ExplanationSummary.Of(ofOne, width), id, options.ShowsAll ? ExplanationLines.Of(ofOne)[^1] : null);
                break;
            case AuthorizationAnswer authorized:
                AuthorizationExplanation ofAll = CaseRunner.Explain(authorized.Policies, authorized.Question.Request);
                Draw(screen, answer, ExplanationSummary.Of(ofAll, width, options.Hints), id, options.ShowsAll ? ExplanationLines.Of(ofAll)[^1] : null);
                SuggestionView.Draw(screen, authorized.Policies, authorized.Question.Request, options.Others);
                break;
            case LayerAnswer layer:
                Draw(screen, answer, ExplanationSummary.Of(layer, width), id, options.ShowsAll ? ExplanationLines.Of(layer.Decision, layer.IsCertain, layer.Layers)[^1] : null);
                break;
            case CallAnswer call: CallView.Draw(screen, call, options); break;
            case SkippedAnswer skipped: DrawSkipped(screen, skipped); break;
            case ValidityAnswer validity: DrawValidity(screen, validity); break;
            case FaultAnswer fault: DrawFault(screen, fault); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>Draws diagnostics, each with the line that it means.</summary>
    internal static void DrawDiagnostics(IAnsiConsole screen, IEnumerable<Diagnostic> diagnostics, string? code = null)
    {
        foreach (Diagnostic diagnostic in diagnostics)
        {
            Style style = diagnostic.Severity switch
            {
                DiagnosticSeverity.Error => Screen.Bad,
                DiagnosticSeverity.Warning => Screen.Doubtful,
                _ => Screen.Faint,
            };
            int margin = DigitsOf(diagnostic.Position.Line) + 3;
            int room = Math.Clamp(screen.Profile.Width - margin - 2, LeastSource, MostSource);
            string[] lines = TerminalText.OfLines(DiagnosticFormatter.FormatSnippet(diagnostic, room)).Split('\n');
            List<TextFlow.Run> head = [new TextFlow.Run(lines[0], style)];
            if (code is not null) head.Add(new TextFlow.Run($" [{code}]", Screen.Faint));
            TextFlow flow = new(screen);
            flow.Write("", head, HangingIndent);
            foreach (string line in lines[1..^1]) flow.WriteVerbatim(0, RuleText.RunsOf(line, Style.Plain));
            flow.Write(new string(' ', margin - 2), RuleText.RunsOf(lines[^1].TrimStart(), Style.Plain));
        }
    }

    /// <summary>Writes one line.</summary>
    internal static void WriteLine(IAnsiConsole screen, Paragraph line)
    {
        screen.Write(line);
        screen.WriteLine();
    }

    private static void Draw(IAnsiConsole screen, CaseAnswer answer, List<ExplanationLine> lines, string? id, ExplanationLine? tree)
    {
        new SummaryView(screen).Draw(lines, id);
        if (tree is not null) ExplanationView.DrawTree(screen, tree);
        ExplanationView.DrawNotes(screen, answer);
    }

    private static void DrawValidity(IAnsiConsole screen, ValidityAnswer answer)
    {
        List<TextFlow.Run> line = IdOf(answer);
        line.Add(new TextFlow.Run(answer.Word, answer.IsValid ? Screen.Good : Screen.Bad));
        new TextFlow(screen).Write("", line, HangingIndent);
        DrawDiagnostics(screen, answer.Diagnostics);
    }

    private static void DrawSkipped(IAnsiConsole screen, SkippedAnswer answer)
    {
        List<TextFlow.Run> line = IdOf(answer);
        line.Add(new TextFlow.Run($"skipped, for it says: {TerminalText.Of(answer.Reason)}", Screen.Faint));
        new TextFlow(screen).Write("", line, HangingIndent);
    }

    /// <summary>The name of a case before its answer; nothing where it has none.</summary>
    private static List<TextFlow.Run> IdOf(CaseAnswer answer) =>
        answer.Reading.Id is { } id ? [new TextFlow.Run($"{TerminalText.Of(id)}: ", Screen.Strong)] : [];

    private static int DigitsOf(int number) => number.ToString(CultureInfo.InvariantCulture).Length;

    private static void DrawFault(IAnsiConsole screen, FaultAnswer answer)
    {
        List<TextFlow.Run> line = IdOf(answer);
        line.Add(new TextFlow.Run("error: ", Screen.Bad));
        line.Add(new TextFlow.Run(TerminalText.Of(answer.Message), Style.Plain));
        line.Add(new TextFlow.Run($"  {TerminalText.Of(answer.NameOfText)}:{answer.PositionOfFault()}", Screen.Faint));
        new TextFlow(screen).Write("", line, HangingIndent);
        DrawDiagnostics(screen, answer.Diagnostics);
    }
}
