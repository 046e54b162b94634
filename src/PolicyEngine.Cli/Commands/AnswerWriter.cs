using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;
using PolicyEngine.Explanation;
using Spectre.Console;

namespace PolicyEngine.Cli.Commands;

/// <summary>Writes the answers of <c>explain</c>, for people or for programs.</summary>
internal sealed class AnswerWriter(CliConsole console, OutputFormat format, AnswerViewOptions view)
{
    private readonly IAnsiConsole screen = Screen.On(console);
    private bool hasWritten;

    /// <summary>Says how something unknown is told.</summary>
    internal Func<Dependency, string?>? Hints { get; set; }

    /// <summary>Writes an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="resolution">Where the URL of the question leads; default it has none.</param>
    internal void Write(CaseAnswer answer, EndpointResolution? resolution = null)
    {
        if (format == OutputFormat.Json)
        {
            console.Output.Write($"{AnswerExplanationJson.Write(answer, view.Others)}\n");
            return;
        }

        if (format == OutputFormat.Html)
        {
            if (hasWritten) throw new InputException("--format html shows one answer, and several cases have the id");
            hasWritten = true;
            console.Output.Write(AnswerPage.Write(answer, view with { Hints = Hints }, resolution));
            return;
        }

        if (hasWritten) screen.WriteLine();
        hasWritten = true;
        if (view.ShowsRequest) WriteRequests(answer);
        AnswerView.Draw(screen, answer, view with { Hints = Hints });
        if (resolution is not null) WriteWay(resolution);
    }

    /// <summary>Where the URL leads, and the policy of the endpoint there.</summary>
    private void WriteWay(EndpointResolution resolution)
    {
        screen.WriteLine();
        ResolutionView.Draw(screen, resolution);
        if (resolution.Endpoint is { } endpoint) console.Output.Write($"  policy\n{TerminalText.OfLines(PolicyWriter.Write(endpoint.Policy, indented: true))}\n");
    }

    /// <summary>The requests as they are decided, one line of JSON each.</summary>
    private void WriteRequests(CaseAnswer answer)
    {
        IEnumerable<AuthorizationRequest> requests = answer switch
        {
            DecisionAnswer decided => [decided.Question.Request],
            AuthorizationAnswer authorized => [authorized.Question.Request],
            CallAnswer call => call.Checks.Select(static check => check.Request),
            _ => [],
        };
        foreach (AuthorizationRequest request in requests) console.Output.Write($"{JsonText.Write(json => RequestJson.Write(json, request))}\n");
    }
}
