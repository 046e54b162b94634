using System.CommandLine;
using PolicyEngine.Cli.Output;
using Spectre.Console;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>endpoint resolve</c>: through which VPC endpoint a call to a URL goes.</summary>
internal static class EndpointResolveCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Argument<string?> url = new("URL") { Description = "A URL, or a host with or without port and path", Arity = ArgumentArity.ZeroOrOne };
        Option<string?> urls = ValueOption.One("--urls", "FILE", "A file with one URL a line, each of which is answered in a row; - reads standard input");
        Option<string?> inventory = InventoryOption.Create();
        inventory.Required = true;
        Option<string?> vpc = new("--vpc") { Description = "The VPC of the client, or of the inbound resolver that it asks; default not known", HelpName = "ID" };
        Option<string?> routeTable = new("--route-table") { Description = "The route table of the client's subnet; default not known", HelpName = "ID" };
        Option<bool> viaInboundResolver = new("--via-inbound-resolver") { Description = "The client stands outside the VPC and asks its inbound resolver" };
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json), ("jsonl", OutputFormat.Json));
        DocumentedCommand command = new("resolve", "Tells through which VPC endpoint a call to a URL goes, or why through none.")
        {
            Examples =
            [
                ("policyengine endpoint resolve https://secretsmanager.us-west-2.amazonaws.com --inventory endpoints.json --vpc vpc-1a2b3c4d", "A public name, asked inside a VPC."),
                ("policyengine endpoint resolve https://my-bucket.s3.us-west-2.amazonaws.com --inventory endpoints.json --vpc vpc-1a2b3c4d --route-table rtb-11111111", "A bucket that a gateway endpoint may serve."),
                ("aws ec2 describe-vpc-endpoints | policyengine endpoint resolve vpce-1234a5678b9012c-12345678.kms.us-west-2.vpce.amazonaws.com --inventory - --format json", "The name of one endpoint."),
                ("policyengine endpoint resolve --urls urls.txt --inventory endpoints.json --vpc vpc-1a2b3c4d", "Each URL of a file, in a row."),
            ],
        };
        command.Add(url);
        command.Add(urls);
        command.Add(inventory);
        command.Add(vpc);
        command.Add(routeTable);
        command.Add(viaInboundResolver);
        output.AddTo(command);
        command.Validators.Add(result =>
        {
            bool hasOne = result.GetResult(url) is { Tokens.Count: > 0 } != result.GetResult(urls) is not null;
            if (!hasOne) result.AddError("endpoint resolve needs URL or --urls, and not both");
        });
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, async own =>
        {
            string? single = parsed.GetValue(url);
            if (single is not null && VpcEndpointInventory.FindRefusal(single) is { } refusal)
            {
                own.Complain($"the URL is refused: {refusal}");
                return ExitCode.Usage;
            }

            EndpointClient client = new() { VpcId = parsed.GetValue(vpc), RouteTableId = parsed.GetValue(routeTable), ViaInboundResolver = parsed.GetValue(viaInboundResolver) };
            if (await InventoryOption.ReadAsync(parsed.GetRequiredValue(inventory)!, own, cancellation).ConfigureAwait(false) is not { } known) return ExitCode.BadInput;
            if (single is null) return await ResolveAsync(own, parsed.GetValue(urls)!, known, client, output.FormatOf(parsed), cancellation).ConfigureAwait(false);
            EndpointResolution resolution = known.Resolve(single, client);
            if (output.FormatOf(parsed) == OutputFormat.Json) await own.Output.WriteAsync($"{ResolutionJson.Write(resolution)}\n").ConfigureAwait(false);
            else ResolutionView.Draw(Screen.On(own), resolution);
            return ExitCode.Success;
        }));
        return command;
    }

    /// <summary>Answers each line as it comes. A line that is refused is told in its row.</summary>
    private static async Task<ExitCode> ResolveAsync(CliConsole console, string file, VpcEndpointInventory known, EndpointClient client, OutputFormat format, CancellationToken cancellation)
    {
        ExitCode code = ExitCode.Success;
        IAnsiConsole screen = Screen.On(console);
        using StreamReader lines = new(InputFiles.Open(file, console));
        bool isEmpty = true;
        try
        {
            while (await lines.ReadLineAsync(cancellation).ConfigureAwait(false) is { } line)
            {
                string text = line.Trim();
                if (text.Length == 0) continue;
                isEmpty = false;
                string? refusal = VpcEndpointInventory.FindRefusal(text);
                if (refusal is not null) code = ExitCode.BadInput;
                EndpointResolution? resolution = refusal is null ? known.Resolve(text, client) : null;
                if (format == OutputFormat.Json) await console.Output.WriteAsync($"{ResolutionJson.WriteRow(text, resolution, refusal)}\n").ConfigureAwait(false);
                else ResolutionView.DrawRow(screen, text, resolution, refusal);
                await console.Output.FlushAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (IOException exception)
        {
            throw new InputException($"cannot read '{InputFiles.NameOf(file)}': {exception.Message.TrimEnd('.')}");
        }

        return isEmpty ? throw new InputException($"'{InputFiles.NameOf(file)}' holds no URLs") : code;
    }
}
