using System.CommandLine;
using PolicyEngine.Catalogue;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Running;
using Spectre.Console;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>actions</c>: the actions of the catalogue, chosen by what they are.</summary>
internal static class ActionsCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string?> name = new("NAME") { Description = "An action such as s3:GetObject, or a pattern of actions; letter case is ignored", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> service = ValueOption.One("--service", "PREFIX", "Actions of this service");
        Option<AccessLevel?> level = NamedOption.Create(
            "--level", "LEVEL", "Actions of this level", [("any", (AccessLevel?)null), .. Enum.GetValues<AccessLevel>().Where(static level => level != AccessLevel.Unknown).Select(static level => (CatalogueActionView.NameOf(level), (AccessLevel?)level))]);
        Option<string?> key = ValueOption.One("--key", "KEY", "Actions that offer this condition key");
        Option<string?> type = ValueOption.One("--resource-type", "TYPE", "Actions on resources of this type, as the catalogue or CloudFormation names it");
        Option<string?> resource = ValueOption.One("--resource", "ARN", "Actions on a type that this ARN can be of");
        Option<string?> operation = ValueOption.One("--operation", "OPERATION", "Actions that this operation of an API needs, such as s3:HeadObject");
        CatalogueOptions catalogue = new();
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json));
        DocumentedCommand command = new("actions", "Prints actions with their level, resource types and condition keys.")
        {
            Examples =
            [
                ("policyengine actions s3:GetObject", "Tells of one action."),
                ("policyengine actions --service kms --level permissionsManagement", "Lists the actions of KMS that change permissions."),
                ("policyengine actions --resource arn:aws:sqs:us-east-1:123456789012:jobs --format json", "Lists the actions on a queue, one object a line."),
            ],
        };
        command.Add(name);
        foreach (Option option in (Option[])[service, level, key, type, resource, operation]) command.Add(option);
        catalogue.AddTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            ServiceCatalogue known = await catalogue.ReadAsync(parsed, own, cancellation).ConfigureAwait(false);
            ActionFilter filter = new(
                parsed.GetValue(name), parsed.GetValue(service), parsed.GetValue(level), parsed.GetValue(key), parsed.GetValue(type), parsed.GetValue(resource), parsed.GetValue(operation));
            if (filter.FindFault(known) is { } fault)
            {
                own.Complain(fault);
                return ExitCode.Usage;
            }

            IAnsiConsole screen = Screen.On(own);
            foreach (CatalogueAction action in filter.Find(known))
            {
                if (output.FormatOf(parsed) == OutputFormat.Json) own.Output.Write($"{CatalogueActionView.WriteJson(known, action)}\n");
                else CatalogueActionView.Write(screen, known, action);
            }

            return ExitCode.Success;
        }));
        return command;
    }
}
