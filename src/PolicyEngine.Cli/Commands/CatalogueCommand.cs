using System.CommandLine;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>catalogue</c>: what has to do with the catalogue of services and actions.</summary>
internal static class CatalogueCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console) => new("catalogue", "Tells of the catalogue of services, actions, resource types and condition keys, and makes a newer one.")
    {
        CatalogueInfoCommand.Create(console),
        CatalogueUpdateCommand.Create(console),
    };
}
