using System.Collections.Concurrent;
using System.Globalization;

namespace PolicyEngine.Workloads;

/// <summary>All workloads by name; each is made when it is first asked for.</summary>
public static class WorkloadCatalog
{
    private static readonly ConcurrentDictionary<string, Workload> Made = new(StringComparer.Ordinal);

    /// <summary>All names.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "W1", "W2", "W3", "W4", .. Sized("W5"), .. Sized("W5R"), .. Sized("W5L"), .. Sized("W5C"), "W6", "W6-small-bomb", "W6-large-bomb", "W6-larger-bomb", "W7", "W8",
    ];

    /// <summary>The workload of a name.</summary>
    public static Workload Get(string name) => Made.GetOrAdd(name, Make);

    private static IEnumerable<string> Sized(string family) => [$"{family}-10", $"{family}-100", $"{family}-1000", $"{family}-10000"];

    private static Workload Make(string name) => name switch
    {
        "W1" => SeedWorkloads.OneEndpoint(),
        "W2" => SeedWorkloads.TwoVpcs(),
        "W3" => SeedWorkloads.EndpointPolicy(),
        "W4" => IdentityWorkload.Make(),
        "W6" => WildcardWorkloads.Make(),
        "W6-small-bomb" => WildcardWorkloads.Bomb(name, stars: 4, letters: 30, patterns: 4),
        "W6-large-bomb" => WildcardWorkloads.Bomb(name, stars: 16, letters: 1_000, patterns: 10),
        "W6-larger-bomb" => WildcardWorkloads.Bomb(name, stars: 16, letters: 2_000, patterns: 10),
        "W7" => ConditionWorkload.Make(),
        "W8" => LayersWorkload.Make(),
        _ => MakeSized(name),
    };

    private static Workload MakeSized(string name)
    {
        int dash = name.IndexOf('-', StringComparison.Ordinal);
        int statements = int.Parse(name.AsSpan(dash + 1), CultureInfo.InvariantCulture);
        return name[..dash] switch
        {
            "W5" => GrowthWorkload.Make(statements),
            "W5R" => GrowthWorkload.MakeRandom(statements),
            "W5L" => GrowthOfOnePart.LeadingStars(statements),
            "W5C" => GrowthOfOnePart.ConditionValues(statements),
            _ => throw new ArgumentException($"There is no workload '{name}'.", nameof(name)),
        };
    }
}
