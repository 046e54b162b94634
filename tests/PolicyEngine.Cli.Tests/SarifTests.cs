using System.Text.Json;
using NJsonSchema;
using PolicyEngine.Checks;

namespace PolicyEngine.Cli.Tests;

/// <summary>SARIF 2.1.0 as code scanning services take it.</summary>
public sealed class SarifTests
{
    private const string Policy = """
        {"Version":"2012-10-17","Statement":[
          {"Effect":"allow","Action":"s3","Resource":"bucket"},
          {"Effect":"Allow","Action":["s3 日","s3 日"],"Resource":"*"}]}
        """;

    [Fact]
    public async Task A_report_names_each_finding_its_rule_and_its_place()
    {
        ToolRun run = await ToolRun.RunAsync(Policy, "check", "-", "--format", "sarif", "--type", "serviceControl");
        Assert.Equal(1, run.Code);
        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.Equal("2.1.0", report.RootElement.GetProperty("version").GetString());
        JsonElement analysis = Assert.Single(report.RootElement.GetProperty("runs").EnumerateArray());
        JsonElement[] rules = [.. analysis.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];
        DiagnosticDescriptor[] descriptors = [.. DiagnosticCatalog.All.Concat(PolicyChecker.Descriptors.Where(static each => !CheckRules.IsForReview(each))).OrderBy(static d => d.Id, StringComparer.Ordinal)];
        Assert.Equal(descriptors.Select(static d => d.Id), rules.Select(static r => r.GetProperty("id").GetString()), StringComparer.Ordinal);
        Assert.Equal(descriptors.Select(static d => d.HelpUri.AbsoluteUri), rules.Select(static r => r.GetProperty("helpUri").GetString()), StringComparer.Ordinal);

        JsonElement[] results = [.. analysis.GetProperty("results").EnumerateArray()];
        Assert.Equal(["PE2010", "PE3010", "PE3020", "PE3010", "PE3010"], results.Select(static r => r.GetProperty("ruleId").GetString()), StringComparer.Ordinal);
        Assert.All(results, result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.True(result.GetProperty("level").GetString() is "error" or "warning" or "note");
            Assert.NotEmpty(result.GetProperty("message").GetProperty("text").GetString()!);
            JsonElement place = Assert.Single(result.GetProperty("locations").EnumerateArray()).GetProperty("physicalLocation");
            Assert.Equal("stdin", place.GetProperty("artifactLocation").GetProperty("uri").GetString());
            JsonElement region = place.GetProperty("region");
            Assert.InRange(region.GetProperty("startLine").GetInt32(), 2, 3);
            Assert.True(region.GetProperty("endColumn").GetInt32() > region.GetProperty("startColumn").GetInt32());
        });
        Assert.Equal(results.Length, results.Select(static r => r.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Columns_count_code_points()
    {
        ToolRun run = await ToolRun.RunAsync("{\"😀\":1}x", "check", "-", "--format", "sarif");
        using JsonDocument report = JsonDocument.Parse(run.Output);
        JsonElement analysis = report.RootElement.GetProperty("runs")[0];
        Assert.Equal("unicodeCodePoints", analysis.GetProperty("columnKind").GetString());
        JsonElement region = analysis.GetProperty("results").EnumerateArray().Single(static r => r.GetProperty("ruleId").GetString() == "PE1007")
            .GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
        Assert.Equal((8, 9), (region.GetProperty("startColumn").GetInt32(), region.GetProperty("endColumn").GetInt32()));
    }

    [Fact]
    public async Task A_report_without_findings_has_an_empty_list()
    {
        ToolRun run = await ToolRun.RunAsync("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""", "check", "-", "--format", "sarif");
        Assert.Equal(0, run.Code);
        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.Equal(0, report.RootElement.GetProperty("runs")[0].GetProperty("results").GetArrayLength());
    }

    /// <summary>Findings with codes, fixes and related places, errors of the parser, and none at all.</summary>
    [Theory]
    [InlineData(Policy, "default")]
    [InlineData("""{"Statement":[{"Sid":"","Effect":"Allow","Action":"s3:GetObjekt","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.1/24"}}}]}""", "aws")]
    [InlineData("""{"Statement":[{"Effect":"Allow","Action":["s3:GetObject","s3:Get*"],"Resource":"*"}]}""", "review")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""", "default")]
    public async Task A_report_is_of_the_published_schema(string policy, string profile)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Schemas", "sarif-2.1.0.json"), TestContext.Current.CancellationToken);
        ToolRun run = await ToolRun.RunAsync(policy, "check", "-", "--format", "sarif", "--profile", profile);
        Assert.Empty(schema.Validate(run.Output).Select(static fault => $"{fault.Path}: {fault.Kind}"));
        Assert.DoesNotContain(Directory.GetCurrentDirectory(), run.Output, StringComparison.Ordinal);
        using JsonDocument report = JsonDocument.Parse(run.Output);
        Assert.NotEmpty(report.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray());
    }

    [Fact]
    public async Task A_result_has_the_code_and_the_fix()
    {
        ToolRun run = await ToolRun.RunAsync("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.1/24"}}}}""", "check", "-", "--format", "sarif");
        using JsonDocument report = JsonDocument.Parse(run.Output);
        JsonElement result = report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().Single(static each => each.GetProperty("ruleId").GetString() == "PE4011");
        Assert.Equal("IMPROVE_IP_RANGE", result.GetProperty("properties").GetProperty("issueCode").GetString());
        JsonElement change = result.GetProperty("fixes")[0].GetProperty("artifactChanges")[0].GetProperty("replacements")[0];
        Assert.Equal("\"203.0.113.0/24\"", change.GetProperty("insertedContent").GetProperty("text").GetString());
        Assert.Equal(16, change.GetProperty("deletedRegion").GetProperty("byteLength").GetInt32());
        JsonElement rule = report.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules")[result.GetProperty("ruleIndex").GetInt32()];
        Assert.Equal("IMPROVE_IP_RANGE", rule.GetProperty("properties").GetProperty("codes")[0].GetString());
    }
}
