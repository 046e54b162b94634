using System.CommandLine;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>compare</c>: decides the same requests by two sets of policies, and prints what changes.</summary>
internal static class CompareCommand
{
    private const string BeforeName = "--before";
    private const string AfterName = "--after";

    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string[]> files = FileArgument.CreateMany("FILE", "Files with requests or cases, as evaluate reads them; - reads standard input");
        Option<string> before = Side(BeforeName, "The policies of today");
        Option<string> after = Side(AfterName, "The policies of tomorrow");
        SituationOptions situation = new(takesMany: false, isOfSets: true);
        Option<FailureThreshold> failOn = NamedOption.Create("--fail-on", "LEAST", "The least thing that makes the exit code 1", ("any", FailureThreshold.Failure), ("never", FailureThreshold.Never));
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json));
        DocumentedCommand command = new("compare", "Decides requests by two sets of policies and prints those whose answer changes, with the statement behind both answers.")
        {
            Failure = "a request is answered otherwise, unless --fail-on says never",
            Examples =
            [
                ("policyengine compare --before today.json --after tomorrow.json requests.jsonl", "Prints what a change of policies changes."),
                ("policyengine compare --before today.json --after tomorrow.json requests.jsonl --identity app.json --inventory endpoints.json", "Adds what both sides have alike."),
                ("policyengine request --cloudtrail records.json | policyengine compare --before today.json --after tomorrow.json - --format json", "Compares for what CloudTrail recorded, as JSON."),
            ],
        };
        command.Add(files);
        command.Add(before);
        command.Add(after);
        situation.AddTo(command);
        command.Add(failOn);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            Situation told = await situation.ReadAsync(parsed, own, cancellation).ConfigureAwait(false);
            Situation today = await ReadAsync(told, BeforeName, parsed.GetRequiredValue(before), own, cancellation).ConfigureAwait(false);
            Situation tomorrow = await ReadAsync(told, AfterName, parsed.GetRequiredValue(after), own, cancellation).ConfigureAwait(false);
            IComparisonReport report = output.FormatOf(parsed) == OutputFormat.Json ? new JsonComparisonReport(own) : new TextComparisonReport(own);
            ExitCode code = await RunAsync(own, parsed.GetRequiredValue(files), today, tomorrow, report, cancellation).ConfigureAwait(false);
            code = code == ExitCode.Failed && parsed.GetValue(failOn) == FailureThreshold.Never ? ExitCode.Success : code;
            return told.ReportUnused(own, code);
        }));
        return command;
    }

    private static Option<string> Side(string name, string description) =>
        new(name) { Description = $"{description}, as in a case: {{\"policies\": {{…}}}}", HelpName = "SET", Required = true, AllowMultipleArgumentsPerToken = false };

    private static async Task<Situation> ReadAsync(Situation told, string option, string file, CliConsole console, CancellationToken cancellation) =>
        told with { Policies = told.Policies.With(await PolicySetFile.ReadAsync(file, console, cancellation).ConfigureAwait(false), option) };

    private static async Task<ExitCode> RunAsync(CliConsole console, string[] files, Situation before, Situation after, IComparisonReport report, CancellationToken cancellation)
    {
        ComparisonTally tally = new();
        bool isUnreadable = false;
        foreach (string file in files)
        {
            long counted = tally.Total;
            try
            {
                await foreach (CaseComparison own in ParallelCases.AnswerAsync(file, console, before.Keys, reading => CaseRunner.Compare(reading, before, after), cancellation).ConfigureAwait(false))
                {
                    tally.Add(own.Kind);
                    if (own.Kind is not (ComparisonKind.Unchanged or ComparisonKind.Skipped)) report.Add(own);
                }

                if (tally.Total == counted) throw new InputException($"'{InputFiles.NameOf(file)}' holds no cases");
            }
            catch (InputException exception)
            {
                console.Complain(exception.Message);
                isUnreadable = true;
            }
        }

        report.Complete(tally);
        return isUnreadable || tally[ComparisonKind.Fault] > 0 ? ExitCode.BadInput : tally.Changed > 0 ? ExitCode.Failed : ExitCode.Success;
    }
}
