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
                await foreach (CaseReading reading in CaseStream.ReadAsync(file, console, cancellation).ConfigureAwait(false))
                {
                    CaseAnswer answer = CaseRunner.Answer(reading);
                    if (answer is FaultAnswer) code = ExitCode.BadInput;
                    await console.Output.WriteAsync($"{AnswerJson.Write(answer)}\n").ConfigureAwait(false);
                    await console.Output.FlushAsync(cancellation).ConfigureAwait(false);
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
}
