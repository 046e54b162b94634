using System.CommandLine;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>test</c>: compares the answers with what the cases expect.</summary>
internal static class TestCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string[]> paths = FileArgument.CreateMany("PATH", "Case files, or directories with *.jsonl and *.json files; - reads standard input");
        Option<OutputFormat> format = NamedOption.Create("--format", "FORMAT", "How results are written", ("text", OutputFormat.Text), ("json", OutputFormat.Json));
        DefaultsOptions defaults = new(takesMany: false);
        DocumentedCommand command = new("test", "Compares what policies decide with what cases expect; prints each failure with its explanation.")
        {
            Examples =
            [
                ("policyengine test policies/cases", "Tests all case files below a directory."),
                ("policyengine test requests.jsonl --identity user.json", "Tests requests that bring no policies."),
                ("policyengine test cases.jsonl --format json", "Tests one file and prints the failures as JSON."),
            ],
        };
        command.Add(paths);
        command.Add(format);
        defaults.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            try
            {
                PolicyDefaults? policies = await defaults.ReadAsync(parsed, console, cancellation).ConfigureAwait(false);
                return await RunAsync(console, parsed.GetRequiredValue(paths), parsed.GetValue(format), policies, cancellation).ConfigureAwait(false);
            }
            catch (InputException exception)
            {
                console.Complain(exception.Message);
                return (int)ExitCode.BadInput;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(CliConsole console, string[] paths, OutputFormat format, PolicyDefaults? policies, CancellationToken cancellation)
    {
        ITestReport report = format == OutputFormat.Json ? new JsonTestReport(console) : new TextTestReport(console);
        TestTally total = default;
        bool unreadable = false;
        foreach (string path in paths)
        {
            try
            {
                foreach (string file in InputFiles.Expand(path)) total += await TestAsync(console, file, report, policies, cancellation).ConfigureAwait(false);
            }
            catch (InputException exception)
            {
                console.Complain(exception.Message);
                unreadable = true;
            }
        }

        report.Complete(total);
        return (int)(unreadable ? ExitCode.BadInput : total.Code);
    }

    private static async Task<TestTally> TestAsync(CliConsole console, string file, ITestReport report, PolicyDefaults? policies, CancellationToken cancellation)
    {
        TestTally tally = default;
        await foreach (CaseAnswer answer in ParallelCases.AnswerAsync(file, console, reading => Answer(reading, policies), cancellation).ConfigureAwait(false))
        {
            if (answer is SkippedAnswer) continue;
            if (answer is FaultAnswer) tally += new TestTally(0, 0, 1);
            else if (answer.IsExpected) tally += new TestTally(1, 0, 0);
            else tally += new TestTally(0, 1, 0);
            if (!answer.IsExpected || answer is FaultAnswer) report.Add(answer);
        }

        if (tally.Total == 0) throw new InputException($"'{InputFiles.NameOf(file)}' holds no cases");
        report.EndFile(InputFiles.NameOf(file), tally);
        return tally;
    }

    private static CaseAnswer Answer(CaseReading reading, PolicyDefaults? policies)
    {
        CaseAnswer answer = CaseRunner.Answer(reading, policies);
        return answer is not (FaultAnswer or SkippedAnswer) && answer.ExpectedWord is null ? new FaultAnswer(reading, "the case lacks 'expected'") : answer;
    }
}
