using PolicyEngine.Cli;
using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Conformance;

/// <summary>The case files beside the tests.</summary>
internal static class CaseFolder
{
    /// <summary>The folder: a folder in it for each AWS page.</summary>
    internal static string Root { get; } = Path.Combine(AppContext.BaseDirectory, "cases");

    /// <summary>All cases, in the order of their files.</summary>
    internal static IReadOnlyList<CaseReading> All { get; } = ReadAllAsync().GetAwaiter().GetResult();

    private static async Task<IReadOnlyList<CaseReading>> ReadAllAsync()
    {
        List<CaseReading> cases = [];
        CliConsole console = new() { Input = Stream.Null, Output = TextWriter.Null, Error = TextWriter.Null };
        foreach (string file in CaseFiles.Find(Root).Files)
        {
            await foreach (CaseReading reading in CaseStream.ReadAsync(file, console, GivenKeys.Nothing, CancellationToken.None).ConfigureAwait(false)) cases.Add(reading);
        }

        return cases;
    }
}
