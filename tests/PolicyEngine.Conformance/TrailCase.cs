using System.Text.Json;
using PolicyEngine.CloudTrail;

namespace PolicyEngine.Conformance;

/// <summary>One record of the trail folder, and what is known about its request.</summary>
internal sealed record TrailCase(string Id, JsonElement Record, JsonElement Expected, IReadOnlyDictionary<string, string> Endpoints)
{
    /// <summary>All cases, by id.</summary>
    internal static IReadOnlyDictionary<string, TrailCase> All { get; } = Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "trail"), "*.jsonl")
        .SelectMany(File.ReadLines)
        .Select(static line => Read(JsonDocument.Parse(line).RootElement))
        .ToDictionary(static c => c.Id, StringComparer.Ordinal);

    internal ReconstructionOptions Options => new() { FindEndpoint = id => Endpoints.TryGetValue(id, out string? vpc) ? new VpcEndpoint { VpcId = vpc } : null };

    internal string Inventory => $$"""{"VpcEndpoints":[{{string.Join(',', Endpoints.Select(static e => $$"""{"VpcEndpointId":"{{e.Key}}","VpcId":"{{e.Value}}","VpcEndpointType":"Interface","ServiceName":"com.amazonaws.us-west-2.secretsmanager","State":"available"}"""))}}]}""";

    private static TrailCase Read(JsonElement json) => new(
        json.GetProperty("id").GetString()!,
        json.GetProperty("record"),
        json.GetProperty("expected"),
        json.GetProperty("ownEndpoints").EnumerateObject().ToDictionary(static e => e.Name, static e => e.Value.GetString()!, StringComparer.Ordinal));
}
