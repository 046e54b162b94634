using System.Globalization;
using System.Text;
using System.Text.Json;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Laws;

/// <summary>Writes what CloudTrail records of a call.</summary>
internal static class TrailRecords
{
    private static readonly string[] Prefixes = ["secretsmanager", "kms", "sqs", "dynamodb", "lambda", "s3"];

    /// <summary>The record; null of calls that a record cannot tell of, or tells more of than the call is told.</summary>
    internal static string? Write(ToldCall told)
    {
        ApiCall call = told.Call;
        string[] words = call.Action.Split(':');
        bool isRecorded = call.Principal is { IsIdentified: true, HasPermissionsBoundary: null, CanonicalUserId: null, Arn: not null, Kind: CallerType.User or CallerType.RoleSession } && Prefixes.Contains(words[0], StringComparer.Ordinal) && call.Resource != "*"
            && (call.Endpoint?.Id is not null || call.SourceAddress is not null) && call.Keys.All(static key => IsOfCaller(key.Key));
        return isRecorded ? Write(told, words[0], words[1]) : null;
    }

    private static bool IsOfCaller(string key) => key.StartsWith("aws:PrincipalTag/", StringComparison.OrdinalIgnoreCase) || key.StartsWith("aws:PrincipalOrg", StringComparison.OrdinalIgnoreCase);

    private static string Write(ToldCall told, string service, string name)
    {
        ApiCall call = told.Call;
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            json.WriteStartObject();
            json.WriteString("eventID", "e");
            if (call.Time is { } time) json.WriteString("eventTime", time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            json.WriteString("eventType", "AwsApiCall");
            json.WriteString("eventSource", $"{service}.amazonaws.com");
            json.WriteString("eventName", name);
            json.WriteString("awsRegion", told.Region);
            WriteCaller(json, call);
            string address = call.ForwardedBy.Count > 0 ? call.ForwardedBy[^1] : call.Endpoint is not null ? call.ClientAddress ?? "VPC" : call.SourceAddress!;
            json.WriteString("sourceIPAddress", address);
            if (call.Endpoint is { } endpoint && call.ForwardedBy.Count == 0) json.WriteString("vpcEndpointId", endpoint.Id);
            json.WriteStartArray("resources");
            json.WriteStartObject();
            json.WriteString("ARN", call.Resource);
            if (call.Owner is { } owner) json.WriteString("accountId", owner);
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void WriteCaller(Utf8JsonWriter json, ApiCall call)
    {
        RequestPrincipal caller = call.Principal;
        bool isUser = caller.Kind == CallerType.User;
        json.WriteStartObject("userIdentity");
        json.WriteString("type", isUser ? "IAMUser" : "AssumedRole");
        json.WriteString("arn", caller.Arn!.Text);
        json.WriteString("accountId", caller.Account);
        if (caller.UniqueId is { } id) json.WriteString("principalId", isUser ? id : $"{id}:{caller.Arn.Text[(caller.Arn.Text.LastIndexOf('/') + 1)..]}");
        if (call.ForwardedBy.Count > 0) json.WriteString("invokedBy", call.ForwardedBy[^1]);
        if (caller.RoleArn is { } role)
        {
            json.WriteStartObject("sessionContext");
            json.WriteStartObject("sessionIssuer");
            json.WriteString("type", "Role");
            json.WriteString("arn", role.Text);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }
}
