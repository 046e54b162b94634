using System.Text.Json;

namespace PolicyEngine.Cli.Tests;

/// <summary>What the command line tells of many cases: it fills what they lack, replaces what they have where that is asked for, and is never passed over.</summary>
public sealed class SituationTests : IDisposable
{
    private const string AllowAll = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private const string DenyAll = """{"Version":"2012-10-17","Statement":[{"Sid":"No","Effect":"Deny","Action":"*","Resource":"*"}]}""";
    private const string Request = """{"principal":"arn:aws:iam::123456789012:user/Ann","action":"sqs:SendMessage","resource":"arn:aws:sqs:us-east-1:123456789012:q","context":{}}""";
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Q30_a_policy_fills_a_kind_that_a_case_lacks()
    {
        string scp = Write("scp.json", DenyAll);
        JsonElement answer = await AnswerAsync(Case($$"""{"identity":[{{AllowAll}}]}"""), "--scp", scp);
        Assert.Equal("explicitDeny", answer.GetProperty("decision").GetString());
    }

    [Theory]
    [InlineData("\"unknown\"", "implicitDeny")]
    [InlineData("[]", "implicitDeny")]
    public async Task Q30_a_kind_that_a_case_tells_of_is_not_lacking(string identity, string decision)
    {
        string allow = Write("allow.json", AllowAll);
        ToolRun run = await ToolRun.RunAsync(Case($$"""{"identity":{{identity}}}"""), "evaluate", "-", "--identity", allow);
        Assert.Equal((3, "policyengine: --identity was used by 0 of 1 case\n"), (run.Code, run.Error));
        Assert.Contains($"\"decision\":\"{decision}\"", run.Output, StringComparison.Ordinal);
        ToolRun replaced = await ToolRun.RunAsync(Case($$"""{"identity":{{identity}}}"""), "evaluate", "-", "--identity", allow, "--override");
        Assert.Equal((0, ""), (replaced.Code, replaced.Error));
        Assert.Contains("\"decision\":\"allowed\"", replaced.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--organization", "o-abcde12345/r-abcd/=123456789012", "allowed")]
    [InlineData("--organization", "none=123456789012", "implicitDeny")]
    [InlineData("--absent", "aws:PrincipalOrgID", "implicitDeny")]
    public async Task Q30_what_a_request_calls_unknown_can_be_told(string option, string value, string decision)
    {
        string allow = Write("allow.json", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-abcde12345"}}}]}""");
        string line = Request[..^1] + ""","unknown":["aws:PrincipalOrgID","aws:PrincipalOrgPaths"]}""";
        ToolRun run = await ToolRun.RunAsync(line, "evaluate", "-", "--identity", allow, option, value);
        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains($"\"decision\":\"{decision}\",\"certain\":true", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q30_of_several_cases_the_unused_option_is_told_once()
    {
        string cases = string.Concat(Enumerable.Repeat(Case($$"""{"identity":[{{AllowAll}}]}""") + "\n", 6));
        ToolRun run = await ToolRun.RunAsync(cases, "test", "-", "--endpoint-policy", $"vpce-1={Write("endpoint.json", AllowAll)}", "--fail-on", "never");
        Assert.Equal((3, "policyengine: --endpoint-policy was used by 0 of 6 cases\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task Q30_in_a_question_an_unused_option_is_a_wrong_command_line()
    {
        string allow = Write("allow.json", AllowAll);
        ToolRun run = await AskAsync("--identity", allow, "--source-ip", "203.0.113.7", "--inventory", Write("endpoints.json", """{"VpcEndpoints":[{"VpcEndpointId":"vpce-1","VpcEndpointType":"Interface","VpcId":"vpc-1","ServiceName":"com.amazonaws.us-east-1.sqs","State":"available"}]}"""));
        Assert.Equal((2, "", "policyengine: --inventory was used by 0 of 1 case; try --help\n"), (run.Code, run.Output, run.Error));
    }

    [Fact]
    public async Task Q32_a_kind_may_be_unknown_or_none()
    {
        JsonElement unknown = await AnswerAsync(Case($$"""{"identity":[{{AllowAll}}]}"""), "--unknown", "serviceControl");
        Assert.Equal(("implicitDeny", false), (unknown.GetProperty("decision").GetString(), unknown.GetProperty("certain").GetBoolean()));
        Assert.Equal("serviceControl", unknown.GetProperty("dependsOn")[0].GetString());
        JsonElement none = await AnswerAsync(Case($$"""{"identity":[{{AllowAll}}],"serviceControl":"unknown"}"""), "--none", "serviceControl,resourceControl", "--override");
        Assert.Equal(("allowed", true), (none.GetProperty("decision").GetString(), none.GetProperty("certain").GetBoolean()));
    }

    [Theory]
    [InlineData("identity", "allowed")]
    [InlineData("serviceControl", "explicitDeny")]
    [InlineData("permissionsBoundary", "implicitDeny")]
    public async Task Q32_one_kind_decides_alone(string kind, string decision)
    {
        string policies = $$"""{"identity":[{{AllowAll}}],"serviceControl":[{"level":"root","policies":[{{AllowAll}},{{DenyAll}}]}],"permissionsBoundary":{{AllowAll.Replace("\"*\",\"Resource\"", "\"s3:*\",\"Resource\"", StringComparison.Ordinal)}}}""";
        JsonElement answer = await AnswerAsync(Case(policies), "--layer", kind);
        Assert.Equal((decision, kind), (answer.GetProperty("decision").GetString(), answer.GetProperty("layer").GetString()));
    }

    [Fact]
    public async Task Q32_a_kind_of_which_there_is_nothing_cannot_decide()
    {
        ToolRun run = await ToolRun.RunAsync(Case($$"""{"identity":[{{AllowAll}}]}"""), "evaluate", "-", "--layer", "session");
        Assert.Equal(3, run.Code);
        Assert.Contains("there are no policies of the kind 'session' to decide by", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q32_a_key_may_be_unknown_or_absent()
    {
        string policies = """{"identity":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1"}}}]}]}""";
        JsonElement unknown = await AnswerAsync(Case(policies), "--unknown", "aws:SourceVpce");
        Assert.Equal("aws:SourceVpce", unknown.GetProperty("dependsOn")[0].GetString());
        string line = $$"""{"principal":"arn:aws:iam::123456789012:user/Ann","actions":["sqs:SendMessage"],"resources":["arn:aws:sqs:us-east-1:123456789012:q"],"context":{},"absent":[],"policies":{{policies}}}""";
        Assert.False((await AnswerAsync(line)).GetProperty("certain").GetBoolean());
        Assert.True((await AnswerAsync(line, "--absent", "aws:SourceVpce")).GetProperty("certain").GetBoolean());
        Assert.True((await AnswerAsync(line, "--absent", "all")).GetProperty("certain").GetBoolean());
    }

    [Theory]
    [InlineData("o-a1b2c3d4e5=123456789012", "allowed")]
    [InlineData("o-zzzzzzzzzz=123456789012", "implicitDeny")]
    [InlineData("none=123456789012", "implicitDeny")]
    public async Task K2_an_organization_gives_the_keys_of_caller_and_resource(string organization, string decision)
    {
        string policies = """{"identity":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5","aws:ResourceOrgID":"o-a1b2c3d4e5"}}}]}]}""";
        JsonElement answer = await AnswerAsync(Case(policies), "--organization", organization);
        Assert.Equal((decision, true), (answer.GetProperty("decision").GetString(), answer.GetProperty("certain").GetBoolean()));
        ToolRun run = await AskAsync("--identity", Write("org.json", policies["{\"identity\":[".Length..^2]), "--source-ip", "203.0.113.7", "--organization", organization);
        Assert.StartsWith(decision == "allowed" ? "✓ allowed" : "✗ denied", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--organization", "123=456")]
    [InlineData("--organization", "o-a=12345678901")]
    [InlineData("--none", "identities")]
    [InlineData("--unknown", "scp")]
    [InlineData("--absent", "SourceVpce")]
    [InlineData("--layer", "identity,session")]
    [InlineData("--color", "blue")]
    [InlineData("--tag", "team=red")]
    public async Task K7_a_value_that_means_nothing_is_a_wrong_command_line(string option, string value)
    {
        ToolRun run = await AskAsync("--identity", Write("allow.json", AllowAll), option, value);
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("allowed", 0)]
    [InlineData("denied", 1)]
    [InlineData("indeterminate", 1)]
    [InlineData("maybe", 2)]
    public async Task Q35_another_answer_than_the_expected_one_ends_with_1(string expected, int code)
    {
        ToolRun run = await AskAsync("--identity", Write("allow.json", AllowAll), "--source-ip", "203.0.113.7", "--expect", expected);
        Assert.Equal(code, run.Code);
    }

    [Theory]
    [InlineData("allowed", 1)]
    [InlineData("implicitDeny", 1)]
    [InlineData("indeterminate", 0)]
    public async Task Q35_an_expected_answer_must_be_certain(string expected, int code)
    {
        ToolRun run = await AskAsync("--identity", Write("allow.json", AllowAll), "--source-ip", "203.0.113.7", "--unknown", "serviceControl", "--expect", expected);
        Assert.Equal(code, run.Code);
    }

    [Fact]
    public async Task K7_kinds_that_are_given_and_denied_exclude_each_other()
    {
        ToolRun run = await AskAsync("--identity", Write("allow.json", AllowAll), "--none", "identity");
        Assert.Equal((2, "policyengine: --identity and --none identity exclude each other; try --help\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("principal:team=red", """{"StringEquals":{"aws:PrincipalTag/team":"red"}}""")]
    [InlineData("resource:team=red", """{"StringEquals":{"aws:ResourceTag/team":"red"}}""")]
    [InlineData("request:team=red", """{"StringEquals":{"aws:RequestTag/team":"red"},"ForAllValues:StringEquals":{"aws:TagKeys":["team"]},"Null":{"aws:TagKeys":"false"}}""")]
    public async Task K2_a_tag_is_short_for_its_condition_key(string tag, string condition)
    {
        string policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{condition}}}]}""";
        ToolRun run = await AskAsync("--identity", Write("tagged.json", policy), "--source-ip", "203.0.113.7", "--tag", tag);
        Assert.StartsWith("✓ allowed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task K9_standard_input_is_named_once()
    {
        ToolRun run = await ToolRun.RunAsync(AllowAll, "evaluate", "-", "--identity", "-");
        Assert.Equal((2, "policyengine: '-' is named twice, and standard input is read once; try --help\n"), (run.Code, run.Error));
    }

    [Fact]
    public async Task K5_a_file_whose_name_has_an_equals_sign_is_refused()
    {
        ToolRun run = await AskAsync("--scp", Write("a=b.json", AllowAll));
        Assert.Equal(2, run.Code);
        Assert.Contains("give the file another name", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sqss:SendMessage", "policyengine: warning: 'sqss' is no service of the catalogue of ", "; the nearest is 'sqs'")]
    [InlineData("nosuchthing:SendMessage", "policyengine: warning: 'nosuchthing' is no service of the catalogue of ", "\n")]
    public async Task Q33_a_service_that_is_none_is_told_with_the_nearest(string action, string told, string nearest)
    {
        ToolRun run = await ToolRun.RunAsync("", "explain", "--principal", "arn:aws:iam::123456789012:user/Ann", "--action", action, "--resource", "*", "--identity", Write("allow.json", AllowAll), "--source-ip", "203.0.113.7");
        Assert.Equal(0, run.Code);
        Assert.StartsWith(told, run.Error, StringComparison.Ordinal);
        Assert.Contains(nearest, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q35_a_url_gives_the_path_of_a_question()
    {
        string allow = Write("allow.json", AllowAll);
        string inventory = Write("endpoints.json", """{"VpcEndpoints":[{"VpcEndpointId":"vpce-1","VpcEndpointType":"Interface","VpcId":"vpc-1","ServiceName":"com.amazonaws.us-east-1.sqs","State":"available","OwnerId":"123456789012"}]}""");
        ToolRun through = await AskAsync("--identity", allow, "--inventory", inventory, "--url", "https://vpce-1-abc.sqs.us-east-1.vpce.amazonaws.com", "--show-request");
        Assert.Equal((0, ""), (through.Code, through.Error));
        Assert.Contains("\"aws:SourceVpce\":\"vpce-1\"", through.Output, StringComparison.Ordinal);
        ToolRun contradicts = await AskAsync("--identity", allow, "--inventory", inventory, "--url", "https://vpce-1-abc.sqs.us-east-1.vpce.amazonaws.com", "--source-ip", "203.0.113.7");
        Assert.Equal((3, "policyengine: --url leads through vpce-1, and --source-ip says that the call comes over the internet\n"), (contradicts.Code, contradicts.Error));
    }

    /// <summary>Whether the call comes through the endpoint is not told, so that its policy may count, or not.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("vpce-1=")]
    public async Task Q31_an_endpoint_policy_without_a_path_makes_the_answer_uncertain(string scope)
    {
        string allow = Write("allow.json", AllowAll);
        ToolRun run = await AskAsync("--identity", allow, "--endpoint-policy", scope + allow, "--format", "json");
        Assert.Equal(0, run.Code);
        Assert.Contains("give --through, --source-ip or --on-behalf", run.Error, StringComparison.Ordinal);
        using JsonDocument answer = JsonDocument.Parse(run.Output);
        Assert.Equal(("implicitDeny", false, "vpcEndpoint"), (answer.RootElement.GetProperty("decision").GetString(), answer.RootElement.GetProperty("certain").GetBoolean(), answer.RootElement.GetProperty("dependsOn")[0].GetString()));
        ToolRun denied = await AskAsync("--identity", Write("deny.json", DenyAll), "--endpoint-policy", scope + allow, "--expect", "explicitDeny");
        Assert.Equal(0, denied.Code);
    }

    /// <summary>What the policy alone says hangs on no path.</summary>
    [Fact]
    public async Task Q31_the_policy_of_an_endpoint_alone_is_asked_without_a_path() => Assert.Equal(
        0, (await AskAsync("--endpoint-policy", Write("endpoint.json", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}"""), "--layer", "vpcEndpoint", "--expect", "allowed")).Code);

    /// <summary>Without an id it is for the endpoint of the question, and never for one that is not named.</summary>
    [Fact]
    public async Task Q31_an_endpoint_policy_is_of_no_use_for_a_call_that_comes_through_none()
    {
        string allow = Write("allow.json", AllowAll);
        ToolRun run = await AskAsync("--identity", allow, "--endpoint-policy", allow, "--source-ip", "203.0.113.7");
        Assert.Equal((2, ""), (run.Code, run.Output));
    }

    [Fact]
    public async Task K2_results_may_go_to_a_file()
    {
        string file = Path.Combine(folder, "answers.jsonl");
        ToolRun run = await ToolRun.RunAsync(Case($$"""{"identity":[{{AllowAll}}]}"""), "evaluate", "-", "--output", file);
        Assert.Equal((0, ""), (run.Code, run.Output));
        Assert.Contains("\"decision\":\"allowed\"", await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        ToolRun nowhere = await ToolRun.RunAsync(Case("{}"), "evaluate", "-", "--output", Path.Combine(folder, "none", "a"));
        Assert.Equal(3, nowhere.Code);
        Assert.Contains("there is no such directory", nowhere.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> AskAsync(params string[] options) => ToolRun.RunAsync(
        "", ["explain", "--principal", "arn:aws:iam::123456789012:user/Ann", "--action", "sqs:SendMessage", "--resource", "arn:aws:sqs:us-east-1:123456789012:q", .. options]);

    private static string Case(string policies) => $$"""{"id":"c","policies":{{policies}},"request":{{Request}},"expected":"allowed"}""";

    private static async Task<JsonElement> AnswerAsync(string text, params string[] options)
    {
        ToolRun run = await ToolRun.RunAsync(text, ["evaluate", "-", .. options]).ConfigureAwait(false);
        Assert.True(run.Code == 0, run.Error + run.Output);
        using JsonDocument answer = JsonDocument.Parse(run.Output);
        return answer.RootElement.Clone();
    }

    private string Write(string name, string text)
    {
        string file = Path.Combine(folder, name);
        File.WriteAllText(file, text);
        return file;
    }
}
