using PolicyEngine.Text;

namespace PolicyEngine.Facts;

/// <summary>The keys of names seen last (RequestBuildingBenchmarks.Names).</summary>
internal static class ConditionKeyCache
{
    private static readonly RecentValues<ConditionKey> Keys = new(count: 512, maxLength: 128);

    /// <summary>The key of a name, which is not empty, as it is spelled.</summary>
    internal static ConditionKey Get(string name)
    {
        int hash = HashOf(name);
        return Keys.Find(hash) is { } known && known.Name == name ? known : Keys.Keep(hash, name.Length, ConditionKey.OfAny(name));
    }

    private static int HashOf(string name) => (name[^1] * 31) + (name[name.Length / 2] * 7) + name[(name.Length * 3) / 4] + (name.Length * 61);
}
