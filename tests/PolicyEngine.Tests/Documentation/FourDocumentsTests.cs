namespace PolicyEngine.Tests.Documentation;

/// <summary>The table of the user's four documents in the README is what the library decides. With UPDATE_README in the environment, the table is
/// written there.</summary>
public class FourDocumentsTests
{
    private const string Begin = "<!-- four documents: UPDATE_README=1 with FourDocumentsTests writes this table -->\n";
    private const string End = "\n<!-- end of four documents -->";

    [Fact]
    public void The_table_of_the_README_is_what_the_library_decides()
    {
        string path = Repository.PathTo("README.md");
        string readme = File.ReadAllText(path);
        int begin = readme.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = readme.IndexOf(End, StringComparison.Ordinal);
        Assert.True(begin >= Begin.Length && end > begin, "The README has no place for the table.");
        string table = FourDocuments.Draw();
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable("UPDATE_README"))) File.WriteAllText(path, $"{readme[..begin]}{table}{readme[end..]}");
        Assert.Equal(table, readme[begin..end]);
    }

    [Fact]
    public void A09_secret_policy_2_has_a_comma_too_many()
    {
        PolicyText text = PolicyText.FromString(File.ReadAllText(Repository.PathTo("src", "PolicyEngine.Cli", "Examples", "secret-policy-2.json")));
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(text, new PolicyParserOptions { Type = PolicyType.Resource });
        Assert.Equal("PE1006", Assert.Single(parsed.Diagnostics, static d => d.Severity == DiagnosticSeverity.Error).Id);
    }
}
