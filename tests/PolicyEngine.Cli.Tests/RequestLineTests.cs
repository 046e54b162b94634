using System.Text.Json;

namespace PolicyEngine.Cli.Tests;

/// <summary>Lines that are requests: unknown resources, unknown keys, and callers of whom little is known.</summary>
public sealed class RequestLineTests
{
    private const string Caller = "arn:aws:iam::123456789012:user/Anika";
    private static readonly string[] Buckets = ["arn:aws:s3:::a", "arn:aws:s3:::b", "arn:aws:s3:::c"];

    public static TheoryData<string> Statements =>
    [
        """{"Effect":"Allow","Action":"*","Resource":"*"}""",
        """{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::a"}""",
        """{"Effect":"Allow","Action":"*","NotResource":"arn:aws:s3:::a"}""",
        """{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::b"}""",
        """{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"*","NotResource":["arn:aws:s3:::b"]}""",
        """{"Effect":"Allow","Action":"*","Resource":"*"},{"Effect":"Deny","Action":"s3:ListBucket","Resource":"*"}""",
        """{"Effect":"Allow","Action":"*","Resource":["arn:aws:s3:::b","*"]},{"Effect":"Deny","Action":"sqs:*","Resource":"arn:aws:s3:::b"}""",
        """{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::*"},{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::c","Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}}}""",
        """{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::?"}""",
    ];

    [Theory]
    [MemberData(nameof(Statements))]
    public async Task A91_the_answer_for_an_unknown_resource_holds_for_every_resource(string statements)
    {
        foreach (string slot in (string[])["identity", "permissionsBoundary", "session"])
        {
            string policies = $$"""{"identity":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}],"{{slot}}":[{"Version":"2012-10-17","Statement":[{{statements}}]}]}""";
            if (slot == "identity") policies = $$"""{"identity":[{"Version":"2012-10-17","Statement":[{{statements}}]}]}""";
            JsonElement unknown = (await AnswersAsync(Line(policies, "null"))).Single();
            JsonElement[] known = await AnswersAsync([.. Buckets.Select(bucket => Line(policies, $"[\"{bucket}\"]"))]);
            int worst = RankOf(unknown, "decision");
            int best = unknown.TryGetProperty("optimistic", out _) ? RankOf(unknown, "optimistic") : worst;
            Assert.All(known, answer => Assert.InRange(RankOf(answer, "decision"), best, worst));
            Assert.Equal(worst == best, unknown.GetProperty("certain").GetBoolean());
            if (known.Select(static answer => RankOf(answer, "decision")).Distinct().Count() > 1) Assert.Contains("resourceArn", unknown.GetProperty("dependsOn").EnumerateArray().Select(static name => name.GetString()), StringComparer.Ordinal);
        }
    }

