using System.Text.Json;
using PolicyEngine.CloudTrail;
using PolicyEngine.Requests;

namespace PolicyEngine.Cli;

/// <summary>Reads which VPC endpoints are one's own: the output of <c>describe-vpc-endpoints</c>.</summary>
internal static class InventoryFile
{
    /// <summary>The endpoints by id.</summary>
    /// <exception cref="InputException">The file cannot be read, or holds something else.</exception>
    internal static IReadOnlyDictionary<string, RecordedEndpoint> Read(string path, CliConsole console)
    {
        Dictionary<string, RecordedEndpoint> endpoints = new(StringComparer.Ordinal);
        try
        {
            using Stream stream = InputFiles.Open(path, console);
            using JsonDocument document = JsonDocument.Parse(stream);
            foreach (JsonElement endpoint in document.RootElement.GetProperty("VpcEndpoints"u8).EnumerateArray())
            {
                endpoints[endpoint.GetProperty("VpcEndpointId"u8).GetString() ?? ""] = new RecordedEndpoint
                {
                    VpcId = TextOf(endpoint, "VpcId"),
                    OwnerId = TextOf(endpoint, "OwnerId"),
                    Type = TypeOf(TextOf(endpoint, "VpcEndpointType")),
                };
            }
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InputException($"'{path}' is not the output of describe-vpc-endpoints");
        }
        catch (IOException exception)
        {
            throw new InputException($"cannot read '{path}': {exception.Message.TrimEnd('.')}");
        }

        return endpoints;
    }

    private static string? TextOf(JsonElement endpoint, string name) => endpoint.TryGetProperty(name, out JsonElement value) ? value.GetString() : null;

    private static EndpointType TypeOf(string? type) => type switch
    {
        "Interface" => EndpointType.Interface,
        "Gateway" => EndpointType.Gateway,
        _ => EndpointType.Unknown,
    };
}
