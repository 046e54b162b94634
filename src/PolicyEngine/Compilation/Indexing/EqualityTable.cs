using System.Collections.Frozen;

namespace PolicyEngine.Compilation.Indexing;

/// <summary>Finds the statements that a plain StringEquals on one key lets pass, by the value of the key in the request.</summary>
internal sealed class EqualityTable
{
    private readonly ConditionKey key;
    private readonly FrozenDictionary<string, int[]> byValue;
    private readonly int[] all;

    internal EqualityTable(ConditionKey key, IEnumerable<(string Value, int Number)> values)
    {
        this.key = key;
        byValue = values.GroupBy(static v => v.Value, static v => v.Number, StringComparer.Ordinal)
            .ToFrozenDictionary(static group => group.Key, static group => group.Distinct().ToArray(), StringComparer.Ordinal);
        all = [.. byValue.Values.SelectMany(static numbers => numbers).Distinct()];
    }

    /// <summary>The statements that may match: none where the key is missing, and all where its value is no single text.</summary>
    internal ReadOnlySpan<int> Find(RequestContext context) => context.Find(key) switch
    {
        null => default,
        string text => byValue.TryGetValue(text, out int[]? numbers) ? numbers : default,
        _ => all,
    };
}
