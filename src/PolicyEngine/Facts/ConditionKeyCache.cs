using PolicyEngine.Text;

namespace PolicyEngine.Facts;

/// <summary>The keys of names seen last (RequestBuildingBenchmarks.Names).</summary>
internal static class ConditionKeyCache
{
    private const int MaxLength = 128;
    private static readonly ConditionKey?[] Keys = new ConditionKey?[512];

    /// <summary>The key of a name, which is not empty, as it is spelled.</summary>
    internal static ConditionKey Get(string name)
    {
        int hash = HashOf(name);
        return RecentValues.Find(Keys, hash) is { } known && known.Name == name ? known : RecentValues.Keep(Keys, hash, ConditionKey.OfAny(name), name.Length <= MaxLength);
    }

    private static int HashOf(string name) => (name[^1] * 31) + (name[name.Length / 2] * 7) + name[(name.Length * 3) / 4] + (name.Length * 61);
}
