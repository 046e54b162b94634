using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>explain</c>: the decision, and what each element of each statement made of the request.</summary>
internal static class ExplainCommand
{
    private const string Question =
        "policyengine explain --principal arn:aws:iam::123456789012:user/Anika --action secretsmanager:GetSecretValue --resource arn:aws:secretsmanager:us-west-2:123456789012:secret:db-a1b2c3 ";

    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string?> file = FileArgument.CreateOptional("FILE", "A case file; - reads standard input; without one, --principal, --action and --resource ask one question");
        Option<string?> id = new("--id") { Description = "Explains the case with this id only", HelpName = "ID" };
        Option<bool> all = new("--all") { Description = "Shows every layer, statement and element, too" };
        Option<bool> showRequest = new("--show-request") { Description = "Shows the request with its condition keys, as one line of JSON, too" };
        Option<string?> others = new("--others") { Description = "Calls, as cases or request lines: names those that would pass, too, where the denied one is let pass", HelpName = "FILE" };
        Option<string?> expected = ExpectOption.Create();
        CallOptions question = new();
        SituationOptions situation = new(takesMany: true);
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json), ("html", OutputFormat.Html));
        DocumentedCommand command = new("explain", "Prints why cases, or one question, are decided as they are: ✓ allows, ✗ denies or does not match, ? is undecided.")
        {
            Failure = "the answer is another one than --expect says",
            Examples =
            [
                ("policyengine explain cases.jsonl", "Explains all cases of a file."),
                ("policyengine explain cases.jsonl --id wrong-endpoint", "Explains one case."),
                ("policyengine explain cases.jsonl --id wrong-endpoint --format html --output answer.html", "Explains it on a page to show to others."),
                (Question + "--source-ip 203.0.113.7 --identity user.json --resource-policy secret.json", "Explains a call from the internet."),
                (Question + "--through vpce-1234a5678b9012c --inventory endpoints.json --from 172.16.1.10 --identity user.json", "Explains a call through an endpoint, whose policy the inventory holds."),
                (Question + "--source-ip 203.0.113.7 --on-behalf cloudformation.amazonaws.com --identity user.json", "Explains what a service does on behalf of the caller."),
            ],
        };
        command.Add(file);
        command.Add(id);
        question.AddTo(command);
        situation.AddTo(command);
        command.Add(all);
        command.Add(showRequest);
        command.Add(others);
        command.Add(expected);
        output.AddTo(command);
        command.Validators.Add(result => Check(result, file, id, question));
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            bool isOfMany = parsed.GetValue(file) is not null && parsed.GetValue(id) is null;
            if (isOfMany && output.FormatOf(parsed) == OutputFormat.Html) throw new UsageException("--format html shows one answer: pick a case of FILE by --id");
            AnswerViewOptions view = new() { ShowsAll = parsed.GetValue(all), ShowsRequest = parsed.GetValue(showRequest) };
            string? wanted = parsed.GetValue(expected);
            List<string> faults = [];
            if (parsed.GetValue(others) is { } calls) (view, faults) = await ReadOthersAsync(view, calls, own, cancellation).ConfigureAwait(false);
            foreach (string fault in faults) own.Complain(fault);
            ExitCode least = faults.Count == 0 ? ExitCode.Success : ExitCode.BadInput;
            if (parsed.GetValue(file) is not { } named)
            {
                AnswerWriter answers = new(own, output.FormatOf(parsed), view);
                return Worse(least, await QuestionRunner.RunAsync(own, parsed, question, situation, wanted, answers, cancellation).ConfigureAwait(false));
            }

            Situation told = await situation.ReadAsync(parsed, own, cancellation).ConfigureAwait(false);
            return Worse(least, await RunAsync(own, named, parsed.GetValue(id), told, wanted, new AnswerWriter(own, output.FormatOf(parsed), view), cancellation).ConfigureAwait(false));
        }));
        return command;
    }

    private static async Task<(AnswerViewOptions View, List<string> Faults)> ReadOthersAsync(AnswerViewOptions view, string file, CliConsole console, CancellationToken cancellation)
    {
        (OtherCalls calls, List<string> faults) = await OtherCalls.ReadAsync(file, console, GivenKeys.Nothing, cancellation).ConfigureAwait(false);
        if (calls.Calls.IsEmpty && faults.Count == 0) throw new InputException($"'{InputFiles.NameOf(file)}' holds no calls");
        return (view with { Others = calls }, faults);
    }

    /// <summary>K-7: a fault of input comes before an answer that is not the wanted one.</summary>
    private static ExitCode Worse(ExitCode least, ExitCode code) => least == ExitCode.Success || code is ExitCode.Usage ? code : least;

    /// <summary>A file or a question, and the question whole.</summary>
    private static void Check(CommandResult result, Argument<string?> file, Option<string?> id, CallOptions question)
    {
        Option? used = question.FindUsed(result);
        bool hasFile = result.GetResult(file) is { Tokens.Count: > 0 };
        if (hasFile && used is not null) result.AddError($"FILE and {used.Name} exclude each other");
        if (hasFile) return;
        if (result.GetResult(id) is not null) result.AddError("--id needs FILE");
        if (question.FindMissing(result) is { } missing) result.AddError(used is null ? "explain needs FILE, or --principal, --action and --resource" : $"the question lacks {missing.Name}");
    }

    private static async Task<ExitCode> RunAsync(CliConsole console, string file, string? id, Situation situation, string? expected, AnswerWriter answers, CancellationToken cancellation)
    {
        ExitCode code = ExitCode.Success;
        int count = 0;
        await foreach (CaseReading reading in CaseStream.ReadAsync(file, console, situation.Keys, cancellation).ConfigureAwait(false))
        {
            if (id is not null && id != reading.Id) continue;
            count++;
            CaseAnswer answer = CaseRunner.Answer(reading, situation);
            if (answer is FaultAnswer) code = ExitCode.BadInput;
            else if (code == ExitCode.Success && !ExpectOption.IsMet(expected, answer)) code = ExitCode.Failed;
            answers.Hints = FileHints.For(answer, situation);
            answers.Write(answer);
        }

        if (count > 0) return situation.ReportUnused(console, code);
        throw new InputException(id is null ? $"'{InputFiles.NameOf(file)}' holds no cases" : $"'{InputFiles.NameOf(file)}' holds no case with the id '{id}'");
    }
}
