using System.Text.Json;

namespace PolicyEngine.Cli.Tests;

/// <summary>What an answer that is not certain says of the ways to tell what is unknown, for a file and for a question: each of them works.</summary>
public sealed class HintTests
{
    private const string Secret = "arn:aws:secretsmanager:us-west-2:123456789012:secret:db-a1b2c3";
    private const string Line = $$"""{"principal":"arn:aws:iam::123456789012:user/Anika","actions":["secretsmanager:GetSecretValue"],"resources":["{{Secret}}"],"context":{CONTEXT},"absent":["aws:SourceIp"],"unknown":[UNKNOWN]}""";
    private const string Conditional = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"red"}}}]}""";

    [Fact]
    public async Task Q34_a_line_of_a_file_says_how_its_unknowns_are_told()
    {
        ToolRun run = await ToolRun.RunAsync(LineOf(unknown: "\"aws:SourceVpc\",\"aws:PrincipalTag/\""), "explain", "-", "--resource-policy", Write("endpoint.json", Resource("aws:SourceVpc", "aws:SourceVpce", "aws:PrincipalTag/team", "aws:PrincipalOrgID")));
        Assert.Equal(0, run.Code);
        Assert.Contains("\n    aws:SourceVpc: \"context\" of the request, in place of \"unknown\", or --absent aws:SourceVpc\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n    aws:SourceVpce: \"context\" of the request, or --absent aws:SourceVpce\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n    aws:PrincipalTag/team: \"context\" of the request\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n    aws:PrincipalOrgID: \"context\" of the request, or --organization ID/PATH=ACCOUNT\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n    identity: --identity FILE, or --none identity\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "\"aws:PrincipalTag/team\"")]
    [InlineData("", "\"aws:PrincipalTag/team\"", "--absent", "aws:PrincipalTag/team")]
    [InlineData("", "", "--absent", "aws:PrincipalTag/team")]
    [InlineData("\"aws:PrincipalTag/team\":\"red\"", "")]
    [InlineData("\"aws:PrincipalTag/team\":\"red\"", "\"aws:PrincipalTag/\"")]
    public async Task Q34_what_a_hint_says_of_a_key_works(string context, string unknown, params string[] more)
    {
        bool isTold = context.Length > 0 || more.Length > 0;
        ToolRun run = await ToolRun.RunAsync(LineOf(context, unknown), ["explain", "-", "--format", "json", "--identity", Write("tag.json", Conditional), .. more]);
        using JsonDocument answer = JsonDocument.Parse(run.Output);
        Assert.Equal((0, isTold), (run.Code, answer.RootElement.GetProperty("certain").GetBoolean()));
    }

    [Fact]
    public async Task Q34_what_a_hint_says_of_a_kind_works()
    {
        string request = LineOf().Replace("\"actions\":[\"secretsmanager:GetSecretValue\"]", "\"action\":\"secretsmanager:GetSecretValue\"", StringComparison.Ordinal)
            .Replace($"\"resources\":[\"{Secret}\"]", $"\"resource\":\"{Secret}\"", StringComparison.Ordinal).Replace(",\"absent\":[\"aws:SourceIp\"],\"unknown\":[]", "", StringComparison.Ordinal);
        string unknown = $$"""{"policies":{"identity":"unknown"},"request":{{request}}}""";
        ToolRun asked = await ToolRun.RunAsync(unknown, "explain", "-");
        Assert.Contains("\n    identity: \"identity\" of \"policies\", or --identity FILE with --override\n", asked.Output, StringComparison.Ordinal);
        string allow = Write("all.json", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""");
        Assert.StartsWith("✓ allowed", (await ToolRun.RunAsync(unknown, "explain", "-", "--identity", allow, "--override")).Output, StringComparison.Ordinal);
        ToolRun endpoint = await ToolRun.RunAsync(LineOf("\"aws:SourceVpce\":\"vpce-1\"")[..^1] + ",\"endpoint\":{\"id\":\"vpce-1\",\"type\":\"Interface\"}}", "explain", "-", "--identity", allow);
        Assert.Contains("\n    vpcEndpoint: --endpoint-policy vpce-1=FILE, or --inventory, or --none vpcEndpoint\n", endpoint.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q34_an_unknown_resource_is_told_by_the_line()
    {
        ToolRun run = await ToolRun.RunAsync(LineOf().Replace($"[\"{Secret}\"]", "null", StringComparison.Ordinal), "explain", "-", "--identity", Write("one.json", $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"{{Secret}}"}]}"""));
        Assert.Contains("\n    resourceArn: \"resources\" of the request\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AWS says", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q34_what_an_option_calls_unknown_needs_no_hint()
    {
        string[] question = ["explain", "--principal", "arn:aws:iam::123456789012:user/Anika", "--action", "secretsmanager:GetSecretValue", "--resource", Secret, "--source-ip", "203.0.113.7", "--identity", Write("tag2.json", Conditional)];
        ToolRun untold = await ToolRun.RunAsync("", question);
        Assert.Contains("\n    aws:PrincipalTag/team: --tag principal:KEY=VALUE, or --absent\n", untold.Output, StringComparison.Ordinal);
        ToolRun told = await ToolRun.RunAsync("", [.. question, "--unknown", "aws:PrincipalTag/team"]);
        Assert.Contains("if these turned out well: aws:PrincipalTag/team\n", told.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("aws:PrincipalTag/team: --tag", told.Output, StringComparison.Ordinal);
    }

    private static string LineOf(string context = "", string unknown = "") =>
        Line.Replace("CONTEXT", context, StringComparison.Ordinal).Replace("UNKNOWN", unknown, StringComparison.Ordinal);

    private static string Resource(params string[] keys)
    {
        string conditions = string.Join(',', keys.Select(static key => $"\"{key}\":\"x\""));
        return $$$$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{"StringEquals":{ {{{{conditions}}}} }}}]}""";
    }

    private static string Write(string name, string text)
    {
        string path = Path.Combine(AppContext.BaseDirectory, $"hint-{name}");
        File.WriteAllText(path, text);
        return path;
    }
}
