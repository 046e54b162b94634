using System.Diagnostics;

namespace PolicyEngine.Tests.Documentation;

/// <summary>The first C# fence of the README is a program; every other one, and those of other READMEs, is a region of its examples, and the reverse.</summary>
public class ReadmeTests
{
    [Theory]
    [InlineData("README.md", nameof(ReadmeExamples), 1)]
    [InlineData("src/PolicyEngine.Catalogue/README.md", nameof(CatalogueReadmeExamples), 0)]
    [InlineData("src/PolicyEngine.Checks/README.md", nameof(ChecksReadmeExamples), 0)]
    [InlineData("src/PolicyEngine.FsCheck/README.md", nameof(FsCheckReadmeExamples), 0)]
    public void Every_example_is_compiled_and_run(string readme, string examples, int programs)
    {
        string[] fences = [.. Cut(Read(readme), "```csharp\n", "```").Skip(programs)];
        string[] regions = Cut(Read($"tests/PolicyEngine.Tests/Documentation/{examples}.cs"), "#region ", "#endregion");
        Assert.NotEmpty(fences);
        Assert.Equal(regions.Select(static region => Unindent(region[(region.IndexOf('\n') + 1)..])), fences.Select(Unindent), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("src/PolicyEngine/README.md")]
    public void The_program_compiles_as_it_stands_and_prints_what_is_told(string readme)
    {
        string page = Read(readme);
        string program = Cut(page, "```csharp\n", "```")[0];
        Assert.Equal(Read("tests/PolicyEngine.Quickstart/Program.cs"), program);
        Assert.Equal("using PolicyEngine;", Assert.Single(program.Split('\n'), static line => line.StartsWith("using ", StringComparison.Ordinal)));
        string tool = Path.Combine(AppContext.BaseDirectory, "PolicyEngine.Quickstart" + (OperatingSystem.IsWindows() ? ".exe" : ""));
        using Process run = Process.Start(new ProcessStartInfo(tool) { RedirectStandardOutput = true, UseShellExecute = false })!;
        string printed = run.StandardOutput.ReadToEnd();
        run.WaitForExit();
        Assert.Equal((0, Cut(page, "```text\n", "```")[0]), (run.ExitCode, printed.ReplaceLineEndings("\n")));
    }

    private static string Read(string path) => File.ReadAllText(Repository.PathTo(path.Split('/')));

    private static string[] Cut(string text, string open, string close) =>
        [.. text.Split(open)[1..].Select(part => part[..part.IndexOf(close, StringComparison.Ordinal)])];

    private static string Unindent(string code)
    {
        string[] lines = code.TrimEnd().Split('\n');
        int indent = lines.Where(static line => line.Trim().Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : ""));
    }
}
