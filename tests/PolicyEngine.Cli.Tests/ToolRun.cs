using System.Diagnostics;
using System.Text;
using PolicyEngine.Cli.Commands;

namespace PolicyEngine.Cli.Tests;

/// <summary>One run of the tool: in this process, or of the executable that POLICYENGINE_TOOL in the environment names.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    private static readonly string? Executable = Environment.GetEnvironmentVariable("POLICYENGINE_TOOL");

    /// <summary>Runs the tool with a text as standard input.</summary>
    internal static Task<ToolRun> RunAsync(string input, params string[] arguments) => RunAsync(Encoding.UTF8.GetBytes(input), arguments);

    /// <summary>Runs the tool with bytes as standard input.</summary>
    internal static async Task<ToolRun> RunAsync(byte[] input, params string[] arguments)
    {
        if (!string.IsNullOrEmpty(Executable)) return await RunExecutableAsync(Executable, input, arguments).ConfigureAwait(false);
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        CliConsole console = new() { Input = new MemoryStream(input), Output = output, Error = error };
        int code = await CommandLineTool.RunAsync(arguments, console, TestContext.Current.CancellationToken).ConfigureAwait(false);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static async Task<ToolRun> RunExecutableAsync(string executable, byte[] input, string[] arguments)
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
