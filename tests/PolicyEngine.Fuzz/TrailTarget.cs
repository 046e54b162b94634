using System.Globalization;
using System.Text;
using PolicyEngine.CloudTrail;
using static PolicyEngine.Fuzz.BrokenPromiseException;

namespace PolicyEngine.Fuzz;

/// <summary>The reader of CloudTrail records, and the requests that records are turned into. The first byte says how the rest is cut.</summary>
internal sealed class TrailTarget : IFuzzTarget
{
    private const string Policy =
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::${aws:username}/*","Condition":{"StringLike":{"aws:SourceVpce":"vpce-*"}}},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:ViaAWSService":"true"}}}]}""";

    private static readonly CompiledPolicySet Policies = PolicyCompiler.Compile(new PolicySet { Identity = AttachedPolicies.Of(PolicyDocument.Parse(Policy)) });

    private static readonly PolicyEvaluator Evaluator = new();

    public void Run(byte[] bytes)
    {
        int step = bytes.Length == 0 ? 1 : 1 + (bytes[0] % 23);
        byte[] text = bytes[Math.Min(1, bytes.Length)..];
        CloudTrailReaderOptions options = new() { MaxRecordBytes = bytes.Length > 0 && bytes[0] > 200 ? 300 : CloudTrailReaderOptions.DefaultMaxRecordBytes };
        using MemoryStream whole = new(text);
        List<CloudTrailReading> readings = Read(whole, options);
        using SlowStream slow = new(text, step);
        string outline = Outline(readings);
        string other = Outline(Read(slow, options));
        ThrowUnless(outline == other, $"pieces of {step} bytes read as the whole:\n{outline}\n{other}");
        foreach (CloudTrailReading reading in readings) Check(reading, text.Length);
    }

    public IEnumerable<byte[]> GetSeeds(SeedFolders folders)
    {
        string[] records = [.. folders.Records];
        foreach (string record in records) yield return [3, .. Encoding.UTF8.GetBytes(record)];
        string small = records.MinBy(static r => r.Length)!;
        string quoted = small.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
        string[] wraps =
        [
            $"{{\"Records\":[{small},{small}]}}", $"{small}\n{small}\n", $"[{small},{small}]", $"{{\"Events\":[{{\"EventId\":\"e\",\"CloudTrailEvent\":\"{quoted}\"}}]}}",
            $"{{\"version\":\"0\",\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":{small}}}", $"{{\"logEvents\":[{{\"id\":\"1\",\"message\":\"{quoted}\"}}]}}",
            "{\"eventversion\":\"1.08\",\"useridentity\":\"{type=IAMUser, accountid=123456789012}\",\"eventname\":\"GetObject\"}", $"\uFEFF{small}",
        ];
        foreach (string wrap in wraps) yield return [7, .. Encoding.UTF8.GetBytes(wrap)];
    }

    private static void Check(CloudTrailReading reading, int length)
    {
        ThrowUnless(reading.Offset >= 0 && reading.Offset <= length, $"the offset {reading.Offset} lies in the text");
        ThrowUnless(reading.Record is not null || !reading.Diagnostics.IsEmpty, "a record or a reason");
        TextPromises.Check(reading.Diagnostics, hasValue: !reading.IsFault, int.MaxValue);
        if (reading.Record is not { } record) return;
        RecordReconstruction made = RecordReconstructor.Reconstruct(record);
        ThrowUnless(made.Disposition != RecordDisposition.Request || made.Principal is not null, "a request has a caller");
        foreach (AuthorizationRequest request in made.GetRequests().Take(8))
        {
            AuthorizationDecision decision = Evaluator.Evaluate(Policies, request);
            ThrowUnless(Evaluator.Explain(Policies, request).Decision == decision, "explain agrees with evaluate");
        }
    }

    private static List<CloudTrailReading> Read(Stream stream, CloudTrailReaderOptions options) => [.. CloudTrailReader.ReadAsync(stream, options).ToBlockingEnumerable()];

    private static string Outline(List<CloudTrailReading> readings) => string.Join('\n', readings.Select(static r => string.Create(
        CultureInfo.InvariantCulture, $"{r.Index} {r.Offset} {r.Position} {r.Path} {r.Record?.Json.GetRawText()} {string.Join(" | ", r.Diagnostics)}")));

    /// <summary>Gives a few bytes at a time.</summary>
    private sealed class SlowStream(byte[] bytes, int step) : MemoryStream(bytes)
    {
        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(step, buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(step, count));

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(step, buffer.Length)], cancellationToken);
    }
}
