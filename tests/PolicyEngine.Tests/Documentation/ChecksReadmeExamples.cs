using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Documentation;

/// <summary>The program of the package's README, run; <see cref="ReadmeTests"/> holds both to each other.</summary>
public class ChecksReadmeExamples
{
    [Fact]
    public void The_program_prints_what_the_page_says()
    {
        using StringWriter Console = new() { NewLine = "\n" };

        #region program
        PolicyDocument policy = PolicyDocument.Parse("""
            {"Version":"2012-10-17","Statement":[{
              "Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*",
              "Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-0a1b2c3d4e5f60718"}}}]}
            """, PolicyType.Resource);

        foreach (Finding finding in PolicyChecker.Check(policy)) Console.WriteLine(DiagnosticFormatter.FormatSnippet(finding.Diagnostic));
        #endregion

        string page = File.ReadAllText(Repository.PathTo("src", "PolicyEngine.Checks", "README.md"));
        Assert.Contains($"```text\n{Console}```\n", page, StringComparison.Ordinal);
    }
}
