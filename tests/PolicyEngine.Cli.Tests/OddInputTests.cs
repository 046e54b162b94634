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

    [Theory]
    [InlineData("utf-8", true, "UTF-8 with a byte order mark")]
    [InlineData("utf-16", true, "UTF-16, the low byte first")]
    [InlineData("utf-16", false, "UTF-16, the low byte first")]
    [InlineData("utf-16BE", true, "UTF-16, the high byte first")]
    [InlineData("utf-16BE", false, "UTF-16, the high byte first")]
    [InlineData("utf-32", true, "UTF-32, the low byte first")]
    [InlineData("utf-32BE", true, "UTF-32, the high byte first")]
    public async Task Q39_another_Unicode_encoding_is_read_and_told(string name, bool hasMark, string told)
    {
        ToolRun run = await ToolRun.RunAsync(Encode($"{Good}\n", name, hasMark), "test", "-");
        Assert.Equal((0, $"policyengine: warning: 'stdin': the text is {told}, and is read as such: save it as UTF-8 without a byte order mark\n"), (run.Code, run.Error));
    }

    /// <summary>Every file of the command line is read so, and places in it are lines and columns of its text.</summary>
    [Theory]
    [InlineData("evaluate", "Examples/requests.jsonl", "--identity", "-", "--none", "vpcEndpoint")]
    [InlineData("evaluate", "Examples/requests.jsonl", "--inventory", "-", "--identity", "Examples/identity.json")]
    [InlineData("request", "--cloudtrail", "-")]
    [InlineData("check", "-", "--parse", "stored")]
    public async Task Q39_each_kind_of_file_is_read_so(params string[] arguments)
    {
        string file = arguments[0] == "request" ? "cloudtrail-record.json" : arguments.Contains("--inventory", StringComparer.Ordinal) ? "endpoints.json" : "identity.json";
        string text = await File.ReadAllTextAsync(Path.Combine("Examples", file), TestContext.Current.CancellationToken);
        ToolRun plain = await ToolRun.RunAsync(text, arguments);
        ToolRun coded = await ToolRun.RunAsync(Encode(text, "utf-16", hasMark: true), arguments);
        Assert.Equal((plain.Code, plain.Output), (coded.Code, coded.Output));
        Assert.Contains("warning: 'stdin': the text is UTF-16", coded.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("UTF-16", plain.Error, StringComparison.Ordinal);
    }

    /// <summary>Where the question is whether AWS takes a text, it is read as it is.</summary>
    [Theory]
    [InlineData("utf-8", "PE1002: The text begins with a byte order mark")]
    [InlineData("utf-16", "PE1003: The text, which is UTF-16, is not UTF-8")]
    [InlineData("utf-16BE", "PE1003: The text, which is UTF-16, is not UTF-8")]
    public async Task Q39_a_strict_check_names_the_encoding(string name, string finding)
    {
        ToolRun run = await ToolRun.RunAsync(Encode("{}", name, hasMark: true), "check", "-");
        Assert.Equal((1, ""), (run.Code, run.Error));
        Assert.Contains(finding, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Q39_a_text_that_breaks_its_encoding_is_told()
    {
        byte[] broken = [.. Encode(Good, "utf-16", hasMark: true), 0x00, 0xD8, 0x41, 0x00];
        ToolRun run = await ToolRun.RunAsync(broken, "evaluate", "-");
        Assert.Equal(3, run.Code);
        Assert.Contains("cannot read 'stdin': the text is broken", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "note: 'stdin' holds no cases", "evaluate", "-")]
    [InlineData(0, "note: 'stdin' holds no records", "request", "--cloudtrail", "-")]
    [InlineData(3, "'stdin' holds no cases", "test", "-")]
    [InlineData(3, "'stdin' holds no cases", "explain", "-")]
    [InlineData(3, "'stdin' holds no cases", "compare", "--before", "Examples/today.json", "--after", "Examples/tomorrow.json", "-")]
    [InlineData(3, "the set of policies is not JSON", "compare", "--before", "-", "--after", "Examples/tomorrow.json", "Examples/requests.jsonl")]
    [InlineData(3, "'stdin' is empty where an inventory is expected", "evaluate", "Examples/requests.jsonl", "--inventory", "-")]
    [InlineData(3, "'stdin' holds no actions", "check", "Examples/identity.json", "--actions", "-")]
    public async Task Q39_an_empty_input_is_told(int code, string told, params string[] arguments)
    {
        ToolRun run = await ToolRun.RunAsync("", arguments);
        Assert.Equal(code, run.Code);
        Assert.Contains(told, run.Error, StringComparison.Ordinal);
    }

    private static byte[] Encode(string text, string name, bool hasMark)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        return [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
    }

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
