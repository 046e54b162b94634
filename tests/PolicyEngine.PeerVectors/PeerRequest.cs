using System.Text.Json;

namespace PolicyEngine.PeerVectors;

/// <summary>Makes the request of a row.</summary>
internal static class PeerRequest
{
    /// <summary>Reads the request.</summary>
    /// <param name="row">The row.</param>
    /// <param name="unknown">The keys that are unknown, whatever the row says.</param>
    /// <param name="usesEndpoint">True where the request came through a VPC endpoint.</param>
    /// <param name="fault">What cannot be asked; null when the request is made.</param>
    /// <returns>The request; null when it cannot be made.</returns>
    internal static AuthorizationRequest? Read(JsonElement row, IEnumerable<string> unknown, bool usesEndpoint, out string? fault)
    {
        JsonElement request = row.GetProperty("request");
        fault = null;
        if (ReadPrincipal(request.GetProperty("principal")) is not { } principal) fault = "principal";
        else if (ReadContext(row, unknown) is not { } context) fault = "context";
        else
        {
            return new AuthorizationRequest(principal, request.GetProperty("action").GetString()!, request.GetProperty("resource").GetString()!, context)
            {
                ResourceAccount = request.GetProperty("resourceAccount").GetString(),
                Endpoint = usesEndpoint ? new RequestEndpoint(VpcEndpointType.Unknown) : null,
            };
        }

        return null;
    }

    /// <summary>The keys that the row gives.</summary>
    internal static JsonElement.ObjectEnumerator GivenContext(JsonElement row) => row.GetProperty("request").GetProperty("context").EnumerateObject();

    private static RequestContext? ReadContext(JsonElement row, IEnumerable<string> unknown)
    {
        try
        {
            RequestContextBuilder context = new();
            foreach (JsonProperty entry in GivenContext(row))
            {
                if (entry.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Null) return null;
                if (entry.Value.ValueKind == JsonValueKind.Array) context.SetList(entry.Name, [.. entry.Value.EnumerateArray().Select(static v => v.ToString())]);
                else context.Set(entry.Name, entry.Value.ToString());
            }

            foreach ((string name, string value) in PeerQuestions.ContextBeside(row)) context.Set(name, value);
            foreach (string name in unknown) context.SetUnknown(name);
            return context.Build();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static RequestPrincipal? ReadPrincipal(JsonElement principal)
    {
        if (principal.ValueKind == JsonValueKind.Object)
        {
            bool isAnonymous = principal.GetProperty("type").GetString() == "Anonymous" && principal.EnumerateObject().Count() == 1;
            return isAnonymous ? RequestPrincipal.Anonymous : null;
        }

        try
        {
            string text = principal.GetString()!;
            return text.StartsWith("arn:", StringComparison.Ordinal) ? RequestPrincipal.FromArn(text) : RequestPrincipal.Service(text);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
