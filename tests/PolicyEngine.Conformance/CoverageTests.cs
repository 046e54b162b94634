using PolicyEngine.Cli;
using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Commands;

namespace PolicyEngine.Conformance;

/// <summary>All cases together.</summary>
public sealed class CoverageTests
{
    /// <summary>Rules that no case can exercise, each with the reason.</summary>
    private static readonly Dictionary<string, string> WithoutCases = [];

    [Fact]
    public void Every_case_can_be_read() =>
        Assert.Empty(CaseFolder.All.Where(static r => r.Fault is not null).Select(static r => $"{r.Id}: {r.Fault!.Message}"));

    [Fact]
    public void Every_case_has_an_id_of_its_own() =>
        Assert.Empty(CaseFolder.All.GroupBy(static r => r.Id, StringComparer.Ordinal).Where(static g => g.Key is null || g.Count() > 1).Select(static g => g.Key));

    [Fact]
    public void Every_case_names_a_rule_and_what_it_shows() =>
        Assert.Empty(CaseFolder.All.Where(static r => !CaseFolder.Rules.Contains(r.Case!.Rule, StringComparer.Ordinal) || string.IsNullOrEmpty(r.Case.Note)).Select(static r => r.Id));

    [Fact]
    public void Every_rule_has_a_case()
    {
        HashSet<string> exercised = CaseFolder.All.Select(static r => r.Case!.Rule!).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(WithoutCases.Keys.Order(StringComparer.Ordinal), CaseFolder.Rules.Where(rule => !exercised.Contains(rule)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_tool_agrees()
    {
        using StringWriter output = new();
        using StringWriter error = new();
        CliConsole console = new() { Input = Stream.Null, Output = output, Error = error };
        int code = await CommandLineTool.RunAsync(["test", CaseFolder.Root], console, TestContext.Current.CancellationToken);
        Assert.True(code == (int)ExitCode.Success, output.ToString() + error);
        Assert.EndsWith($"\n{CaseFolder.All.Count} cases: {CaseFolder.All.Count} as expected, 0 otherwise, 0 bad\n", output.ToString().ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
