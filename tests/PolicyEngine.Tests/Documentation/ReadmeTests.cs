namespace PolicyEngine.Tests.Documentation;

/// <summary>Every C# fence of a README is a region of its examples, and the reverse.</summary>
public class ReadmeTests
{
    [Theory]
    [InlineData("README.md", nameof(ReadmeExamples))]
    [InlineData("src/PolicyEngine.Checks/README.md", nameof(ChecksReadmeExamples))]
    [InlineData("src/PolicyEngine.FsCheck/README.md", nameof(FsCheckReadmeExamples))]
    public void Every_example_is_compiled_and_run(string readme, string examples)
    {
        string[] fences = Cut(File.ReadAllText(Repository.PathTo(readme.Split('/'))), "```csharp\n", "```");
        string[] regions = Cut(File.ReadAllText(Repository.PathTo("tests", "PolicyEngine.Tests", "Documentation", $"{examples}.cs")), "#region ", "#endregion");
        Assert.NotEmpty(fences);
        Assert.Equal(regions.Select(static region => Unindent(region[(region.IndexOf('\n') + 1)..])), fences.Select(Unindent), StringComparer.Ordinal);
    }

    private static string[] Cut(string text, string open, string close) =>
        [.. text.Split(open)[1..].Select(part => part[..part.IndexOf(close, StringComparison.Ordinal)])];

    private static string Unindent(string code)
    {
        string[] lines = code.TrimEnd().Split('\n');
        int indent = lines.Where(static line => line.Trim().Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..].TrimEnd() : ""));
    }
}
