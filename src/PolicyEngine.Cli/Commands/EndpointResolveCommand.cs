using System.CommandLine;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>endpoint resolve</c>: through which VPC endpoint a call to a URL goes.</summary>
internal static class EndpointResolveCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string> url = new("URL") { Description = "A URL, or a host with or without port and path" };
        Option<string?> inventory = InventoryOption.Create();
        inventory.Required = true;
        Option<string?> vpc = new("--vpc") { Description = "The VPC of the client, or of the inbound resolver that it asks; default not known", HelpName = "ID" };
        Option<string?> routeTable = new("--route-table") { Description = "The route table of the client's subnet; default not known", HelpName = "ID" };
        Option<bool> viaInboundResolver = new("--via-inbound-resolver") { Description = "The client stands outside the VPC and asks its inbound resolver" };
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json));
        DocumentedCommand command = new("resolve", "Tells through which VPC endpoint a call to a URL goes, or why through none.")
        {
            Examples =
            [
                ("policyengine endpoint resolve https://secretsmanager.us-west-2.amazonaws.com --inventory endpoints.json --vpc vpc-1a2b3c4d", "A public name, asked inside a VPC."),
                ("policyengine endpoint resolve https://my-bucket.s3.us-west-2.amazonaws.com --inventory endpoints.json --vpc vpc-1a2b3c4d --route-table rtb-11111111", "A bucket that a gateway endpoint may serve."),
                ("aws ec2 describe-vpc-endpoints | policyengine endpoint resolve vpce-1234a5678b9012c-12345678.kms.us-west-2.vpce.amazonaws.com --inventory - --format json", "The name of one endpoint."),
            ],
        };
        command.Add(url);
        command.Add(inventory);
        command.Add(vpc);
        command.Add(routeTable);
        command.Add(viaInboundResolver);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            if (VpcEndpointInventory.FindRefusal(parsed.GetRequiredValue(url)) is { } refusal)
            {
                own.Complain($"the URL is refused: {refusal}");
                return ExitCode.Usage;
            }

            EndpointClient client = new() { VpcId = parsed.GetValue(vpc), RouteTableId = parsed.GetValue(routeTable), ViaInboundResolver = parsed.GetValue(viaInboundResolver) };
            if (await InventoryOption.ReadAsync(parsed.GetRequiredValue(inventory)!, own, cancellation).ConfigureAwait(false) is not { } known) return ExitCode.BadInput;
            EndpointResolution resolution = known.Resolve(parsed.GetRequiredValue(url), client);
            if (output.FormatOf(parsed) == OutputFormat.Json) await own.Output.WriteAsync($"{ResolutionJson.Write(resolution)}\n").ConfigureAwait(false);
            else ResolutionView.Draw(Screen.On(own), resolution);
            return ExitCode.Success;
        }));
        return command;
    }
}
