namespace PolicyEngine.Tests.Documentation;

/// <summary>The page of the tool shows what the tool prints: the golden output of the same policy.</summary>
public class ToolReadmeTests
{
    [Fact]
    public void The_example_of_check_is_what_the_tool_prints()
    {
        string page = Read("src", "PolicyEngine.Cli", "README.md");
        string printed = Read("tests", "PolicyEngine.Cli.Tests", "Golden", "check-role.out").Split("--- output\n")[1].Split("--- error")[0];
        Assert.Contains($"```json\n{Read("tests", "PolicyEngine.Cli.Tests", "Golden", "check-role.in").TrimEnd()}\n```", page, StringComparison.Ordinal);
        Assert.Contains($"```text\n{printed.TrimEnd()}\n```", page, StringComparison.Ordinal);
    }

    private static string Read(params string[] path) => File.ReadAllText(Repository.PathTo(path)).ReplaceLineEndings("\n");
}
