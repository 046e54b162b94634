using System.Text.RegularExpressions;
using PolicyEngine.Cli.Specification;

namespace PolicyEngine.Conformance;

/// <summary>The pages of the specification: their form, their links, and that all other texts name rules that exist.</summary>
public sealed partial class SpecificationTests
{
    private const int Patience = 10_000;
    private const string Folder = "tests/PolicyEngine.Conformance/specification";
    private static readonly string[] ConfidenceWords = ["documented", "observed", "derived", "ambiguous", "design"];
    private static readonly string Root = RepositoryFolder.PathTo(Folder);

    public static TheoryData<string> Rules => [.. RuleBook.Rules.Select(static rule => rule.Id)];

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Root, "*.md").Select(static file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void The_tool_carries_all_pages_but_the_index()
    {
        string[] files = [.. Pages.Select(static row => row.Data).Where(static name => name != "README.md")];
        Assert.Equal(files, RuleBook.Pages.Select(static page => page.Name), StringComparer.Ordinal);
        Assert.All(RuleBook.Pages, static page => Assert.Equal(Read(page.Name), page.Markdown));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_rule_has_an_anchor_a_text_a_source_and_a_confidence(string id)
    {
        SpecificationRule rule = RuleBook.Find(id)!;
        Assert.Equal([id.ToLowerInvariant()], rule.Anchors);
        Assert.All([rule.Title, rule.Text, rule.Source, rule.Confidence], static text => Assert.NotEmpty(text));
        Assert.Contains(ConfidenceWords, word => rule.Confidence.StartsWith(word, StringComparison.Ordinal));
        Assert.True(rule.Sources.Any() || rule.Source.StartsWith("none", StringComparison.Ordinal) || rule.Source.StartsWith("follows from ", StringComparison.Ordinal), rule.Source);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_library_links_a_rule_to_its_page(string id)
    {
        SpecificationRule rule = RuleBook.Find(id)!;
        Uri? link = RuleLinks.Find(id);
        Assert.NotNull(link);
        Assert.EndsWith($"/{Folder}/{rule.Page}#{rule.Anchors[0]}", link.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagnostic_leads_to_its_first_rule()
    {
        foreach (DiagnosticDescriptor descriptor in DiagnosticCatalog.All)
        {
            string[] rules = descriptor.Rule.Split(", ");
            Assert.All(rules, static rule => Assert.NotNull(RuleBook.Find(rule)));
            Assert.Equal(RuleLinks.Find(rules[0]), descriptor.HelpUri);
        }
    }

    [Fact]
    public void Every_anchor_is_on_one_page_once()
    {
        string[] anchors = [.. RuleBook.Pages.SelectMany(static page => AnchorPattern.Matches(page.Markdown)).Select(static anchor => anchor.Groups["id"].Value)];
        Assert.Equal(anchors.Length, anchors.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(anchors.Order(StringComparer.Ordinal), RuleBook.Rules.SelectMany(static rule => rule.Anchors).Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    /// <summary>A name in brackets is defined below, a definition is used, and both lead somewhere.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_somewhere(string name)
    {
        SpecificationPage page = SpecificationPage.Parse(name, Read(name));
        string[] lines = BodyOf(page.Markdown);
        MarkdownRun[] runs = [.. lines.SelectMany(MarkdownRun.Read)];
        string[] used = [.. runs.Where(static run => run.Kind == MarkdownRunKind.Reference).Select(static run => run.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        Assert.Equal(page.Definitions.Keys.Order(StringComparer.Ordinal), used, StringComparer.Ordinal);
        foreach (SpecificationRule.SourcePage own in page.Definitions.Values)
        {
            if (RuleBook.Find(own.Name) is { } rule) Assert.Equal(rule.Page == name ? $"#{rule.Anchors[0]}" : $"{rule.Page}#{rule.Anchors[0]}", own.Url);
            else Assert.True(own.Url.StartsWith("https://", StringComparison.Ordinal) && own.Title.Length > 0, own.Name);
        }

        Assert.All(runs.Where(static run => run.Kind == MarkdownRunKind.Link), static link => Assert.True(Path.Exists(Path.Combine(Root, link.Target)), link.Target));
    }

    /// <summary>A number of a rule is a link wherever it is on a page, so that readers can follow it.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Numbers_of_rules_are_links(string name)
    {
        IEnumerable<MarkdownRun> runs = BodyOf(Read(name)).Where(static line => !line.StartsWith('#')).SelectMany(MarkdownRun.Read);
        Assert.Empty(runs.Where(static run => run.Kind is MarkdownRunKind.Plain or MarkdownRunKind.Strong).SelectMany(static run => RulePattern.Matches(run.Text)).Select(static number => number.Value));
    }

    /// <summary>A page of AWS has one address and one title, whichever page names it.</summary>
    [Fact]
    public void A_source_is_defined_alike_everywhere() =>
        Assert.Empty(RuleBook.Pages.SelectMany(static page => page.Definitions.Values).Where(static own => own.Title.Length > 0)
            .GroupBy(static own => own.Name, StringComparer.Ordinal).Where(static group => group.Distinct().Count() > 1).Select(static group => group.Key));

    [Fact]
    public void The_index_lists_every_page_with_its_rules()
    {
        string[] rows = [.. Read("README.md").Split('\n').Where(static line => line.StartsWith("| [", StringComparison.Ordinal))];
        Assert.Equal(RuleBook.Pages.Select(static page => page.Name).Order(StringComparer.Ordinal), rows.Select(static row => row.Split('(', ')')[1]).Order(StringComparer.Ordinal));
        foreach (SpecificationPage page in RuleBook.Pages)
        {
            string row = rows.Single(line => line.Contains($"]({page.Name})", StringComparison.Ordinal));
            string[] named = [.. RulePattern.Matches(row).Select(static number => number.Value)];
            Assert.All(named, id => Assert.Equal(page.Name, RuleBook.Find(id)!.Page));
            Assert.Equal(page.Rules.Count == 0, named.Length == 0);
            string[] ids = [.. page.Rules.Select(static rule => rule.Id).OrderBy(NumberOf)];
            if (ids.Length > 0) Assert.Equal([ids[0], ids[^1]], [named[0], named[^1]]);
        }
    }

    /// <summary>Code, tests, cases and pages of the repository: a number that looks like one of a rule is one.</summary>
    [Fact]
    public void Every_number_of_a_rule_is_that_of_a_rule()
    {
        List<string> unknown = [];
        foreach (string file in RepositoryFolder.FilesWith(".cs", ".md", ".tsv", ".jsonl", ".json", ".props", ".csproj", ".yml"))
        {
            string text = File.ReadAllText(file);
            unknown.AddRange(RulePattern.Matches(text).Select(static number => number.Value).Where(static id => RuleBook.Find(id) is null).Select(id => $"{file}: {id}"));
        }

        Assert.Empty(unknown);
    }

    /// <summary>A test that is named after a rule is named after one that exists, such as <c>A98_…</c>.</summary>
    [Fact]
    public void Tests_are_named_after_rules_that_exist()
    {
        IEnumerable<Match> names = RepositoryFolder.FilesWith(".cs").SelectMany(static file => TestNamePattern.Matches(File.ReadAllText(file)));
        string[] ids = [.. names.Select(static name => $"{name.Groups["letter"].Value}-{name.Groups["number"].Value}").Distinct(StringComparer.Ordinal)];
        Assert.NotEmpty(ids);
        Assert.DoesNotContain(ids, static id => RuleBook.Find(id) is null);
    }

    /// <summary>A case that an example names is one of the cases.</summary>
    [Fact]
    public void Cases_that_pages_name_exist()
    {
        HashSet<string> ids = CaseFolder.All.Select(static own => own.Id!).Concat(HostCase.All.Select(static own => own.Id)).Concat(TrailCase.All.Keys).ToHashSet(StringComparer.Ordinal);
        string[] named = [.. RuleBook.Pages.SelectMany(static page => CasePattern.Matches(page.Markdown)).Select(static name => name.Groups["id"].Value)];
        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, id => !ids.Contains(id));
    }

    /// <summary>The lines that are no code and no definition.</summary>
    private static string[] BodyOf(string markdown) =>
        [.. FencePattern.Replace(markdown, "").Split('\n').Where(static line => !DefinitionPattern.IsMatch(line))];

    private static int NumberOf(string id) => int.Parse(id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture);

    private static string Read(string page) => File.ReadAllText(Path.Combine(Root, page)).ReplaceLineEndings("\n");

    [GeneratedRegex("""<a id="(?<id>[^"]*)"></a>""", RegexOptions.None, Patience)]
    private static partial Regex AnchorPattern { get; }

    [GeneratedRegex(@"(?<![\w-])[LAQC]-\d{1,3}(?![\w-])", RegexOptions.None, Patience)]
    private static partial Regex RulePattern { get; }

    [GeneratedRegex(@"\b(?<letter>[LAQC])_?(?<number>\d{1,3})_", RegexOptions.None, Patience)]
    private static partial Regex TestNamePattern { get; }

    [GeneratedRegex("`(?<id>(?!(?:L|A|Q|C|UTC|UTF)-)[A-Z][A-Z0-9]{0,3}-[0-9]{2,3})`", RegexOptions.None, Patience)]
    private static partial Regex CasePattern { get; }

    [GeneratedRegex(@"^\[[^\]]+\]: ", RegexOptions.None, Patience)]
    private static partial Regex DefinitionPattern { get; }

    [GeneratedRegex("```.*?```", RegexOptions.Singleline, Patience)]
    private static partial Regex FencePattern { get; }
}
