using System.Text.Json;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes resolutions as JSON.</summary>
internal static class ResolutionJson
{
    /// <summary>The resolution as one object; members without a value are left out, but for the Region of a service.</summary>
    internal static string Write(EndpointResolution resolution) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        WriteMembers(json, resolution);
        json.WriteEndObject();
    });

    /// <summary>The row of one URL of several: why it is refused, or the resolution.</summary>
    internal static string WriteRow(string url, EndpointResolution? resolution, string? refusal) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("url"u8, TerminalText.Of(url));
        if (resolution is not null)
        {
            WriteMembers(json, resolution);
        }
        else
        {
            json.WriteStartObject("error"u8);
            json.WriteString("message"u8, $"the URL is refused: {refusal}");
            json.WriteEndObject();
        }

        json.WriteEndObject();
    });

    private static void WriteMembers(Utf8JsonWriter json, EndpointResolution resolution)
    {
        json.WriteString("status"u8, ResolutionNames.NameOf(resolution.Status));
        WriteKnown(json, "endpointId", resolution.EndpointId);
        WriteKnown(json, "service", resolution.Service);
        if (resolution.Service is not null) json.WriteString("region"u8, resolution.Region);
        WriteKnown(json, "zone", resolution.Zone);
        WriteKnown(json, "form", ResolutionNames.NameOf(resolution.Form));
        WriteKnown(json, "bucket", resolution.Bucket);
        WriteKnown(json, "accessPoint", resolution.AccessPoint);
        WriteKnown(json, "accountId", resolution.AccountId);
        WriteKnown(json, "warning", ResolutionNames.NameOf(resolution.Warning));
    }

    private static void WriteKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
