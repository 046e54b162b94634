using System.IO.Compression;
using System.Text;
using System.Text.Json;
using PolicyEngine.CloudTrail;
using static PolicyEngine.Tests.CloudTrail.Reading;

namespace PolicyEngine.Tests.CloudTrail;

/// <summary>All that holds records, and what else such files hold.</summary>
public sealed class CloudTrailReaderTests
{
    private static readonly string A = Record("a");
    private static readonly string B = Record("b");

    public static TheoryData<string, string> Containers => new()
    {
        { "log file", $$"""{"Records":[{{A}},{{B}}]}""" },
        { "log file, names in lower case", $$"""{"records":[{{A}},{{B}}]}""" },
        { "log file with members around", $$"""{"x":{"Records":1},"y":["Records"],"Records":[{{A}},{{B}}],"z":"}"}""" },
        { "log file, one record a line", $"{{\"Records\":[\n{A},\n{B}\n]}}\n" },
        { "JSON Lines", $"{A}\n{B}\n" },
        { "JSON Lines without a last line end", $"{A}\r\n{B}" },
        { "values without separators", A + B },
        { "a sequence", $"\u001E{A}\n\u001E{B}\n" },
        { "array", $"[{A},\n {B}]" },
        { "array of log files", $$"""[{"Records":[{{A}}]},{"Records":[{{B}}]}]""" },
        { "lines of log files", $"{{\"Records\":[{A}]}}\n{{\"Records\":[{B}]}}\n" },
        { "pretty-printed", Pretty(A) + "\n" + Pretty(B) },
        { "pretty-printed log file", Pretty($$"""{"Records":[{{A}},{{B}}]}""") },
        { "lookup-events", $$$"""{"Events":[{"EventId":"x","EventName":"y","Resources":[],"CloudTrailEvent":{{{Quote(A)}}}},{"EventId":"x","CloudTrailEvent":{{{Quote(B)}}}}],"NextToken":"t"}""" },
        { "EventBridge", $$$"""{"version":"0","detail-type":"AWS API Call via CloudTrail","source":"aws.sns","detail":{{{A}}}}{"detail-type":"AWS API Call via CloudTrail","detail":{{{B}}}}""" },
        { "CloudWatch Logs", $$$"""{"events":[{"timestamp":1,"message":{{{Quote(A)}}},"ingestionTime":2},{"message":{{{Quote(B)}}}}]}""" },
        { "subscription of CloudWatch Logs", $$$"""{"messageType":"DATA_MESSAGE","logEvents":[{"id":"1","message":{{{Quote(A)}}}}]}{"messageType":"DATA_MESSAGE","logEvents":[{"id":"2","message":{{{Quote(B)}}}}]}""" },
        { "export of CloudWatch Logs", $"2026-05-01T00:00:00.000Z {A}\n2026-05-01T00:00:01.000Z {B}\n" },
        { "rows of Lake", $$$"""{"eventjson":{{{Quote(A)}}}}{{{"\n"}}}{"eventJson":{{{Quote(B)}}}}""" },
        { "query results of Lake", $$$"""{"QueryStatus":"FINISHED","QueryResultRows":[[{"eventID":"a"},{"eventName":"ListTopics"}],[{"eventJson":{{{Quote(B)}}}},{"x":"y"}]]}""" },
        { "rows of Athena", Row("a") + "\n" + Row("b") },
        { "strings", $"[{Quote(A)},{Quote(B)}]" },
    };

    [Theory]
    [MemberData(nameof(Containers))]
    public async Task A100_takes_every_container(string name, string text)
    {
        Assert.NotEmpty(name);
        Assert.Equal("a b", Outline(await ReadAsync(text)));
        Assert.Equal("a b", Outline(await ReadAsync("\uFEFF" + text)));
        Assert.Equal("a b", Outline(await ReadAsync(Zip(text))));
    }

