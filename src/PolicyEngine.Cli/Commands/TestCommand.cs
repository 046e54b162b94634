using System.CommandLine;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>test</c>: compares the answers with what the cases expect.</summary>
internal static class TestCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string[]> paths = FileArgument.CreateMany("PATH", "Case files, or directories: of these *.case.json, *.cases.jsonl and other JSON files that begin with a case; - reads standard input");
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json));
        SituationOptions situation = new(takesMany: false);
        Option<FailureThreshold> failOn = NamedOption.Create(
            "--fail-on",
            "LEAST",
            "The least thing that makes the exit code 1",
            ("failure", FailureThreshold.Failure),
            ("warning", FailureThreshold.Warning),
            ("information", FailureThreshold.Information),
            ("never", FailureThreshold.Never));
        DocumentedCommand command = new("test", "Compares what policies decide with what cases expect; prints each failure with its explanation.")
        {
            Failure = "a case is answered otherwise than it expects, or its policies have findings as --fail-on says",
            Examples =
            [
                ("policyengine test policies/cases", "Tests all case files below a directory."),
                ("policyengine test requests.jsonl --identity user.json", "Tests requests that bring no policies."),
                ("policyengine test cases.jsonl --format json", "Tests one file and prints the failures as JSON."),
            ],
        };
        command.Add(paths);
        situation.AddTo(command);
        command.Add(failOn);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            Situation told = await situation.ReadAsync(parsed, own, cancellation).ConfigureAwait(false);
            ITestReport report = output.FormatOf(parsed) == OutputFormat.Json ? new JsonTestReport(own) : new TextTestReport(own);
            return await new TestRun(own, report, told, parsed.GetValue(failOn)).RunAsync(parsed.GetRequiredValue(paths), cancellation).ConfigureAwait(false);
        }));
        return command;
    }
}
