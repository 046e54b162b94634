using System.CommandLine;
using System.CommandLine.Parsing;
using PolicyEngine.Catalogue;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>expand</c>: the actions that patterns of policies stand for.</summary>
internal static class ExpandCommand
{
    /// <summary>What a policy may be; which of them does not matter here.</summary>
    private static readonly PolicyType[] Types =
    [
        PolicyType.Identity, PolicyType.Resource, PolicyType.Trust, PolicyType.VpcEndpoint, PolicyType.ServiceControl, PolicyType.ResourceControl, PolicyType.AccessPoint,
    ];

    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string[]> patterns = new("PATTERN") { Description = "Texts of an Action element, such as s3:Get*; letter case is ignored", Arity = ArgumentArity.ZeroOrMore };
        Option<string?> policy = ValueOption.One("--policy", "FILE", "A policy of any kind, whose Action and NotAction elements are expanded");
        Option<ParseLevel> level = NamedOption.Create(
            "--parse", "LEVEL", "How strictly the policy is read", ("strict", ParseLevel.Strict), ("stored", ParseLevel.Stored), ("tolerant", ParseLevel.Tolerant));
        Option<bool> all = new("--all") { Description = "Print every action that a NotAction leaves, in place of counts by service" };
        CatalogueOptions catalogue = new();
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json));
        DocumentedCommand command = new("expand", "Prints the actions that patterns, or the statements of a policy, stand for.")
        {
            Failure = "a pattern stands for no action",
            Examples =
            [
                ("policyengine expand s3:Get*Acl 'kms:*Grant*'", "Prints the actions, one a line."),
                ("policyengine expand --policy policy.json", "Prints the actions of each statement; of a NotAction what remains, counted by service."),
            ],
        };
        command.Add(patterns);
        command.Add(policy);
        command.Add(level);
        command.Add(all);
        catalogue.AddTo(command);
        patterns.Validators.Add(RefuseOthers);
        command.Validators.Add(result =>
        {
            bool hasPolicy = result.GetResult(policy) is not null;
            if (hasPolicy == (result.GetResult(patterns)?.Tokens.Count > 0)) result.AddError("give either patterns or --policy");
            else if (!hasPolicy && (result.GetResult(level) is { Implicit: false } || result.GetResult(all) is { Implicit: false })) result.AddError("--parse and --all are for --policy");
        });
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            ServiceCatalogue known = await catalogue.ReadAsync(parsed, own, cancellation).ConfigureAwait(false);
            IExpansionReport report = output.FormatOf(parsed) == OutputFormat.Json ? new JsonExpansionReport(own, known) : new TextExpansionReport(own);
            if (parsed.GetValue(policy) is { } file)
            {
                PolicyDocument document = await ReadAsync(own, file, parsed.GetValue(level), cancellation).ConfigureAwait(false);
                report.AddPolicy([.. document.Statements.Select((statement, place) => Expansion.Of(statement, place, known))], parsed.GetValue(all));
                return Complain(own, known, document.Statements.SelectMany(static statement => statement.Action.Patterns).Select(static pattern => pattern.Text));
            }

            string[] texts = parsed.GetValue(patterns) ?? [];
            report.AddPatterns([.. texts.Select(text => new PatternExpansion(text, known.Expand(text)))]);
            return Complain(own, known, texts);
        }));
        return command;
    }

    private static void RefuseOthers(ArgumentResult result)
    {
        FileArgument.RefuseOptions(result);
        foreach (Token token in result.Tokens)
        {
            bool isAction = token.Value is "*" or "*:*" || (token.Value.IndexOf(':', StringComparison.Ordinal) is > 0 and int colon && colon < token.Value.Length - 1);
            if (!isAction) result.AddError($"'{token.Value}' is no action, which has a service, a colon and a name, such as s3:Get*");
        }
    }

    private static ExitCode Complain(CliConsole console, ServiceCatalogue catalogue, IEnumerable<string> patterns)
    {
        ExitCode code = ExitCode.Success;
        foreach (string pattern in patterns.Distinct(StringComparer.OrdinalIgnoreCase).Where(text => !catalogue.HasMatch(text)))
        {
            code = ExitCode.Failed;
            console.Complain(MissingName.Describe(catalogue, $"no action for '{pattern}'", pattern, catalogue.Nearest(pattern)));
        }

        return code;
    }

    /// <summary>Reads a policy of whichever kind; what is told of one that is none is what its likeliest kind finds wrong.</summary>
    private static async Task<PolicyDocument> ReadAsync(CliConsole console, string file, ParseLevel level, CancellationToken cancellation)
    {
        PolicyText text = await InputText.ReadAsync(console, file, level.ToOptions(PolicyType.Identity).MaxBytes, cancellation).ConfigureAwait(false);
        ParseResult<PolicyDocument>? best = null;
        foreach (PolicyType type in Types)
        {
            ParseResult<PolicyDocument> result = PolicyParser.Parse(text, level.ToOptions(type));
            if (result.Success) return result.Value;
            if (best is null || ErrorsOf(result) < ErrorsOf(best)) best = result;
        }

        foreach (Diagnostic diagnostic in best!.Diagnostics.Where(static found => found.Severity == DiagnosticSeverity.Error)) console.Complain(DiagnosticFormatter.FormatLine(diagnostic));
        throw new InputException($"'{InputFiles.NameOf(file)}' is no policy");
    }

    private static int ErrorsOf(ParseResult<PolicyDocument> result) => result.Diagnostics.Count(static found => found.Severity == DiagnosticSeverity.Error);
}