    /// <summary>What begins with a digit and is no time is no JSON, and the next record is found.</summary>
    [Theory]
    [InlineData("7 ")]
    [InlineData("2026-05-01 00:00 ")]
    [InlineData("2026-05-01T00:00:00.000Z\n7")]
    [InlineData("00000000000000000000000000000000000000000000 ")]
    public async Task Q25_what_is_no_time_is_a_fault(string text)
    {
        CloudTrailReading[] readings = [.. await ReadAsync($"{text}\n{A}")];
        Assert.True(readings[0].IsFault);
        Assert.Equal("a", readings[^1].Record?.EventId);
        Assert.True((await ReadAsync(text)).Single().IsFault);
    }

    [Theory]
    [MemberData(nameof(Containers))]
    public async Task A100_the_same_record_gives_the_same_request(string name, string text)
    {
        if (name == "query results of Lake") return;
        RecordReconstruction plain = RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(A));
        RecordReconstruction read = RecordReconstructor.Reconstruct((await ReadAsync(text))[0].Record!);
        Assert.Equal(plain.Principal, read.Principal);
        Assert.Equal(plain.Context.Select(static k => $"{k.Key}={k.Value}"), read.Context.Select(static k => $"{k.Key}={k.Value}"), StringComparer.Ordinal);
        Assert.Equal((plain.Actions.Single(), "*"), (read.Actions.Single(), read.Resources!.Value.Single()));
    }

    [Fact]
    public async Task A100_columns_may_be_paths_and_texts()
    {
        string row = """{"eventid":"a","eventname":"GetSecretValue","eventsource":"secretsmanager.amazonaws.com","useridentity.type":"AssumedRole","useridentity.accountid":"123456789012","useridentity.arn":"arn:aws:sts::123456789012:assumed-role/App/s","useridentity.sessioncontext.sessionissuer.arn":"arn:aws:iam::123456789012:role/team/App","sourceipaddress":"10.0.0.1","vpcendpointid":"vpce-1","requestparameters":"{\"secretId\":\"arn:aws:secretsmanager:us-west-2:123456789012:secret:db-a1b2c3\"}","responseelements":"null"}""";
        CloudTrailRecord record = Assert.Single(await ReadAsync(row)).Record!;
        RecordReconstruction request = RecordReconstructor.Reconstruct(record, new ReconstructionOptions { FindEndpoint = static _ => new VpcEndpoint { VpcId = "vpc-1" } });
        Assert.Equal("arn:aws:iam::123456789012:role/team/App", request.Principal!.RoleArn!.Text);
        Assert.Equal("arn:aws:secretsmanager:us-west-2:123456789012:secret:db-a1b2c3", request.Resources!.Value.Single());
        Assert.Equal("vpc-1", request.Context["aws:SourceVpc"]!.ToString());
    }

    [Theory]
    [InlineData("{\"awsAccountId\":\"1\",\"digestStartTime\":\"x\",\"logFiles\":[{\"s3Object\":\"y\"}]}", "PE5305")]
    [InlineData("42", "PE5301")]
    [InlineData("[42, true]", "PE5302 PE5302")]
    [InlineData("\"x\"", "PE5301")]
    [InlineData("{\"x\":1}", "PE5302")]
    [InlineData("{}", "PE5302")]
    [InlineData("", "")]
    [InlineData(" \n", "")]
    [InlineData("{\"Records\":[]}", "")]
    [InlineData("hello world", "PE5301")]
    [InlineData("{\"Records\":[", "PE5304")]
    [InlineData("{\"eventVersion\":\"1.1", "PE5301")]
    public async Task A100_reports_what_is_no_record(string text, string expected) => Assert.Equal(expected, Outline(await ReadAsync(text)));

    [Fact]
    public async Task A100_passes_over_bad_records_and_loses_no_good_one()
    {
        string text = $$"""{"Records":[{{A}},{"eventVersion":},7,{{B}},{"eventName":"Get"Object"},{{A}}]}""";
        Assert.Equal("a PE5301 PE5302 b PE5301 a", Outline(await ReadAsync(text)));
    }

    [Theory]
    [InlineData("{\"eventVersion\":\"1.11\",\"eventID\":\"x")]
    [InlineData("{\"eventVersion\":\"1.11\",\"eventID\":{\"x\":1")]
    [InlineData("{\"eventVersion\":\"1.11\",\"a\":[[")]
    [InlineData("}}]]")]
    [InlineData("garbage {")]
    [InlineData("\"open")]
    public async Task A100_a_line_that_breaks_off_ends_with_it(string broken)
    {
        Assert.Equal("a PE5301 b", Outline(await ReadAsync($"{A}\n{broken}\n{B}\n")));
        Assert.Equal("a PE5301 b", Outline(await ReadAsync($"{A}\n{broken}\n{B}")));
    }

    [Fact]
    public async Task A100_a_log_file_that_breaks_off_among_lines_ends_with_its_line() =>
        Assert.Equal("a a PE5301 b b", Outline(await ReadAsync($"{A}\n{{\"Records\":[{A},{{\"eventVersion\n{B}\n{B}\n")));

    [Fact]
    public async Task A100_an_array_that_breaks_off_among_lines_is_reported() =>
        Assert.Equal("a a PE5304 b", Outline(await ReadAsync($"{A}\n{{\"Records\":[{A},\n{B}\n")));

    [Fact]
    public async Task A100_a_first_line_that_breaks_off_hides_nothing_silently() =>
        Assert.Equal("PE5301 a b", Outline(await ReadAsync($"{{\"eventVersion\":\"1.11\",\"x\":1\n{A}\n{B}\n")));

    [Fact]
    public async Task A100_a_fault_tells_its_place()
    {
        List<CloudTrailReading> readings = await ReadAsync($"{{\"Records\":[\n{A},\n  {{\"eventVersion\": 1,}},\n{B}]}}", new CloudTrailReaderOptions { Name = "trail.json" });
        CloudTrailReading fault = readings[1];
        Assert.True(fault.IsFault);
        Assert.Equal((1, "Records[1]", "3:3"), (fault.Index, fault.Path, fault.Position.ToString()));
        Assert.Equal(13 + A.Length + 4, fault.Offset);
        Diagnostic found = Assert.Single(fault.Diagnostics);
        Assert.Equal("3:22", found.Position.ToString());
        Assert.Equal("}", found.Source.Slice(found.Span));
        Assert.StartsWith("trail.json:3:22: error PE5301: ", DiagnosticFormatter.FormatLine(found), StringComparison.Ordinal);
        Assert.Equal("Records[2]", readings[2].Path);
    }

    [Fact]
    public async Task A100_a_record_beyond_the_limit_is_reported_and_passed_over()
    {
        string large = A[..^1] + ",\"x\":\"" + new string('x', 5000) + "\"}";
        Assert.Equal("a PE5303 b", Outline(await ReadAsync($$"""{"Records":[{{A}},{{large}},{{B}}]}""", new CloudTrailReaderOptions { MaxRecordBytes = 2000 })));
        Assert.Equal("a PE5303 b", Outline(await ReadAsync($"{A}\n{large}\n{B}", new CloudTrailReaderOptions { MaxRecordBytes = 2000 })));
    }

    [Fact]
    public async Task A100_a_digest_file_between_log_files_is_a_notice()
    {
        List<CloudTrailReading> readings = await ReadAsync($$"""{"Records":[{{A}}]}{"digestStartTime":"x","logFiles":[]}{"Records":[{{B}}]}""");
        Assert.Equal("a PE5305 b", Outline(readings));
        Assert.Equal(DiagnosticSeverity.Information, readings[1].Diagnostics[0].Severity);
        Assert.False(readings[1].IsFault);
    }

    [Fact]
    public async Task A100_damaged_compression_is_reported()
    {
        byte[] zipped = Zip(string.Join('\n', Enumerable.Range(0, 2000).Select(static i => Record($"r{i}"))));
        List<CloudTrailReading> readings = await ReadAsync(zipped[..(zipped.Length / 2)]);
        Assert.True(readings[^1].IsFault, readings[^1].Diagnostics.FirstOrDefault()?.Message);
        zipped[zipped.Length / 3] ^= 0x55;
        Assert.Contains(await ReadAsync(zipped), static r => r.IsFault);
    }

    [Theory]
    [InlineData("{\"eventVersion\":\"1.11\",\"eventID\":\"\\uD800\"}", "PE5301")]
    [InlineData("{\"eventVersion\":\"1.11\",\"eventID\":\"\\uDC00\\uD800\"}", "PE5301")]
    [InlineData("{\"eventVersion\":\"1.11\",\"eventID\":\"\\uD83D\\uDE00\"}", "\uD83D\uDE00")]
    [InlineData("{\"eventVersion\":\"1.11\",\"eventID\":\"\\\\uD800\"}", "\\uD800")]
    public async Task Half_of_a_surrogate_pair_is_no_text(string text, string expected) => Assert.Equal(expected, Outline(await ReadAsync(text)));

    [Fact]
    public async Task Bytes_that_are_not_UTF8_are_reported() => Assert.Equal("PE5301 a", Outline(await ReadAsync([.. "{\"eventName\":\""u8, 0xFF, .. "\"}\n"u8, .. Encoding.UTF8.GetBytes(A)])));

    [Fact]
    public async Task A101_a_record_of_another_major_version_is_read_with_a_warning()
    {
        CloudTrailReading reading = Assert.Single(await ReadAsync(A.Replace("1.11", "2.0", StringComparison.Ordinal)));
        Assert.Equal("a", reading.Record!.EventId);
        Assert.Equal(("PE5306", DiagnosticSeverity.Warning), (reading.Diagnostics[0].Id, reading.Diagnostics[0].Severity));
    }

    [Fact]
    public async Task Reading_can_be_stopped()
    {
        using CancellationTokenSource source = new();
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(A + "\n", 5000))));
        int count = 0;
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (CloudTrailReading reading in CloudTrailReader.ReadAsync(stream, cancellationToken: source.Token).ConfigureAwait(false))
            {
                if (++count == 10) await source.CancelAsync().ConfigureAwait(false);
            }
        });
        Assert.InRange(count, 10, 1000);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Parse_refuses_what_is_no_record() => Assert.Equal(
        "policy:1:1: error PE5302: This is no CloudTrail record: it has none of 'eventName', 'eventType' and 'eventVersion'", Assert.Throws<PolicyDiagnosticException>(static () => CloudTrailRecord.Parse("{}")).Message);

    [Fact]
    public void Parse_gives_the_place_of_a_fault_and_warns_of_an_unknown_version()
    {
        Diagnostic broken = Assert.Single(CloudTrailRecord.Parse(PolicyText.FromString("{\n  \"a\": x}")).Diagnostics);
        Assert.Equal(("PE5301", new LinePosition(2, 8)), (broken.Id, broken.Position));
        ParseResult<CloudTrailRecord> later = CloudTrailRecord.Parse(PolicyText.FromString("""{"eventVersion":"2.0","eventName":"x"}"""));
        Assert.Equal(("x", "PE5306"), (later.Value!.EventName, Assert.Single(later.Diagnostics).Id));
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static string Pretty(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, new JsonWriterOptions { Indented = true })) document.WriteTo(writer);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Row(string id) =>
        $$"""{"eventversion":"1.11","eventid":"{{id}}","eventtime":"2026-02-03T04:05:06Z","eventtype":"AwsApiCall","eventsource":"sns.amazonaws.com","eventname":"ListTopics","awsregion":"us-west-2","sourceipaddress":"203.0.113.9","useridentity":{"type":"IAMUser","principalid":"AIDAEXAMPLE","arn":"arn:aws:iam::123456789012:user/Ana","accountid":"123456789012","accesskeyid":"AKIAEXAMPLE","username":"Ana","sessioncontext":null},"requestparameters":null}""";

    private static byte[] Zip(string text)
    {
        using MemoryStream stream = new();
        using (GZipStream zip = new(stream, CompressionLevel.Fastest)) zip.Write(Encoding.UTF8.GetBytes(text));
        return stream.ToArray();
    }
}
