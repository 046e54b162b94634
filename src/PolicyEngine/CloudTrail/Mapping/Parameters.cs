using System.Text.Json;

namespace PolicyEngine.CloudTrail.Mapping;

/// <summary>The parameters of a recorded call.</summary>
internal static class Parameters
{
    /// <summary>The parameters; of the kind undefined where the record has none, or left them out for their length.</summary>
    internal static JsonElement Of(CloudTrailRecord record)
    {
        JsonElement parameters = record.RequestParameters;
        bool isOmitted = RecordJson.TryFind(parameters, "omitted", out JsonElement omitted) && omitted.ValueKind == JsonValueKind.True;
        return isOmitted || parameters.ValueKind != JsonValueKind.Object ? default : Unwrap(parameters);
    }

    /// <summary>EC2 puts the parameters of newer calls into one member that is named after the call, such as <c>CreateNatGatewayRequest</c>.</summary>
    private static JsonElement Unwrap(JsonElement parameters)
    {
        JsonProperty[] members = [.. parameters.EnumerateObject()];
        return members is [{ Value.ValueKind: JsonValueKind.Object } only] && only.Name.EndsWith("Request", StringComparison.Ordinal) ? only.Value : parameters;
    }

    /// <summary>The text of a parameter; null when it is missing or hidden.</summary>
    internal static string? Text(JsonElement parameters, string name) => RecordJson.Text(parameters, name) is { } text && !IsHidden(text) ? text : null;

    /// <summary>True if there is such a parameter with anything in it.</summary>
    internal static bool Has(JsonElement parameters, string name) =>
        RecordJson.TryFind(parameters, name, out JsonElement value) && !(value.ValueKind == JsonValueKind.String && RecordJson.TextOf(value) is null);

    /// <summary>True if there is a parameter whose name begins with one of the texts.</summary>
    internal static bool HasAny(JsonElement parameters, params ReadOnlySpan<string> beginnings)
    {
        if (parameters.ValueKind != JsonValueKind.Object) return false;
        foreach (JsonProperty member in parameters.EnumerateObject())
        {
            foreach (string beginning in beginnings)
            {
                if (member.Name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase) && member.Value.ValueKind != JsonValueKind.Null) return true;
            }
        }

        return false;
    }

    /// <summary>The text of a parameter, of the elements of an array, or of a member of each of them.</summary>
    internal static IEnumerable<string> Texts(JsonElement parameters, string name, string? member = null)
    {
        JsonElement value = RecordJson.Find(parameters, name);
        if (RecordJson.TryFind(value, "items", out JsonElement items)) value = items;
        foreach (JsonElement item in RecordJson.Items(value))
        {
            if ((member is null ? RecordJson.TextOf(item) : RecordJson.Text(item, member)) is { } text) yield return text;
        }
    }

    private static bool IsHidden(string text) => text is "***" or "HIDDEN_DUE_TO_SECURITY_REASONS" or "****";
}
