using System.Globalization;
using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;
using Spectre.Console;

namespace PolicyEngine.Cli.Output;

/// <summary>Draws why a call is decided as it is: the decision, then each check.</summary>
internal static class CallView
{
    /// <summary>Draws the answer; of several checks those that are not allowed, unless all is shown.</summary>
    internal static void Draw(IAnsiConsole screen, CallAnswer answer, AnswerViewOptions options)
    {
        bool isPlain = answer.Checks.Length == 1 && answer.Question.Call.Resources is not null;
        if (!isPlain) DrawHeadline(screen, answer, options.Hints);
        CallAnswer.Check[] shown = [.. answer.Checks.Where(check => options.ShowsAll || answer.Checks.Length == 1 || check.Decision.Decision == answer.Decision)];
        foreach (CallAnswer.Check check in shown)
        {
            AuthorizationExplanation explanation = CaseRunner.Explain(check.Policies, check.Request);
            new SummaryView(screen).Draw(ExplanationSummary.Of(explanation, screen.Profile.Width, options.Hints, answer.IsCertain), isPlain ? answer.Reading.Id : null);
            if (options.ShowsAll) ExplanationView.DrawTree(screen, ExplanationLines.Of(explanation)[^1]);
            if (answer.Question.Call.Resources is not null) SuggestionView.Draw(screen, check.Policies, check.Request, options.Others);
        }

        ExplanationView.DrawNotes(screen, answer);
    }

    private static void DrawHeadline(IAnsiConsole screen, CallAnswer answer, Func<Dependency, string?>? hints)
    {
        List<TextFlow.Run> line = answer.Reading.Id is { } id ? [new TextFlow.Run($"{TerminalText.Of(id)}: ", Screen.Strong)] : [];
        string checks = answer.Checks.Length == 1 ? "one check" : string.Create(CultureInfo.InvariantCulture, $"{answer.Checks.Length} checks, each of which must allow");
        line.Add(new TextFlow.Run(answer.Word, answer.Word == "allowed" ? Screen.Good : Screen.Bad));
        line.Add(new TextFlow.Run($", by {checks}", Style.Plain));
        TextFlow flow = new(screen);
        flow.Write("", line, 2);
        if (answer.Question.Call.Resources is null)
        {
            string certainty = answer.IsCertain ? "and the decision is the same for every resource" : $"and the decision could be {DecisionWords.Of(answer.BestCase)} for some resource";
            flow.Write("  ", [new TextFlow.Run($"the resource is unknown: every Deny is taken to cover it, and no Allow but that of *, {certainty}", Screen.Doubtful)]);
            if (!answer.IsCertain && hints?.Invoke(Dependency.ResourceArn) is { } hint) flow.Write("    ", [new TextFlow.Run(hint, Style.Plain)]);
        }
    }
}
