using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using PolicyEngine.Cli.Commands;

namespace PolicyEngine.Cli.Tests;

/// <summary>One run of the tool: in this process, or of the executable that POLICYENGINE_TOOL in the environment names.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    private const string Columns = "COLUMNS=";
    private static readonly string? Executable = Environment.GetEnvironmentVariable("POLICYENGINE_TOOL");

    /// <summary>Names of files are those below the folder of the tests, however long the path of that is.</summary>
    [ModuleInitializer]
    internal static void EnterFolder() => Environment.CurrentDirectory = AppContext.BaseDirectory;

    /// <summary>Runs the tool with a text as standard input.</summary>
    internal static Task<ToolRun> RunAsync(string input, params string[] arguments) => RunAsync(Encoding.UTF8.GetBytes(input), arguments);

    /// <summary>Runs the tool with bytes as standard input.</summary>
    /// <remarks>Arguments may begin with <c>COLUMNS=n</c>, as in a shell.</remarks>
    internal static async Task<ToolRun> RunAsync(byte[] input, params string[] arguments)
    {
        string? columns = arguments is [var first, ..] && first.StartsWith(Columns, StringComparison.Ordinal) ? first[Columns.Length..] : null;
        if (columns is not null) arguments = arguments[1..];
        if (!string.IsNullOrEmpty(Executable)) return await RunExecutableAsync(Executable, input, arguments, columns).ConfigureAwait(false);
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        CliConsole console = new() { Input = new MemoryStream(input), Output = output, Error = error, Width = CliConsole.WidthOf(0, columns) };
        int code = await CommandLineTool.RunAsync(arguments, console, TestContext.Current.CancellationToken).ConfigureAwait(false);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<ToolRun> RunExecutableAsync(string executable, byte[] input, string[] arguments, string? columns)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        ProcessStartInfo start = new(executable, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        if (columns is not null) start.Environment["COLUMNS"] = columns;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> error = process.StandardError.ReadToEndAsync(cancellation);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // A run that needs no input may end before it has been given any.
        }

        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        return new ToolRun(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
    }
}
