using System.Globalization;
using System.Text.Json;
using PolicyEngine.Cli.Output;
using PolicyEngine.Cli.Specification;

namespace PolicyEngine.Conformance;

/// <summary>Lists and tables of the specification that are data of the library too: both say the same.</summary>
public sealed class SpecificationDataTests
{
    private static readonly JsonElement Tables = ReadTables();

    [Fact]
    public void L191_lists_the_global_keys()
    {
        IEnumerable<string> rows = MarkdownBlock.Read(TextOf("L-191")).OfType<MarkdownBlock.TableBlock>().SelectMany(static table => table.Rows.Skip(1)).Select(static row => string.Join(' ', row.Take(3)));
        Assert.Equal(ConditionKeys.All.Select(static key => $"`{key.Name}` {LetterOf(key.Type)} {(key.IsMultivalued ? 'M' : '1')}").Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void L192_lists_the_multivalued_keys() =>
        AssertSame(ConditionKeys.All.Where(static key => key.IsMultivalued).Select(static key => key.Name), CodeIn(TextOf("L-192")));

    [Fact]
    public void L51_lists_global_keys() =>
        Assert.All(CodeIn(TextOf("L-51")), static name => Assert.NotNull(ConditionKeys.Find(name)));

    [Fact]
    public void A27_lists_the_services_that_resource_control_policies_reach()
    {
        string[] prefixes = NamesIn("resourceControl", "prefixes");
        AssertSame(prefixes, CodeIn(Paragraph("A-27", static text => text.StartsWith("`aoss`", StringComparison.Ordinal))));
        Assert.Contains($"{prefixes.Length} prefixes", TextOf("A-27"), StringComparison.Ordinal);
        Assert.All(NamesIn("resourceControl", "exemptActions"), static action => Assert.Contains($"`{action}`", TextOf("A-28"), StringComparison.Ordinal));
    }

    [Fact]
    public void A54_lists_the_actions_that_need_no_permission() =>
        AssertSame(NamesIn("noPermissionActions"), CodeIn(TextOf("A-54")));

    /// <summary>Each paragraph adds services to those of a paragraph before it.</summary>
    [Theory]
    [InlineData("aws:SourceVpcArn", "`aws:SourceVpcArn` (", null)]
    [InlineData("aws:VpceAccount", "`aws:VpceAccount` (", "aws:SourceVpcArn")]
    [InlineData("aws:VpceOrgPaths", "`aws:VpceOrgPaths` (", "aws:VpceAccount")]
    [InlineData("aws:VpceOrgID", "`aws:VpceOrgID` (", "aws:VpceAccount")]
    public void A73_lists_the_services_that_send_endpoint_keys(string key, string start, string? others)
    {
        string paragraph = Paragraph("A-73", text => text.StartsWith(start, StringComparison.Ordinal));
        string[] services = [.. CodeIn(paragraph).Where(static name => !name.Contains(':', StringComparison.Ordinal)), .. others is null ? [] : NamesIn("endpointKeys", others, "prefixes")];
        AssertSame(NamesIn("endpointKeys", key, "prefixes"), services);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"({services.Length})"), paragraph, StringComparison.Ordinal);
        Assert.Equal(["iam:PassRole"], NamesIn("endpointKeys", key, "exemptActions"), StringComparer.Ordinal);
    }

    [Fact]
    public void A85_lists_the_services_without_endpoint_policies() =>
        AssertSame(NamesIn("endpointServicesWithoutPolicy"), CodeIn(TextOf("A-85")).Where(static name => name is not ("VpcEndpointPolicySupported" or "describe-vpc-endpoint-services")));

    [Fact]
    public void A109_lists_the_event_sources_with_another_prefix()
    {
        IEnumerable<string> rows = MarkdownBlock.Read(TextOf("A-109")).OfType<MarkdownBlock.TableBlock>().Single().Rows.Skip(1)
            .SelectMany(static row => CodeIn(row[0]).Select(source => $"{source} {CodeIn(row[1]).Single()}"));
        IEnumerable<string> sources = Tables.GetProperty("eventSources").EnumerateObject()
            .Select(static source => source.Name.StartsWith("chime-sdk-", StringComparison.Ordinal) ? "chime-sdk-… chime" : $"{source.Name} {source.Value.GetString()}");
        AssertSame(sources.Distinct(StringComparer.Ordinal), rows);
    }

    [Fact]
    public void A114_counts_the_sources_of_network_activity() =>
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"{NamesIn("networkActivitySources").Length} sources"), TextOf("A-114"), StringComparison.Ordinal);

    /// <summary>The page of the profiles is made from the data.</summary>
    [Fact]
    public void Q10_has_a_page_with_every_fact()
    {
        DataTable profiles = DataTable.All.Single(static table => table.Name == "profiles");
        Assert.Equal(File.ReadAllText(RepositoryFolder.PathTo("tests/PolicyEngine.Conformance/specification/data/service-profiles.md")), DataView.WriteMarkdown(profiles, profiles.Rows));
    }

    [Fact]
    public void The_tables_and_the_pages_are_of_the_same_month()
    {
        string month = DateTime.ParseExact(Tables.GetProperty("asOf").GetString()!, "yyyy-MM", CultureInfo.InvariantCulture).ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        Assert.All(["A-27", "A-73", "A-85"], rule => Assert.Contains(month, TextOf(rule), StringComparison.Ordinal));
    }

    private static string LetterOf(ConditionKeyType? type) => type == ConditionKeyType.IpAddress ? "IP" : $"{type}"[..1];

    private static void AssertSame(IEnumerable<string> data, IEnumerable<string> page) =>
        Assert.Equal(data.Order(StringComparer.Ordinal), page.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private static string TextOf(string rule) => RuleBook.Find(rule)!.Text;

    private static string Paragraph(string rule, Func<string, bool> isIt) => MarkdownBlock.Read(TextOf(rule)).OfType<MarkdownBlock.TextBlock>().Select(static block => block.Text).Single(isIt);

    private static IEnumerable<string> CodeIn(string markdown) =>
        markdown.Split('\n').SelectMany(MarkdownRun.Read).Where(static run => run.Kind == MarkdownRunKind.Code).Select(static run => run.Text).Distinct(StringComparer.Ordinal);

    private static string[] NamesIn(params ReadOnlySpan<string> path)
    {
        JsonElement json = Tables;
        foreach (string name in path) json = json.GetProperty(name);
        return [.. json.EnumerateArray().Select(static name => name.GetString()!)];
    }

    private static JsonElement ReadTables()
    {
        string file = RepositoryFolder.FilesWith(".json").Single(static path => Path.GetFileName(path) == "service-tables.json");
        using JsonDocument json = JsonDocument.Parse(File.ReadAllBytes(file));
        return json.RootElement.Clone();
    }
}
