using System.Text.Json;
using PolicyEngine.Facts;

namespace PolicyEngine.Cli.Output;

/// <summary>A table of facts that the tool carries.</summary>
/// <param name="Name">Its name on the command line.</param>
/// <param name="About">What it holds.</param>
/// <param name="Columns">The names of its columns; the first one groups rows, the last two are the source and its date.</param>
/// <param name="Read">Reads the rows.</param>
internal sealed record DataTable(string Name, string About, string[] Columns, Func<IReadOnlyList<string[]>> Read)
{
    /// <summary>All tables.</summary>
    internal static IReadOnlyList<DataTable> All { get; } =
    [
        new("profiles", "what AWS does differently by service", ["service", "column", "fact", "source", "asOf"], static () => FactTable.ReadRows("ServiceProfiles")),
        new("support", "which services and actions have what", ["table", "names", "source", "asOf"], static () => [.. ReadSupport()]),
        new("owned-names", "resources that AWS owns, as their names tell", ["arn", "actions", "source", "asOf"], static () => FactTable.ReadRows("AwsOwnedNames")),
        new("partitions", "partitions, their DNS names and Regions", ["partition", "suffix", "dualStackSuffix", "regions", "controlRegion", "source", "asOf"], static () => FactTable.ReadRows("Partitions")),
    ];

    /// <summary>The rows, read when they are first asked for.</summary>
    internal IReadOnlyList<string[]> Rows => field ??= Read();

    /// <summary>The oldest and the newest date among the rows.</summary>
    internal (string Oldest, string Newest) Dates => (Rows.Min(static row => row[^1])!, Rows.Max(static row => row[^1])!);

    private static IEnumerable<string[]> ReadSupport()
    {
        using JsonDocument json = JsonDocument.Parse(FactTable.ReadText("ServiceTables"));
        JsonElement root = json.RootElement;
        foreach (JsonProperty source in root.GetProperty("sources").EnumerateObject())
        {
            foreach ((string name, string names) in Flatten(source.Name, root.GetProperty(source.Name))) yield return [name, names, source.Value[0].GetString()!, source.Value[1].GetString()!];
        }
    }

    private static IEnumerable<(string Name, string Names)> Flatten(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => [(name, string.Join(' ', value.EnumerateArray().Select(static own => own.GetString())))],
        JsonValueKind.String => [(name, value.GetString()!)],
        _ => value.EnumerateObject().SelectMany(own => Flatten($"{name} {own.Name}", own.Value)),
    };
}
