using System.Text.Json;

namespace PolicyEngine.Fuzz;

/// <summary>Parts of JSON files that are seeds.</summary>
internal static class JsonParts
{
    /// <summary>The text of a member; null where there is none.</summary>
    internal static string? TextOf(string json, string member)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;
    }

    /// <summary>A member without blanks; null where there is none.</summary>
    internal static string? RawOf(string json, string member)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return document.RootElement.TryGetProperty(member, out JsonElement value) ? JsonSerializer.Serialize(value) : null;
    }

    /// <summary>Each endpoint of a file of hosts as an inventory of its own, and a URL of the file with it.</summary>
    internal static IEnumerable<(string Url, string Inventory)> HostsOf(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        string[] urls = [.. document.RootElement.GetProperty("cases").EnumerateArray().Select(static c => c.GetProperty("url").GetString()!)];
        int next = 0;
        foreach (JsonElement endpoint in document.RootElement.GetProperty("inventory").GetProperty("VpcEndpoints").EnumerateArray())
        {
            string inventory = $"{{\"VpcEndpoints\":[{JsonSerializer.Serialize(endpoint)}]}}";
            yield return (urls[next++ % urls.Length], inventory);
        }

        foreach (string url in urls) yield return (url, "[]");
    }
}
