using System.Text.Json;

namespace PolicyEngine.Conformance;

/// <summary>A case of where a host leads, with the inventory of its file.</summary>
internal sealed record HostCase(string Id, string Inventory, JsonElement Json)
{
    /// <summary>All cases of the folder.</summary>
    internal static IReadOnlyList<HostCase> All { get; } = [.. Directory.EnumerateFiles(Root, "*.json").Order(StringComparer.Ordinal).SelectMany(ReadFile)];

    internal string Url => Json.GetProperty("url").GetString()!;

    internal string? ClientVpc => Json.TryGetProperty("clientVpc", out JsonElement vpc) ? vpc.GetString() : null;

    internal string? RouteTable => Json.TryGetProperty("routeTable", out JsonElement table) ? table.GetString() : null;

    internal bool ViaInboundResolver => Json.TryGetProperty("viaInboundResolver", out JsonElement via) && via.GetBoolean();

    internal JsonElement Expected => Json.GetProperty("expected");

    private static string Root => Path.Combine(AppContext.BaseDirectory, "hosts");

    private static IEnumerable<HostCase> ReadFile(string file)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(file));
        JsonElement root = document.RootElement.Clone();
        string inventory = root.GetProperty("inventory").GetRawText();
        foreach (JsonElement json in root.GetProperty("cases").EnumerateArray()) yield return new HostCase(json.GetProperty("id").GetString()!, inventory, json);
    }
}
