using System.Text.Json;

namespace PolicyEngine.CloudTrail;

/// <summary>Reads members of JSON objects by names whose letter case does not count, since tables of records have names in lower case.</summary>
internal static class RecordJson
{
    /// <summary>The depth to which a record may be nested.</summary>
    internal const int MaxDepth = 64;

    /// <summary>Reads one JSON value; false for bytes that are none, or one that is nested too deep.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> utf8, out JsonElement value, int maxDepth = MaxDepth)
    {
        value = default;
        Utf8JsonReader reader = new(utf8, new JsonReaderOptions { MaxDepth = maxDepth });
        try
        {
            if (!reader.Read()) return false;
            value = JsonElement.ParseValue(ref reader);
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>A member; the exact name wins over one in another letter case. False for what is no object.</summary>
    internal static bool TryFind(JsonElement json, string name, out JsonElement value)
    {
        value = default;
        if (json.ValueKind != JsonValueKind.Object) return false;
        if (json.TryGetProperty(name, out value)) return value.ValueKind != JsonValueKind.Null;
        foreach (JsonProperty member in json.EnumerateObject())
        {
            if (!string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) continue;
            value = member.Value;
            return value.ValueKind != JsonValueKind.Null;
        }

        return false;
    }

    /// <summary>A member, or a value of the kind undefined.</summary>
    internal static JsonElement Find(JsonElement json, string name) => TryFind(json, name, out JsonElement value) ? value : default;

    /// <summary>The text of a member that is a string, a number, true or false; null when it is missing, empty, null or something else.</summary>
    internal static string? Text(JsonElement json, string name) => TryFind(json, name, out JsonElement value) ? TextOf(value) : null;

    /// <summary>The text of a scalar; null for an empty one and for everything else.</summary>
    internal static string? TextOf(JsonElement value)
    {
        string? text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    /// <summary>The elements of an array; none for what is no array.</summary>
    internal static IEnumerable<JsonElement> Items(JsonElement json) => json.ValueKind == JsonValueKind.Array ? json.EnumerateArray() : [];
}