    [Fact]
    public async Task A06_all_checks_must_allow_and_one_explicit_deny_denies()
    {
        const string policies = """{"identity":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":["arn:aws:s3:::a","arn:aws:s3:::b"]},{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::b"}]}]}""";
        JsonElement[] answers = await AnswersAsync(
            Line(policies, """["arn:aws:s3:::a"]"""), Line(policies, """["arn:aws:s3:::a","arn:aws:s3:::c"]"""), Line(policies, """["arn:aws:s3:::c","arn:aws:s3:::b","arn:aws:s3:::a"]"""));
        Assert.Equal(["allowed", "implicitDeny", "explicitDeny"], answers.Select(static answer => answer.GetProperty("decision").GetString()!), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"red"}}""", "aws:PrincipalTag/team")]
    [InlineData("""{"StringEquals":{"s3:prefix":"${aws:userid, 'x'}"}}""", "aws:userid")]
    public async Task A113_where_absent_is_said_a_key_that_is_not_mentioned_is_unknown(string condition, string key)
    {
        string policies = $$"""{"identity":[{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*","Condition":{{condition}}}]}]}""";
        string[] lines = [.. ((string[])["", ",\"absent\":[]", $",\"absent\":[\"{key.ToUpperInvariant()}\"]"]).Select(absent => Line(policies, "[\"arn:aws:s3:::a\"]", absent, "\"s3:prefix\":\"y\""))];
        JsonElement[] answers = await AnswersAsync(lines);
        Assert.Equal([true, false, true], answers.Select(static answer => answer.GetProperty("certain").GetBoolean()));
        Assert.Equal([key], answers[1].GetProperty("dependsOn").EnumerateArray().Select(static name => name.GetString()!), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"roleSession","arn":null,"roleArn":null,"account":"123456789012"}""")]
    [InlineData("""{"type":"user","arn":null,"account":"123456789012","uniqueId":"AIDAEXAMPLE"}""")]
    [InlineData("""{"type":"federatedUser","arn":"arn:aws:sts::123456789012:federated-user/Carol","userArn":"arn:aws:iam::123456789012:user/Anika","account":"123456789012"}""")]
    [InlineData("""{"type":"roleSession","arn":"arn:aws:sts::123456789012:assumed-role/X/s","roleArn":"arn:aws:iam::123456789012:role/aws-service-role/x.amazonaws.com/X","serviceLinkedRole":true}""")]
    public async Task A102_callers_of_records_are_read(string principal)
    {
        JsonElement answer = (await AnswersAsync($$"""{"policies":{},"principal":{{principal}},"actions":["s3:ListBucket"],"resources":["arn:aws:s3:::a"],"resourceAccount":"123456789012","context":{} }""")).Single();
        Assert.Equal("implicitDeny", answer.GetProperty("decision").GetString());
    }

    [Fact]
    public async Task A_role_that_nobody_names_has_a_trust_policy_all_the_same()
    {
        const string trust = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::123456789012:user/Anika"},"Action":"sts:AssumeRole"}]}""";
        JsonElement answer = (await AnswersAsync($$"""{"policies":{"identity":[],"resource":{{trust}}},"principal":"{{Caller}}","actions":["sts:AssumeRole"],"resources":null,"resourceAccount":"123456789012","context":{} }""")).Single();
        Assert.Equal(("allowed", true), (answer.GetProperty("decision").GetString(), answer.GetProperty("certain").GetBoolean()));
    }

    [Fact]
    public async Task A94_A98_A99_contradictions_of_a_raw_context_are_faults_of_authorization_cases_only()
    {
        const string request = """{"principal":"arn:aws:iam::123456789012:user/Anika","action":"s3:ListBucket","resource":"arn:aws:s3:::a","resourceAccount":"123456789012","context":{"aws:SourceIp":"172.01.01.001"}}""";
        ToolRun run = await ToolRun.RunAsync($$"""
            {"policies":{},"request":{{request}}}
            {"policyType":"identity","policy":{"Version":"2012-10-17","Statement":[]},"request":{{request}}}

            """, "evaluate", "-");
        Assert.Equal(3, run.Code);
        Assert.Contains("'172.01.01.001', which is no address", run.Lines[0], StringComparison.Ordinal);
        Assert.DoesNotContain("no address", run.Lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:iam::123456789012:user/Anika", "implicitDeny", false)]
    [InlineData("anonymous", "allowed", true)]
    [InlineData("service:cloudtrail.amazonaws.com", "allowed", true)]
    [InlineData("arn:aws:iam::123456789012:root", "allowed", true)]
    public async Task K3_identity_policies_that_no_line_gives_are_unknown_where_the_caller_can_have_some(string caller, string decision, bool isCertain)
    {
        const string resource = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}]}""";
        string line = $$$"""{"policies":{"resource":{{{resource}}}},"principal":"{{{caller}}}","actions":["s3:ListBucket"],"resources":["arn:aws:s3:::a"],"resourceAccount":"123456789012","context":{}}""";
        JsonElement answer = (await AnswersAsync(line)).Single();
        Assert.Equal((decision, isCertain), (answer.GetProperty("decision").GetString(), answer.GetProperty("certain").GetBoolean()));
        if (!isCertain) Assert.Equal(["identity"], answer.GetProperty("dependsOn").EnumerateArray().Select(static name => name.GetString()!), StringComparer.Ordinal);
        JsonElement told = (await AnswersAsync(line.Replace("\"policies\":{", "\"policies\":{\"identity\":[],", StringComparison.Ordinal))).Single();
        Assert.Equal(("allowed", true), (told.GetProperty("decision").GetString(), told.GetProperty("certain").GetBoolean()));
    }

    private static string Line(string policies, string resources, string absent = "", string context = "") =>
        $$"""{"policies":{{policies}},"principal":"{{Caller}}","actions":["s3:ListBucket"],"resources":{{resources}},"resourceAccount":"123456789012","context":{{{context}}}{{absent}}}""";

    private static async Task<JsonElement[]> AnswersAsync(params string[] lines)
    {
        ToolRun run = await ToolRun.RunAsync(string.Join('\n', lines) + "\n", "evaluate", "-").ConfigureAwait(false);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return [.. run.Lines.Select(static line => JsonElement.Parse(line))];
    }

    private static int RankOf(JsonElement answer, string member) => answer.GetProperty(member).GetString() switch
    {
        "allowed" => 0,
        "implicitDeny" => 1,
        _ => 2,
    };
}
