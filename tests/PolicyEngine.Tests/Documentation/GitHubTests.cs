using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace PolicyEngine.Tests.Documentation;

/// <summary>The files that GitHub reads: workflows run pinned code with the least permissions, and what these files and the pages for contributors name exists.</summary>
public class GitHubTests
{
    private static readonly string[] Files = [.. Directory.EnumerateFiles(Repository.PathTo(".github"), "*.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Workflows => [.. Directory.EnumerateFiles(Repository.PathTo(".github", "workflows")).Select(static f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    /// <summary>What an action's name says can be moved to other code; a commit cannot.</summary>
    [Fact]
    public void Every_action_is_pinned_to_a_commit_and_says_its_version()
    {
        string[] uses = [.. Files.SelectMany(File.ReadLines).Select(static line => line.Trim().TrimStart('-').Trim()).Where(static line => line.StartsWith("uses:", StringComparison.Ordinal))];
        Assert.NotEmpty(uses);
        Assert.All(uses, static line =>
        {
            string action = line["uses:".Length..].Trim();
            if (action.StartsWith("./", StringComparison.Ordinal)) Assert.True(File.Exists(Repository.PathTo(action[2..], "action.yml")), action);
            else Assert.True(IsPinned(action), action);
        });
    }

    [Theory]
    [MemberData(nameof(Workflows))]
    public void Every_job_has_a_timeout_and_the_permissions_that_it_names(string workflow)
    {
        YamlMappingNode root = Parse(Repository.PathTo(".github", "workflows", workflow));
        Assert.Empty(Member(root, "permissions").Children);
        Assert.True(root.Children.ContainsKey("concurrency"));
        Assert.All(Member(root, "jobs").Children, static job =>
        {
            YamlMappingNode steps = Assert.IsType<YamlMappingNode>(job.Value);
            Assert.NotEmpty(Member(steps, "permissions").Children);
            Assert.InRange(int.Parse(steps["timeout-minutes"].ToString(), CultureInfo.InvariantCulture), 1, 60);
        });
    }

    /// <summary>Credentials of a checkout would stay where every later step can read them.</summary>
    [Fact]
    public void No_checkout_keeps_its_credentials() =>
        Assert.All(Workflows.SelectMany(static row => Member(Parse(Repository.PathTo(".github", "workflows", row.Data)), "jobs").Children.Values)
            .SelectMany(static job => ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>())
            .Where(static step => step.Children.TryGetValue("uses", out YamlNode? uses) && uses.ToString().StartsWith("actions/checkout@", StringComparison.Ordinal)),
            static step => Assert.Equal("false", step["with"]["persist-credentials"].ToString()));

    [Fact]
    public void Every_form_asks_for_a_case() =>
        Assert.All(Files.Where(static file => file.Contains("ISSUE_TEMPLATE", StringComparison.Ordinal) && !file.EndsWith("config.yml", StringComparison.Ordinal)), static file =>
        {
            YamlMappingNode form = Parse(file);
            Assert.NotEmpty(form["name"].ToString());
            Assert.NotEmpty(form["description"].ToString());
            string[] ids = [.. ((YamlSequenceNode)form["body"]).Cast<YamlMappingNode>().Where(static item => item.Children.ContainsKey("id")).Select(static item => item["id"].ToString())];
            Assert.Contains("case", ids, StringComparer.Ordinal);
            Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids, StringComparer.Ordinal);
        });

    [Fact]
    public void Every_path_that_is_named_exists()
    {
        string[] pages = [.. Files, .. Directory.EnumerateFiles(Repository.PathTo(".github"), "*.md")];
        string[] paths = [.. pages.SelectMany(File.ReadLines).SelectMany(static line => line.Split(' ', '`', '(', ')', ',', ';', '"'))
            .Select(static word => word.TrimEnd('.', ':')).Where(static word => word.StartsWith("src/", StringComparison.Ordinal)
                || word.StartsWith("tests/", StringComparison.Ordinal) || word.StartsWith(".ci/", StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)];
        Assert.NotEmpty(paths);
        Assert.All(paths, static path => Assert.True(Path.Exists(Repository.PathTo(path.Split('/'))), path));
    }

    private static bool IsPinned(string action) =>
        action.Split(['@', '#'], StringSplitOptions.TrimEntries) is [_, { Length: 40 } commit, ['v', .. { Length: > 0 }]] && commit.All(char.IsAsciiHexDigitLower);

    private static YamlMappingNode Parse(string file)
    {
        YamlStream yaml = [];
        using StreamReader reader = new(file);
        yaml.Load(reader);
        return Assert.IsType<YamlMappingNode>(Assert.Single(yaml.Documents).RootNode);
    }

    private static YamlMappingNode Member(YamlMappingNode node, string name) => Assert.IsType<YamlMappingNode>(node[name]);
}
