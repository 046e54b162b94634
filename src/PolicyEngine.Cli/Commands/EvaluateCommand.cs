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
        DocumentedCommand command = new("evaluate", "Decides the cases of files and prints one line of JSON for each, in order.")
        {
            Examples =
            [
                ("policyengine evaluate cases.jsonl", "Decides each case of a file."),
                ("cat cases.jsonl | policyengine evaluate -", "Decides cases as they arrive."),
            ],
        };
        command.Add(files);
        command.SetAction((parsed, cancellation) => RunAsync(console, parsed.GetRequiredValue(files), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CliConsole console, string[] files, CancellationToken cancellation)
    {
        ExitCode code = ExitCode.Success;
        foreach (string file in files)
        {
            try
            {
                IAsyncEnumerator<(string Line, bool IsFault)> lines = ParallelCases.AnswerAsync(file, console, Answer, cancellation).GetAsyncEnumerator(cancellation);
                await using (lines.ConfigureAwait(false))
                {
                    while (await MoveAsync(lines, console, cancellation).ConfigureAwait(false))
                    {
                        if (lines.Current.IsFault) code = ExitCode.BadInput;
                        await console.Output.WriteAsync(lines.Current.Line.AsMemory(), cancellation).ConfigureAwait(false);
                    }
                }
            }
            catch (InputException exception)
            {
                console.Complain(exception.Message);
                code = ExitCode.BadInput;
            }
        }

        return (int)code;
    }

    private static (string Line, bool IsFault) Answer(CaseReading reading)
    {
        CaseAnswer answer = CaseRunner.Answer(reading);
        return ($"{AnswerJson.Write(answer)}\n", answer is FaultAnswer);
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
