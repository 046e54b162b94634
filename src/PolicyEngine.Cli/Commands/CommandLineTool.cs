using System.CommandLine;
using System.CommandLine.Help;

namespace PolicyEngine.Cli.Commands;

/// <summary>The whole tool: parses the command line and runs a command.</summary>
internal static class CommandLineTool
{
    private const string Description =
        "Evaluates AWS IAM policies: what they decide about a request and why, whether they are well formed, and whether they do what you expect.";

    /// <summary>Runs the tool.</summary>
    /// <returns>The exit code, one of <see cref="ExitCode"/>.</returns>
    internal static async Task<int> RunAsync(IReadOnlyList<string> arguments, CliConsole console, CancellationToken cancellation = default)
    {
        ParseResult parsed = CreateRoot(console).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0)
        {
            console.Complain($"{SentenceFor(parsed)}; try --help");
            return (int)ExitCode.Usage;
        }

        InvocationConfiguration invocation = new() { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return (int)ExitCode.Interrupted;
        }
        catch (IOException)
        {
            // The reader of the output has gone, so that nothing is reported.
            return (int)ExitCode.Failed;
        }
        finally
        {
            Flush(console.Output);
        }
    }

    private static string SentenceFor(ParseResult parsed) => parsed.UnmatchedTokens is [string unknown, ..]
        ? $"'{unknown}' is not a command, option or argument here"
        : parsed.Errors[0].Message.ReplaceLineEndings(" ").TrimEnd('.', ' ');

    private static Command CreateRoot(CliConsole console)
    {
        Command root = new("policyengine", Description)
        {
            new HelpOption { Recursive = true, Action = new ExamplesAction(new HelpAction()) },
            new VersionOption { Action = new VersionAction() },
            EvaluateCommand.Create(console),
            TestCommand.Create(console),
            ExplainCommand.Create(console),
            CheckCommand.Create(console),
            EndpointCommand.Create(console),
            RequestCommand.Create(console),
            WhyCommand.Create(console),
        };
        return root;
    }

    private static void Flush(TextWriter output)
    {
        try
        {
            output.Flush();
        }
        catch (IOException)
        {
            // As above.
        }
    }
}
