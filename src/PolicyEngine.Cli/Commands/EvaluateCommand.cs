using System.CommandLine;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>evaluate</c>: one line of JSON for each case.</summary>
internal static class EvaluateCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string[]> files = FileArgument.CreateMany("FILE", "Case files: JSON Lines, a JSON array, or one object; - reads standard input");
        SituationOptions situation = new(takesMany: false);
        Option<bool> details = new("--details") { Description = "Adds who denies, what the resource's policy grants, and AWS's own words, to answers about several policies" };
        DocumentedCommand command = new("evaluate", "Decides the cases of files and prints one line of JSON for each, in order.")
        {
            Examples =
            [
                ("policyengine evaluate cases.jsonl", "Decides each case of a file."),
                ("cat cases.jsonl | policyengine evaluate -", "Decides cases as they arrive."),
                ("policyengine evaluate requests.jsonl --identity user.json --resource-policy secret.json", "Decides requests that bring no policies."),
                ("policyengine request --cloudtrail record.json | policyengine evaluate - --identity user.json --inventory endpoints.json", "Decides again what CloudTrail recorded."),
            ],
        };
        OutputOptions output = OutputOptions.ForRows();
        command.Add(files);
        situation.AddTo(command);
        command.Add(details);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            Situation told = await situation.ReadAsync(parsed, own, cancellation).ConfigureAwait(false);
            return await RunAsync(own, parsed.GetRequiredValue(files), told, parsed.GetValue(details), cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CliConsole console, string[] files, Situation situation, bool hasDetails, CancellationToken cancellation)
    {
        ExitCode code = ExitCode.Success;
        (string Line, bool IsFault) Answer(CaseReading reading)
        {
            CaseAnswer answer = CaseRunner.Answer(reading, situation);
            return ($"{AnswerJson.Write(answer, hasDetails)}\n", answer is FaultAnswer);
        }

        foreach (string file in files)
        {
            bool isEmpty = true;
            try
            {
                IAsyncEnumerator<(string Line, bool IsFault)> lines = ParallelCases.AnswerAsync(file, console, situation.Keys, Answer, cancellation).GetAsyncEnumerator(cancellation);
                await using (lines.ConfigureAwait(false))
                {
                    while (await MoveAsync(lines, console, cancellation).ConfigureAwait(false))
                    {
                        isEmpty = false;
                        if (lines.Current.IsFault) code = ExitCode.BadInput;
                        await console.Output.WriteAsync(lines.Current.Line.AsMemory(), cancellation).ConfigureAwait(false);
                    }
                }

                if (isEmpty) console.Complain($"note: '{InputFiles.NameOf(file)}' holds no cases");
            }
            catch (InputException exception)
            {
                console.Complain(exception.Message);
                code = ExitCode.BadInput;
            }
        }

        return situation.ReportUnused(console, code);
    }

    /// <summary>Goes on to the next answer; what is written does not wait for it.</summary>
    private static async ValueTask<bool> MoveAsync<T>(IAsyncEnumerator<T> answers, CliConsole console, CancellationToken cancellation)
    {
        ValueTask<bool> next = answers.MoveNextAsync();
        if (next.IsCompleted) return await next.ConfigureAwait(false);
        await console.Output.FlushAsync(cancellation).ConfigureAwait(false);
        return await next.ConfigureAwait(false);
    }
}
