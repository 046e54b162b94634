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

        if (parsed.Action is not (ExamplesAction or VersionAction) && FileUses.FindFault(parsed.CommandResult) is { } fault)
        {
            console.Complain($"{fault}; try --help");
            return (int)ExitCode.Usage;
        }

        InvocationConfiguration invocation = new() { Output = console.Output, Error = console.Error, EnableDefaultExceptionHandler = false };
        try
        {
            int code = await parsed.InvokeAsync(invocation, cancellation).ConfigureAwait(false);
            await console.Output.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (OperationCanceledException)
        {
            TryFlush(console.Output);
            return (int)ExitCode.Interrupted;
        }
        catch (ReaderGoneException)
        {
            return (int)ExitCode.BadInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            console.Complain($"cannot write {console.OutputName}: {InputFiles.ReasonOf(exception)}");
            return (int)ExitCode.BadInput;
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
            CompareCommand.Create(console),
            ExplainCommand.Create(console),
            CheckCommand.Create(console),
            ExpandCommand.Create(console),
            ActionsCommand.Create(console),
            CatalogueCommand.Create(console),
            EndpointCommand.Create(console),
            RequestCommand.Create(console),
            WhyCommand.Create(console),
            DataCommand.Create(console),
        };
        return root;
    }

    /// <summary>What was answered before an interruption is not lost.</summary>
    private static void TryFlush(TextWriter output)
    {
        try
        {
            output.Flush();
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }
    }
}
