using System.Text.Json;

namespace PolicyEngine.Cli.Tests;

/// <summary>Q-37: two sets of policies over one file of requests.</summary>
public sealed class CompareTests : IDisposable
{
    private const string Allow = """{"Version":"2012-10-17","Statement":[{"Sid":"Yes","Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private const string Deny = """{"Version":"2012-10-17","Statement":[{"Sid":"No","Effect":"Deny","Action":"*","Resource":"*"}]}""";
    private const string AllowByTag = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"x"}}}]}""";
    private const string Request = """{"id":"r","principal":"arn:aws:iam::123456789012:user/Ann","action":"sqs:SendMessage","resource":"arn:aws:sqs:us-east-1:123456789012:q","context":{}}""";
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(Allow, Deny, "newlyDenied", "allowed", "explicitDeny")]
    [InlineData(Deny, Allow, "newlyAllowed", "explicitDeny", "allowed")]
    [InlineData(null, Deny, "otherDenial", "implicitDeny", "explicitDeny")]
    public async Task Q37_a_change_names_the_statement_and_the_layer_of_both(string? before, string after, string change, string was, string becomes)
    {
        (int code, JsonElement changes, JsonElement summary) = await CompareAsync(Identity(before), Identity(after), Request);
        JsonElement row = Assert.Single(changes.EnumerateArray());
        Assert.Equal((1, "r", change, was, becomes), (code, Text(row, "id"), Text(row, "change"), Text(row.GetProperty("before"), "decision"), Text(row.GetProperty("after"), "decision")));
        JsonElement deciding = Assert.Single(row.GetProperty("after").GetProperty("statements").EnumerateArray());
        Assert.Equal(("identity", after == Deny ? "No" : "Yes"), (Text(deciding, "policy"), Text(deciding, "sid")));
        Assert.Equal((1, 1, 1, 0), (summary.GetProperty("cases").GetInt32(), summary.GetProperty("changed").GetInt32(), summary.GetProperty(change).GetInt32(), summary.GetProperty("unchanged").GetInt32()));
    }

    /// <summary>An answer that hangs on what nobody knows is another answer, though it is the same word.</summary>
    [Fact]
    public async Task Q37_a_change_of_certainty_is_a_change()
    {
        string request = Request.Replace("\"context\":{}", "\"context\":{},\"unknown\":[\"aws:PrincipalTag/team\"]", StringComparison.Ordinal);
        (int code, JsonElement changes, _) = await CompareAsync(Identity(Deny), Identity(AllowByTag), request);
        Assert.Equal((1, "otherCertainty"), (code, Text(Assert.Single(changes.EnumerateArray()), "change")));
    }

    [Fact]
    public async Task Q37_what_does_not_change_is_counted_and_not_printed()
    {
        (int code, JsonElement changes, JsonElement summary) = await CompareAsync(Identity(Deny), Identity(Deny), $"{Request}\n{Request}");
        Assert.Equal((0, 0, 2), (code, changes.GetArrayLength(), summary.GetProperty("unchanged").GetInt32()));
    }

    [Fact]
    public async Task Q37_a_request_that_cannot_be_read_is_counted_and_goes_before_a_change()
    {
        (int code, JsonElement changes, JsonElement summary) = await CompareAsync(Identity(Allow), Identity(Deny), $"{Request}\n{{\"principal\":1}}");
        Assert.Equal((3, 2, 1), (code, changes.GetArrayLength(), summary.GetProperty("bad").GetInt32()));
    }

    [Theory]
    [InlineData("any", 1)]
    [InlineData("never", 0)]
    public async Task Q37_fail_on_says_whether_a_change_fails(string least, int code) =>
        Assert.Equal(code, (await RunAsync(Identity(Allow), Identity(Deny), Request, "--fail-on", least)).Code);

    /// <summary>The command line fills kinds that both sets lack, the sets fill those that a case lacks, or replace them.</summary>
    [Fact]
    public async Task Q37_what_both_sides_have_alike_is_given_once()
    {
        string scp = Write("scp.json", Deny);
        Assert.Equal(0, (await RunAsync(Identity(Allow), Identity(Deny), Request, "--scp", scp)).Code);
        string brings = Request.Replace("\"context\":{}", $"\"context\":{{}},\"policies\":{{\"identity\":[{Allow}]}}", StringComparison.Ordinal);
        ToolRun fills = await RunAsync(Identity(Allow), Identity(Deny), brings);
        Assert.Equal((3, "policyengine: --before was used by 0 of 1 case\npolicyengine: --after was used by 0 of 1 case\n"), (fills.Code, fills.Error));
        Assert.Equal(1, (await RunAsync(Identity(Allow), Identity(Deny), brings, "--override")).Code);
    }

    [Fact]
    public async Task Q37_an_option_that_neither_side_uses_is_told()
    {
        ToolRun run = await RunAsync(Identity(Allow), Identity(Allow), Request, "--identity", Write("own.json", Allow));
        Assert.Equal((3, "policyengine: --identity was used by 0 of 1 case\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("{}", ":1:1: the set of policies lacks 'policies'")]
    [InlineData("""{"policies":{},"id":"x"}""", ":1:16: the set of policies has the unknown member 'id'")]
    [InlineData("""{"policies":{"identity":"@none.json"}}""", ": there is no such file")]
    [InlineData("[]", ":1:1: the set of policies is not an object")]
    [InlineData("", "the set of policies is not JSON")]
    [InlineData("""{"policies":{}} {}""", ":1:17: the set of policies is not JSON: ")]
    public async Task Q37_a_file_that_is_no_set_is_told_by_its_place(string set, string told)
    {
        ToolRun run = await RunAsync(set, Identity(Allow), Request);
        Assert.Equal((3, ""), (run.Code, run.Output));
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    private static string Identity(string? policy) => policy is null ? """{"policies":{"identity":[]}}""" : $$$"""{"policies":{"identity":{{{policy}}}}}""";

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();

    private async Task<(int Code, JsonElement Changes, JsonElement Summary)> CompareAsync(string before, string after, string requests)
    {
        ToolRun run = await RunAsync(before, after, requests, "--format", "json").ConfigureAwait(false);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement.Clone();
        return (run.Code, root.GetProperty("changes"), root.GetProperty("summary"));
    }

    private Task<ToolRun> RunAsync(string before, string after, string requests, params string[] options) =>
        ToolRun.RunAsync(requests, ["compare", "--before", Write("before.json", before), "--after", Write("after.json", after), "-", .. options]);

    private string Write(string name, string text)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
