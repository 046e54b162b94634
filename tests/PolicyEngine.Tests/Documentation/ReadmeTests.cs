namespace PolicyEngine.Tests.Documentation;

/// <summary>Every C# fence of the README is a region of <see cref="ReadmeExamples"/>, and the reverse.</summary>
public class ReadmeTests
{
    [Fact]
    public void Every_example_is_compiled_and_run()
    {
        string[] fences = Cut(File.ReadAllText(Repository.PathTo("README.md")), "```csharp\n", "```");
        string[] regions = Cut(
            File.ReadAllText(Repository.PathTo("tests", "PolicyEngine.Tests", "Documentation", "ReadmeExamples.cs")), "#region ", "#endregion");
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
