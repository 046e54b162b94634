using System.Collections.Immutable;
using System.CommandLine;
using PolicyEngine.Catalogue;
using PolicyEngine.Checks;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;
using PolicyEngine.Facts;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>check</c>: what is wrong or risky in policy documents.</summary>
internal static class CheckCommand
{
    private static readonly PolicyType[] Types =
    [
        PolicyType.Identity, PolicyType.Managed, PolicyType.PermissionsBoundary, PolicyType.Session, PolicyType.ScopeDown, PolicyType.Resource, PolicyType.Trust,
        PolicyType.ServiceControl, PolicyType.ResourceControl, PolicyType.VpcEndpoint, PolicyType.AccessPoint,
    ];

    /// <summary>A severity that no finding has.</summary>
    private const DiagnosticSeverity None = (DiagnosticSeverity)int.MaxValue;

    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string[]> files = FileArgument.CreateMany("FILE", "Policy documents; - reads standard input");
        Option<PolicyType?> type = NamedOption.Create(
            "--type", "KIND", "What the policies are attached to; it is never guessed", [.. Types.Select(static t => (PolicyTypeNames.NameOf(t), (PolicyType?)t))]);
        Option<ParseLevel> level = NamedOption.Create(
            "--parse", "LEVEL", "How strictly they are read", ("strict", ParseLevel.Strict), ("stored", ParseLevel.Stored), ("tolerant", ParseLevel.Tolerant));
        Option<string?> service = ServiceOption.Create();
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json), ("sarif", OutputFormat.Sarif));
        Option<DiagnosticSeverity?> failOn = NamedOption.Create<DiagnosticSeverity?>(
            "--fail-on",
            "LEAST",
            "The least finding that makes the exit code 1",
            ("error", DiagnosticSeverity.Error),
            ("warning", DiagnosticSeverity.Warning),
            ("information", DiagnosticSeverity.Information),
            ("never", None));
        Option<string?> actions = new("--actions")
        {
            Description = "The actions that exist, one service:Name a line, in place of those of the catalogue",
            HelpName = "FILE",
        };
        Option<string?> catalogue = CatalogueOptions.CreateCatalogue();
        CheckScope scope = new();
        Option<bool> set = new("--set") { Description = "The files apply to one principal or one resource: also tells what they make of each other" };
        DocumentedCommand command = new("check", "Prints what is wrong or risky in policy documents.")
        {
            Failure = "there is a finding of the severity that --fail-on names, or a graver one",
            Examples =
            [
                ("policyengine check policy.json", "Checks an identity policy."),
                ("policyengine check bucket.json --type resource", "Checks a resource policy."),
                ("policyengine check repository.json --type resource --service ecr", "Checks a policy of a service that wants no Resource."),
                ("policyengine check bucket.json --type resource --resource-type AWS::S3::Bucket", "Tells also of actions and resources that no bucket has."),
                ("policyengine check inline.json managed.json --set", "Tells also of Allows of one that a Deny of the other takes away."),
                ("policyengine check policy.json --profile review", "Tells also what is only worth a look."),
                ("policyengine check endpoint.json --type vpcEndpoint --parse tolerant", "Accepts comments and trailing commas with a warning each."),
                ("policyengine check policy.json --actions actions.txt", "Tells of actions that are not in your list."),
                ("policyengine check policies/*.json --format sarif > policies.sarif", "Writes a report for code scanning."),
            ],
        };
        command.Add(files);
        command.Add(type);
        command.Add(level);
        command.Add(service);
        command.Validators.Add(result =>
        {
            bool isIdle = result.GetResult(service) is not null && result.GetValue(type) != PolicyType.Resource;
            if (isIdle) result.AddError($"{ServiceOption.Name} is for resource policies: give --type resource");
        });
        scope.AddTo(command, type, service);
        command.Add(set);
        command.Add(actions);
        command.Add(catalogue);
        CatalogueOptions.RefuseBoth(command, catalogue, actions);
        command.Add(failOn);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            PolicyCheckerOptions advice = scope.Read(parsed);
            if (parsed.GetValue(actions) is { } list) advice = advice with { Actions = await ActionsFile.ReadAsync(list, own, cancellation).ConfigureAwait(false) };
            if (parsed.GetValue(catalogue) is { } text) advice = advice with { Catalogue = await CatalogueFile.ReadAsync(text, own, cancellation).ConfigureAwait(false) };
            PolicyParserOptions reading = parsed.GetValue(level).ToOptions(parsed.GetValue(type) ?? Types[0]) with { Service = ServiceOption.Read(parsed.GetValue(service) ?? PolicyChecker.FindServiceOf(advice.ResourceType), own) };
            ICheckReport report = output.FormatOf(parsed) switch
            {
                OutputFormat.Json => new JsonCheckReport(own, reading.Type),
                OutputFormat.Sarif => new SarifReport(own, advice.Profile),
                _ => new TextCheckReport(own),
            };
            DiagnosticSeverity least = parsed.GetValue(failOn) ?? DiagnosticSeverity.Error;
            return await RunAsync(own, parsed.GetRequiredValue(files), reading, advice, parsed.GetValue(set), report, least, cancellation).ConfigureAwait(false);
        }));
        return command;
    }

    private static async Task<ExitCode> RunAsync(
        CliConsole console, string[] files, PolicyParserOptions options, PolicyCheckerOptions advice, bool isSet, ICheckReport report, DiagnosticSeverity least, CancellationToken cancellation)
    {
        ExitCode code = ExitCode.Success;
        CheckedFiles together = new(options.Type);
        foreach (string file in files)
        {
            try
            {
                PolicyText text = await (options.Mode == ParseMode.Strict ? InputText.ReadBytesAsync(console, file, options.MaxBytes, cancellation) : InputText.ReadAsync(console, file, options.MaxBytes, cancellation)).ConfigureAwait(false);
                Tell(InputFiles.NameOf(file), PolicyChecker.CheckText(text, options, advice));
                if (isSet && PolicyParser.Parse(text, options).Value is { } document) together.Add(InputFiles.NameOf(file), document);
            }
            catch (InputException exception)
            {
                console.Complain(exception.Message);
                code = ExitCode.BadInput;
            }
        }

        foreach (Finding finding in PolicyChecker.CheckSet(together.ToSet(), advice)) Tell(together.NameOf(finding), [finding]);
        report.Complete();
        return code;

        void Tell(string file, ImmutableArray<Finding> found)
        {
            bool isRefused = found.Any(finding => finding.Severity >= least);
            if (isRefused && code == ExitCode.Success) code = ExitCode.Failed;
            foreach (Finding finding in found) report.Add(file, finding);
        }
    }
}
