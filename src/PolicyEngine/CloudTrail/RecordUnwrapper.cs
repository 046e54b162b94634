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

    /// <summary>Members that hold a record as an object in what other tools write, such as alerts of Wazuh and hits of OpenSearch.</summary>
    private static readonly string[] RecordObjects = ["_source", "data", "aws"];

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
            fault = new Fault(Descriptors.RecordNotJson, "it is not UTF-8", invalid);
            return false;
        }

        if (!RecordJson.TryParse(utf8, out json))
        {
            JsonFault found = JsonFault.Find(utf8, RecordJson.MaxDepth) ?? new JsonFault(0, "it is no JSON value");
            fault = new Fault(Descriptors.RecordNotJson, found.Reason, found.Offset);
            return false;
        }

        int half = JsonString.IndexOfLoneSurrogate(utf8);
        if (half >= 0) fault = new Fault(Descriptors.RecordNotJson, "half of a surrogate pair stands alone", half);
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

        foreach (string name in RecordObjects)
        {
            if (!IsRecord(json) && RecordJson.TryFind(json, name, out inner) && inner.ValueKind == JsonValueKind.Object) return true;
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

    /// <summary>Why a text is no record.</summary>
    /// <param name="Descriptor">The kind of finding.</param>
    /// <param name="Reason">What is wrong, to complete the message.</param>
    /// <param name="Offset">The byte at fault.</param>
    internal readonly record struct Fault(DiagnosticDescriptor Descriptor, string Reason, int Offset = 0);
}
