using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PolicyEngine.Cli.Commands;

/// <summary>Prints the help of a command, then its examples and its exit codes.</summary>
internal sealed class ExamplesAction(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        DocumentedCommand? command = parseResult.CommandResult.Command as DocumentedCommand;
        if (command is { Examples.Count: > 0 })
        {
            output.WriteLine("Examples:");
            foreach ((string line, string purpose) in command.Examples) output.WriteLine($"  {line}\n      {purpose}");
            output.WriteLine();
        }

        output.WriteLine("Exit codes:");
        output.WriteLine("  0    done");
        if (command?.Failure is { } failure) output.WriteLine($"  1    {failure}");
        output.WriteLine("  2    the command line is wrong; nothing was done");
        output.WriteLine("  3    something cannot be read or written, or facts contradict each other; the rest was done");
        output.WriteLine("  130  interrupted");
        return code;
    }
}
