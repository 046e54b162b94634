using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Json;
using PolicyEngine.Text;

namespace PolicyEngine.CloudTrail;

/// <summary>Finds the record in what services put around it.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-examples.html">CloudTrail log file examples</see>,
/// <see href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html">LookupEvents</see>.</remarks>
internal static class RecordUnwrapper
{
    private const int MaxWrappings = 4;

    /// <summary>Members that hold a record as a string.</summary>
    private static readonly string[] RecordTexts = ["CloudTrailEvent", "eventJson", "@message", "message"];

    /// <summary>Reads a record; never throws on text.</summary>
    internal static bool TryRead(ReadOnlySpan<byte> utf8, [NotNullWhen(true)] out CloudTrailRecord? record, out Fault fault)
    {
        record = null;
        if (!TryParse(utf8, out JsonElement json, out fault)) return false;
        for (int depth = 0; TryUnwrap(json, out JsonElement inner, out byte[]? text); depth++)
        {
            if (depth == MaxWrappings) return Refuse("it is wrapped too often", out fault);
            if (text is not null && !TryParse(text, out inner, out fault))
            {
                fault = new Fault(fault.Descriptor, $"the string that should hold the record: {fault.Reason}");
                return false;
            }

            json = inner;
        }

        if (json.ValueKind != JsonValueKind.Object) return Refuse("it is not an object", out fault);
        json = RecordRow.Unfold(json);
        if (!IsRecord(json)) return Refuse("it has none of 'eventName', 'eventType' and 'eventVersion'", out fault);
        record = new CloudTrailRecord(json);
        return true;
    }

    private static bool TryParse(ReadOnlySpan<byte> utf8, out JsonElement json, out Fault fault)
    {
        json = default;
        fault = default;
        int invalid = Utf8Text.IndexOfInvalid(utf8);
        if (invalid >= 0)
        {
            fault = At(utf8, invalid, "it is not UTF-8");
            return false;
        }

        try
        {
            json = RecordJson.Parse(utf8);
        }
        catch (JsonException exception)
        {
            string reason = exception.Message.Split(" LineNumber:", 2)[0].TrimEnd('.');
            fault = new Fault(Descriptors.RecordNotJson, reason, exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            return false;
        }

        int half = JsonString.IndexOfLoneSurrogate(utf8);
        if (half >= 0) fault = At(utf8, half, "half of a surrogate pair stands alone");
        return half < 0;
    }

    private static bool TryUnwrap(JsonElement json, out JsonElement inner, out byte[]? text)
    {
        inner = default;
        text = null;
        if (json.ValueKind == JsonValueKind.String)
        {
            text = Encoding.UTF8.GetBytes(json.GetString()!);
            return true;
        }

        if (json.ValueKind == JsonValueKind.Array && RecordRow.TryJoin(json, out inner)) return true;
        if (json.ValueKind != JsonValueKind.Object || RecordJson.TryFind(json, "userIdentity", out _)) return false;
        bool isEvent = RecordJson.TryFind(json, "detail-type", out _) && RecordJson.TryFind(json, "detail", out inner);
        if (isEvent) return true;
        foreach (string name in RecordTexts)
        {
            if (!RecordJson.TryFind(json, name, out inner)) continue;
            if (inner.ValueKind == JsonValueKind.Object) return true;
            if (inner.ValueKind != JsonValueKind.String) continue;
            text = Encoding.UTF8.GetBytes(inner.GetString()!);
            return true;
        }

        return false;
    }

    private static bool IsRecord(JsonElement json) =>
        RecordJson.Text(json, "eventName") is not null || RecordJson.Text(json, "eventType") is not null || RecordJson.Text(json, "eventVersion") is not null;

    private static bool Refuse(string reason, out Fault fault)
    {
        fault = new Fault(Descriptors.NotARecord, reason);
        return false;
    }

    private static Fault At(ReadOnlySpan<byte> utf8, int offset, string reason)
    {
        int line = utf8[..offset].Count((byte)'\n');
        return new Fault(Descriptors.RecordNotJson, reason, line, offset - 1 - utf8[..offset].LastIndexOf((byte)'\n'));
    }

    /// <summary>Why a text is no record.</summary>
    /// <param name="Descriptor">The kind of finding.</param>
    /// <param name="Reason">What is wrong, to complete the message.</param>
    /// <param name="Line">The line in the text where it is wrong, 0-based.</param>
    /// <param name="Column">The byte in that line, 0-based.</param>
    internal readonly record struct Fault(DiagnosticDescriptor Descriptor, string Reason, long Line = 0, long Column = 0)
    {
        /// <summary>The offset in the text where it is wrong, at most its length.</summary>
        internal int OffsetIn(ReadOnlySpan<byte> text)
        {
            int offset = 0;
            for (long line = Line; line > 0; line--)
            {
                int end = text[offset..].IndexOf((byte)'\n');
                if (end < 0) break;
                offset += end + 1;
            }

            return (int)Math.Min(offset + Column, text.Length);
        }
    }
}
