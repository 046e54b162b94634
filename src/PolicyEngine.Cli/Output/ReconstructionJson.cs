using System.Text.Json;
using PolicyEngine.CloudTrail;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes reconstructed requests as JSON.</summary>
internal static class ReconstructionJson
{
    /// <summary>The request as one object; only a reason where there is none to evaluate.</summary>
    internal static string Write(RecordReconstruction request) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id"u8, request.Record.EventId);
        json.WriteString("disposition"u8, WordOf(request.Disposition));
        if (request.Principal is { } caller) WriteRequest(json, request, caller);
        else json.WriteString("reason"u8, TerminalText.Of(request.Reason ?? ""));
        json.WriteEndObject();
    });

    /// <summary>What was passed over, as one object.</summary>
    internal static string WriteFault(CloudTrailReading read) => JsonText.Write(json =>
    {
        Diagnostic fault = read.Diagnostics[0];
        json.WriteStartObject();
        json.WriteNull("id"u8);
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, TerminalText.Of(fault.Message));
        json.WriteNumber("line"u8, fault.Position.Line);
        json.WriteNumber("column"u8, fault.Position.Column);
        json.WriteString("path"u8, read.Path);
        json.WriteNumber("offset"u8, read.Offset);
        json.WriteStartArray("diagnostics"u8);
        json.WriteStartObject();
        DiagnosticJson.WriteMembers(json, fault);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void WriteRequest(Utf8JsonWriter json, RecordReconstruction request, RequestPrincipal caller)
    {
        WriteCaller(json, request, caller);
        WriteTexts(json, "actions", request.Actions);
        if (request.Resources is { } resources) WriteTexts(json, "resources", resources);
        else json.WriteNull("resources"u8);
        if (request.ResourceAccount is { } owner && !request.IsResourceAccountGuessed) json.WriteString("resourceAccount"u8, owner);
        WriteContext(json, request.Context);
        WriteTexts(json, "absent", request.Absent);
        WriteTexts(json, "unknown", request.Unknown);
        if (request.Endpoint is { } endpoint) WriteEndpoint(json, endpoint);
    }

    private static void WriteCaller(Utf8JsonWriter json, RecordReconstruction request, RequestPrincipal caller)
    {
        json.WriteStartObject("principal"u8);
        json.WriteString("type"u8, WordOf(caller.Kind));
        WriteText(json, "arn", caller.Arn?.Text);
        WriteText(json, "roleArn", caller.RoleArn?.Text);
        WriteText(json, "issuerArn", caller.IssuerArn?.Text);
        WriteText(json, "account", caller.Account);
        if (caller.Account is not null) WriteText(json, "userId", request.UserId);
        WriteText(json, "uniqueId", caller.UniqueId);
        if (!caller.ServiceNames.IsEmpty) json.WriteString("service"u8, caller.ServiceNames[0]);
        WriteText(json, "provider", caller.Provider);
        if (caller.IsServiceLinkedRole) json.WriteBoolean("isServiceLinkedRole"u8, value: true);
        json.WriteEndObject();
    }

    private static void WriteContext(Utf8JsonWriter json, RequestContext context)
    {
        json.WriteStartObject("context"u8);
        foreach ((string name, ContextValue value) in context)
        {
            if (value.IsUnknown) continue;
            if (value.IsList) WriteTexts(json, name, value.Values);
            else json.WriteString(name, value.Values[0]);
        }

        json.WriteEndObject();
    }

    private static void WriteEndpoint(Utf8JsonWriter json, RequestEndpoint endpoint)
    {
        json.WriteStartObject("endpoint"u8);
        if (endpoint.Type is VpcEndpointType.Interface or VpcEndpointType.Gateway) json.WriteString("type"u8, WordOf(endpoint.Type));
        WriteText(json, "id", endpoint.Id);
        WriteText(json, "vpcId", endpoint.VpcId);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, System.Collections.Immutable.ImmutableArray<string> values) => WriteTexts(json, name, values.AsSpan());

    private static void WriteTexts(Utf8JsonWriter json, string name, ReadOnlySpan<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values) json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string WordOf<T>(T value)
        where T : struct, Enum
    {
        string name = value.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }
}
