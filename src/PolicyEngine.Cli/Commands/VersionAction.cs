using System.CommandLine;
using System.CommandLine.Invocation;

namespace PolicyEngine.Cli.Commands;

/// <summary>Prints the version of the tool.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(ToolVersion.Full);
        return (int)ExitCode.Success;
    }
}
