using System.CommandLine;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;
using Spectre.Console;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>explain</c>: the decision, and what each element of each statement made of the request.</summary>
internal static class ExplainCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string> file = FileArgument.CreateOne("FILE", "A case file; - reads standard input");
        Option<string?> id = new("--id") { Description = "Explains the case with this id only", HelpName = "ID" };
        DocumentedCommand command = new("explain", "Prints why the cases of a file are decided as they are: ✓ matches, ✗ does not, ? is undecided.")
        {
            Examples =
            [
                ("policyengine explain cases.jsonl", "Explains all cases of a file."),
                ("policyengine explain cases.jsonl --id wrong-endpoint", "Explains one case."),
            ],
        };
        command.Add(file);
        command.Add(id);
        command.SetAction((parsed, cancellation) => RunAsync(console, parsed.GetRequiredValue(file), parsed.GetValue(id), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CliConsole console, string file, string? id, CancellationToken cancellation)
    {
        ExitCode code = ExitCode.Success;
        IAnsiConsole screen = Screen.On(console);
        int count = 0;
        try
        {
            await foreach (CaseReading reading in CaseStream.ReadAsync(file, console, cancellation).ConfigureAwait(false))
            {
                if (id is not null && id != reading.Id) continue;
                if (count++ > 0) screen.WriteLine();
                CaseAnswer answer = CaseRunner.Answer(reading);
                if (answer is FaultAnswer) code = ExitCode.BadInput;
                AnswerView.Draw(screen, answer);
            }

            if (count > 0) return (int)code;
            throw new InputException(id is null ? $"'{file}' holds no cases" : $"'{file}' holds no case with the id '{id}'");
        }
        catch (InputException exception)
        {
            console.Complain(exception.Message);
            return (int)ExitCode.BadInput;
        }
    }
}
