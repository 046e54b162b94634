using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace PolicyEngine.Cli.Tests;

/// <summary>Bytes that are sent by mistake: each is answered, none ends the run, and none reaches the terminal as it is.</summary>
public sealed class OddInputTests
{
    private const string Good = """{"id":"good","policyType":"identity","policyText":"{}","expected":"invalid"}""";

    [Theory]
    [InlineData("{\"id\":\"\\ud800\"}")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\"}")]
    [InlineData("{bad")]
    [InlineData("7")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"id\":\"x\",\"policyType\":\"Identity\",\"policyText\":\"\"}")]
    [InlineData("{\"id\":\"x\",\"policyType\":\"identity\",\"policyText\":\"\",\"typo\":1}")]
    public async Task A_bad_case_is_an_error_and_the_run_goes_on(string bad)
    {
        ToolRun run = await ToolRun.RunAsync($"{Good}\r\n{bad}\n\n{Good}\n", "evaluate", "-");
        Assert.Equal(3, run.Code);
        Assert.Equal(3, run.Lines.Length);
        using JsonDocument answer = JsonDocument.Parse(run.Lines[1]);
        Assert.Equal(2, answer.RootElement.GetProperty("error").GetProperty("line").GetInt32());
        Assert.StartsWith("""{"id":"good","valid":false,""", run.Lines[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_is_not_UTF_8_is_an_error_and_the_run_goes_on()
    {
        byte[] input = [.. Encoding.UTF8.GetBytes("{\"id\":\""), 0xFF, .. Encoding.UTF8.GetBytes($"\"}}\n{Good}\n")];
        ToolRun run = await ToolRun.RunAsync(input, "evaluate", "-");
        Assert.Equal((3, 2), (run.Code, run.Lines.Length));
        Assert.Contains("not UTF-8", run.Lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_byte_order_mark_before_cases_is_passed_over() =>
        Assert.Equal(0, (await ToolRun.RunAsync($"\uFEFF{Good}\n", "test", "-")).Code);

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{\"a\":", 100_000)]
    [InlineData(" ", 2_000_000)]
    [InlineData("\"", 1)]
    public async Task Any_policy_text_is_answered(string piece, int times)
    {
        ToolRun run = await ToolRun.RunAsync(string.Concat(Enumerable.Repeat(piece, times)), "check", "-");
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains(": error PE1", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "-")]
    [InlineData("check", "-", "--format", "json")]
    [InlineData("check", "-", "--format", "sarif")]
    public async Task Escapes_of_a_policy_do_not_reach_the_terminal(params string[] arguments)
    {
        ToolRun run = await ToolRun.RunAsync("{\"\u001B]0;x\u0007\":1,\"\\u001b[31m\":1,\"\\u202e\":1}", arguments);
        Assert.DoesNotContain(run.Output, static c => char.IsControl(c) && c != '\n');
        Assert.DoesNotContain('\u202E', run.Output);
    }

    [Theory]
    [InlineData(@"https://secretsmanager.us-west-2.amazonaws.com\@evil.example/")]
    [InlineData("wss://secretsmanager.us-west-2.amazonaws.com/")]
    [InlineData("https://user@secretsmanager.us-west-2.amazonaws.com/")]
    public async Task Q14_A_URL_that_clients_read_differently_is_refused(string url)
    {
        ToolRun run = await ToolRun.RunAsync("""{"VpcEndpoints":[]}""", "endpoint", "resolve", url, "--inventory", "-");
        Assert.Equal((2, ""), (run.Code, run.Output));
        Assert.Contains("refused", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(-8)]
    [InlineData(1)]
    public async Task Q23_A_compressed_file_that_is_cut_or_padded_ends_with_3(int difference)
    {
        const string record = """{"eventVersion":"1.08","eventID":"a","eventType":"AwsConsoleSignIn","eventName":"ConsoleLogin","eventSource":"signin.amazonaws.com"}""";
        using MemoryStream stream = new();
        using (GZipStream zip = new(stream, CompressionLevel.Optimal, leaveOpen: true)) zip.Write(Encoding.UTF8.GetBytes(record + "\n"));
        byte[] bytes = stream.ToArray();
        Array.Resize(ref bytes, bytes.Length + difference);
        ToolRun run = await ToolRun.RunAsync(bytes, "request", "--cloudtrail", "-");
        Assert.Equal(3, run.Code);
        Assert.Contains("after 1 record", run.Output + run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q25_A_request_tells_how_the_call_ended()
    {
        const string record = """{"eventVersion":"1.08","eventID":"a","eventTime":"2026-02-03T04:05:06Z","eventType":"AwsApiCall","eventSource":"s3.amazonaws.com","eventName":"ListBuckets","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.9","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::123456789012:user/Ana","accountId":"123456789012"},"errorCode":"AccessDenied","errorMessage":"User: arn:aws:iam::123456789012:user/Ana is not authorized to perform: s3:ListAllMyBuckets with an explicit deny in a service control policy"}""";
        ToolRun run = await ToolRun.RunAsync(record, "request", "--cloudtrail", "-");
        using JsonDocument answer = JsonDocument.Parse(run.Output);
        JsonElement denial = answer.RootElement.GetProperty("denial");
        Assert.Equal("AccessDenied", answer.RootElement.GetProperty("errorCode").GetString());
        Assert.Equal("serviceControl", denial.GetProperty("kind").GetString());
        Assert.True(denial.GetProperty("explicit").GetBoolean());
        Assert.Equal(JsonValueKind.Null, denial.GetProperty("policyArn").ValueKind);
        ToolRun again = await ToolRun.RunAsync(run.Output, "evaluate", "-", "--none", "identity");
        Assert.Equal(0, again.Code);
    }
}
