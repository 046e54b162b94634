using System.CommandLine;
using System.Text;

namespace PolicyEngine.Cli.Commands;

/// <summary>The options that say how and where results are written; each command has them.</summary>
internal sealed class OutputOptions
{
    private readonly Option<OutputFormat> format;
    private readonly Option<string?> path = ValueOption.One("--output", "PATH", "Writes the results to this file in place of standard output");
    private readonly Option<ColorChoice> color = NamedOption.Create(
        "--color", "WHEN", "When results are coloured", ("auto", ColorChoice.Auto), ("always", ColorChoice.Always), ("never", ColorChoice.Never));

    /// <summary>Makes the options of a command that has several formats; the first is the default.</summary>
    internal OutputOptions(params ReadOnlySpan<(string Name, OutputFormat Value)> formats) =>
        format = NamedOption.Create("--format", "FORMAT", "How results are written", formats.ToArray());

    /// <summary>The options of a command that prints rows for programs: one object a line.</summary>
    internal static OutputOptions ForRows() => new(("json", OutputFormat.Json), ("jsonl", OutputFormat.Json));

    /// <summary>Adds the options to a command.</summary>
    internal void AddTo(Command command)
    {
        command.Add(format);
        command.Add(path);
        command.Add(color);
    }

    /// <summary>The format that is asked for.</summary>
    internal OutputFormat FormatOf(ParseResult parsed) => parsed.GetValue(format);

    /// <summary>Runs a command with the output that the options name. What goes wrong is told in one sentence.</summary>
    /// <returns>The exit code.</returns>
    internal Task<int> RunAsync(ParseResult parsed, CliConsole console, Func<CliConsole, Task<ExitCode>> run) => TellFaultsAsync(console, async () =>
    {
        CliConsole coloured = Colour(parsed, console);
        if (parsed.GetValue(path) is not { } file) return (int)await run(coloured).ConfigureAwait(false);
        StreamWriter writer = new(InputFiles.Create(file), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        bool isAuto = parsed.GetValue(color) == ColorChoice.Auto;
        return await RunAsync(coloured with { Output = writer, OutputName = $"'{file}'", HasColour = coloured.HasColour && !isAuto, Width = CliConsole.Unlimited }, writer, run).ConfigureAwait(false);
    });

    /// <summary>Runs a command that writes its file itself, and leaves the one that is there as it is when something goes wrong.</summary>
    /// <returns>The exit code.</returns>
    internal Task<int> RunWithPathAsync(ParseResult parsed, CliConsole console, Func<CliConsole, string?, Task<ExitCode>> run) =>
        TellFaultsAsync(console, async () => (int)await run(Colour(parsed, console), parsed.GetValue(path)).ConfigureAwait(false));

    private static async Task<int> TellFaultsAsync(CliConsole console, Func<Task<int>> run)
    {
        try
        {
            return await run().ConfigureAwait(false);
        }
        catch (UsageException exception)
        {
            console.Complain($"{exception.Message}; try --help");
            return (int)ExitCode.Usage;
        }
        catch (InputException exception)
        {
            console.Complain(exception.Message);
            return (int)ExitCode.BadInput;
        }
    }

    private CliConsole Colour(ParseResult parsed, CliConsole console) => parsed.GetValue(color) switch
    {
        ColorChoice.Always => console with { HasColour = true },
        ColorChoice.Never => console with { HasColour = false },
        _ => console,
    };

    /// <summary>Runs with a file, which is whole on the disk before the command ends.</summary>
    private static async Task<int> RunAsync(CliConsole console, StreamWriter writer, Func<CliConsole, Task<ExitCode>> run)
    {
        try
        {
            ExitCode code = await run(console).ConfigureAwait(false);
            await writer.FlushAsync().ConfigureAwait(false);
            return (int)code;
        }
        catch (IOException exception)
        {
            throw new InputException($"cannot write {console.OutputName}: {InputFiles.ReasonOf(exception)}");
        }
        finally
        {
            // What could not be written is told already, and must not be tried again.
            writer.BaseStream.Close();
        }
    }
}
