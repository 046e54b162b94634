using System.CommandLine;
using PolicyEngine.Cli.Output;
using PolicyEngine.CloudTrail;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>request</c>: one line of JSON for each record of a trail, in the shape of requests.</summary>
internal static class RequestCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Option<string> trail = new("--cloudtrail") { Description = "A file of records, compressed or not; - reads standard input", HelpName = "FILE", Required = true };
        Option<string?> inventory = new("--inventory") { Description = "Output of describe-vpc-endpoints: the endpoints that are yours", HelpName = "FILE" };
        DocumentedCommand command = new("request", "Prints the request of which each CloudTrail record tells: what is known, absent and unknown.")
        {
            Examples =
            [
                ("policyengine request --cloudtrail trail.json.gz --inventory endpoints.json", "Prints one line for each record."),
                ("policyengine request --cloudtrail - < record.json", "Reads a record from standard input."),
            ],
        };
        command.Add(trail);
        command.Add(inventory);
        OutputOptions output = OutputOptions.ForRows();
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunAsync(parsed, console, own => RunAsync(own, parsed.GetRequiredValue(trail), parsed.GetValue(inventory), cancellation)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CliConsole console, string file, string? inventory, CancellationToken cancellation)
    {
        ExitCode code = ExitCode.Success;
        VpcEndpointInventory? endpoints = inventory is null ? VpcEndpointInventory.Empty : await InventoryOption.ReadAsync(inventory, console, cancellation).ConfigureAwait(false);
        if (endpoints is null) return ExitCode.BadInput;
        ReconstructionOptions options = new() { FindEndpoint = id => endpoints.TryFind(id, out VpcEndpoint? own) ? own : null };
        Stream stream = InputFiles.Open(file, console);
        await using (stream.ConfigureAwait(false))
        {
            CloudTrailReaderOptions reading = new() { Name = InputFiles.NameOf(file) };
            bool isEmpty = true;
            await foreach (CloudTrailReading read in CloudTrailReader.ReadAsync(stream, reading, cancellation).ConfigureAwait(false))
            {
                isEmpty = false;
                if (read.IsFault) code = ExitCode.BadInput;
                await WriteAsync(console, read, options, cancellation).ConfigureAwait(false);
            }

            if (isEmpty) console.Complain($"note: '{InputFiles.NameOf(file)}' holds no records");
        }

        return code;
    }

    /// <summary>A record or an error is a line of the output; notices and warnings go to standard error.</summary>
    private static async Task WriteAsync(CliConsole console, CloudTrailReading read, ReconstructionOptions options, CancellationToken cancellation)
    {
        foreach (Diagnostic found in read.Diagnostics)
        {
            if (!read.IsFault) console.Complain(DiagnosticFormatter.FormatLine(found));
        }

        string? line = read.Record is { } record ? ReconstructionJson.Write(RecordReconstructor.Reconstruct(record, options))
            : read.IsFault ? ReconstructionJson.WriteFault(read) : null;
        if (line is null) return;
        await console.Output.WriteAsync($"{line}\n").ConfigureAwait(false);
        await console.Output.FlushAsync(cancellation).ConfigureAwait(false);
    }
}
