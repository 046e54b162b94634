using System.CommandLine;

namespace PolicyEngine.Cli.Commands;

/// <summary><c>endpoint</c>: what has to do with VPC endpoints.</summary>
internal static class EndpointCommand
{
    /// <summary>Makes the command.</summary>
    internal static Command Create(CliConsole console) => new("endpoint", "Tells of VPC endpoints.") { EndpointResolveCommand.Create(console) };
}
