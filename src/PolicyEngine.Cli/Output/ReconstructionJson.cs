using System.Text.Json;
using PolicyEngine.CloudTrail;
using PolicyEngine.Diagnostics;
using PolicyEngine.Explanation;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes reconstructed requests as JSON.</summary>
internal static class ReconstructionJson
{
    /// <summary>The request as one object; only a reason where there is none to evaluate.</summary>
    internal static string Write(RecordReconstruction request) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id"u8, request.Record.EventId);
        json.WriteString("disposition"u8, RequestJson.CamelCase(request.Disposition));
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

    private static void WriteDenial(Utf8JsonWriter json, AccessDenial denial, string? text)
    {
        json.WriteStartObject("denial"u8);
        json.WriteString("kind"u8, denial.PolicyType is { } type ? PolicyTypeNames.NameOf(type) : null);
        if (denial.Effect is { } effect) json.WriteBoolean("explicit"u8, effect == Decision.ExplicitDeny);
        else json.WriteNull("explicit"u8);
        json.WriteString("policyArn"u8, denial.PolicyArn);
        json.WriteString("text"u8, text is null ? null : TerminalText.Of(text));
        json.WriteEndObject();
    }

    private static void WriteRequest(Utf8JsonWriter json, RecordReconstruction request, RequestPrincipal caller)
    {
        json.WritePropertyName("principal"u8);
        RequestJson.WritePrincipal(json, caller, request.UserId);
        RequestJson.WriteTexts(json, "actions", request.Actions);
        if (request.Resources is { } resources) RequestJson.WriteTexts(json, "resources", resources);
        else json.WriteNull("resources"u8);
        if (request.ResourceAccount is { } owner && !request.IsResourceAccountGuessed) json.WriteString("resourceAccount"u8, owner);
        RequestJson.WriteContext(json, request.Context);
        RequestJson.WriteTexts(json, "absent", request.Absent);
        RequestJson.WriteTexts(json, "unknown", request.Unknown);
        if (request.Endpoint is { } endpoint) RequestJson.WriteEndpoint(json, endpoint);
        if (request.Record.ErrorCode is { } code) json.WriteString("errorCode"u8, TerminalText.Of(code));
        if (request.Denial is { } denial) WriteDenial(json, denial, request.Record.ErrorMessage);
    }
}
