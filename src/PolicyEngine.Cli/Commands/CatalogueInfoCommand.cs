using System.CommandLine;
using PolicyEngine.Catalogue;
using PolicyEngine.Catalogue.Text;
using PolicyEngine.Cli.Output;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>catalogue info</c>: the date, the sources and the size of the catalogue that comes with the tool.</summary>
internal static class CatalogueInfoCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console)
    {
        OutputOptions output = new(("text", OutputFormat.Text), ("json", OutputFormat.Json));
        DocumentedCommand command = new("info", "Prints the date, the sources and the size of the catalogue that comes with the tool.")
        {
            Examples = [("policyengine catalogue info", "Tells how old the catalogue is, and how much it knows.")],
        };
        output.AddTo(command);
        command.SetAction((parsed, _) => output.RunAsync(parsed, console, own =>
        {
            CatalogueContent content = ServiceCatalogue.Default.ToContent();
            own.Output.Write(output.FormatOf(parsed) == OutputFormat.Json ? CatalogueCountsView.WriteJson(content, earlier: null) : CatalogueCountsView.WriteText(content, earlier: null));
            return Task.FromResult(ExitCode.Success);
        }));
        return command;
    }
}
