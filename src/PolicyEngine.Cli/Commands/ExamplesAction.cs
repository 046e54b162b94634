using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicyEngine.Cli.Commands;

/// <summary>Prints the help of a command, then its examples and the exit codes.</summary>
internal sealed class ExamplesAction(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        if (parseResult.CommandResult.Command is DocumentedCommand { Examples.Count: > 0 } command)
        {
            output.WriteLine("Examples:");
            foreach ((string line, string purpose) in command.Examples) output.WriteLine($"  {line}\n      {purpose}");
            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        output.WriteLine("  0  ok");
        output.WriteLine("  1  a test failed, or a policy has an error");
        output.WriteLine("  2  the command line is wrong");
        output.WriteLine("  3  a file or a case cannot be read; the others were done");
        return code;
    }
}
