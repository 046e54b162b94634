using System.Collections.Immutable;
using System.CommandLine;
using PolicyEngine.Checks;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>check</c>: what is wrong or risky in policy documents.</summary>
internal static class CheckCommand
{
    private static readonly PolicyType[] Types =
    [
        PolicyType.Identity, PolicyType.Managed, PolicyType.PermissionsBoundary, PolicyType.Session, PolicyType.ScopeDown, PolicyType.Resource, PolicyType.Trust,
        PolicyType.ServiceControl, PolicyType.ResourceControl, PolicyType.VpcEndpoint,
    ];

    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string[]> files = FileArgument.CreateMany("FILE", "Policy documents; - reads standard input");
        Option<PolicyType?> type = NamedOption.Create(
            "--type", "KIND", "What the policies are attached to; it is never guessed", [.. Types.Select(static t => (PolicyTypeNames.NameOf(t), (PolicyType?)t))]);
        Option<ParseLevel> level = NamedOption.Create(
            "--parse", "LEVEL", "How strictly they are read", ("strict", ParseLevel.Strict), ("stored", ParseLevel.Stored), ("tolerant", ParseLevel.Tolerant));
        Option<OutputFormat> format = NamedOption.Create(
            "--format", "FORMAT", "How findings are written", ("text", OutputFormat.Text), ("json", OutputFormat.Json), ("sarif", OutputFormat.Sarif));
        Option<string?> actions = new("--actions")
        {
            Description = "The actions that exist, one service:Name a line, so that others are told of; none comes with the tool",
            HelpName = "FILE",
        };
        DocumentedCommand command = new("check", "Prints what is wrong or risky in policy documents.")
        {
            Examples =
            [
                ("policyengine check policy.json", "Checks an identity policy."),
                ("policyengine check bucket.json --type resource", "Checks a resource policy."),
                ("policyengine check endpoint.json --type vpcEndpoint --parse tolerant", "Accepts comments and trailing commas with a warning each."),
                ("policyengine check policy.json --actions actions.txt", "Tells of actions that are not in your list."),
                ("policyengine check policies/*.json --format sarif > policies.sarif", "Writes a report for code scanning."),
            ],
        };
        command.Add(files);
        command.Add(type);
        command.Add(level);
        command.Add(format);
        command.Add(actions);
        command.SetAction((parsed, cancellation) => RunAsync(
            console, parsed.GetRequiredValue(files), parsed.GetValue(level).ToOptions(parsed.GetValue(type) ?? Types[0]), parsed.GetValue(actions), parsed.GetValue(format), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(
        CliConsole console, string[] files, PolicyParserOptions options, string? actions, OutputFormat format, CancellationToken cancellation)
    {
        PolicyCheckerOptions advice = PolicyCheckerOptions.Default;
        try
        {
            if (actions is not null) advice = advice with { Actions = await ActionsFile.ReadAsync(actions, console, cancellation).ConfigureAwait(false) };
        }
        catch (InputException exception)
        {
            console.Complain(exception.Message);
            return (int)ExitCode.BadInput;
        }

        ICheckReport report = format switch
        {
            OutputFormat.Json => new JsonCheckReport(console),
            OutputFormat.Sarif => new SarifReport(console),
            _ => new TextCheckReport(console),
        };
        ExitCode code = ExitCode.Success;
        foreach (string file in files)
        {
            try
            {
                PolicyText text = await InputText.ReadAsync(console, file, options.MaxBytes, cancellation).ConfigureAwait(false);
                ImmutableArray<Diagnostic> found = PolicyChecker.CheckText(text, options, advice);
                bool isRefused = found.Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
                if (isRefused && code == ExitCode.Success) code = ExitCode.Failed;
                foreach (Diagnostic diagnostic in found) report.Add(InputFiles.NameOf(file), diagnostic);
            }
            catch (InputException exception)
            {
                console.Complain(exception.Message);
                code = ExitCode.BadInput;
            }
        }

        report.Complete();
        return (int)code;
    }
}
