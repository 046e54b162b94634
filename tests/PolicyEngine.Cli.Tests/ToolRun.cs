using System.Text;
using PolicyEngine.Cli.Commands;

namespace PolicyEngine.Cli.Tests;

/// <summary>One run of the tool in this process.</summary>
internal sealed record ToolRun(int Code, string Output, string Error)
{
    /// <summary>Runs the tool with a text as standard input.</summary>
    internal static Task<ToolRun> RunAsync(string input, params string[] arguments) => RunAsync(Encoding.UTF8.GetBytes(input), arguments);

    /// <summary>Runs the tool with bytes as standard input.</summary>
    internal static async Task<ToolRun> RunAsync(byte[] input, params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        CliConsole console = new() { Input = new MemoryStream(input), Output = output, Error = error };
        int code = await CommandLineTool.RunAsync(arguments, console, TestContext.Current.CancellationToken).ConfigureAwait(false);
        return new ToolRun(code, output.ToString(), error.ToString());
    }

    internal string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
