namespace PolicyEngine.Compilation.Indexing;

/// <summary>Chooses for each statement the dimension that tells it best from the others.</summary>
/// <remarks>How well a dimension tells a statement is how many statements share the commonest of its texts there.</remarks>
internal sealed class IndexPlan
{
    private readonly Dictionary<string, int> prefixCounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> actionCounts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<(ConditionKey Key, string Value), int> valueCounts = [];

    internal IndexPlan(IndexEntry[] entries)
    {
        foreach (IndexEntry entry in entries)
        {
            Count(prefixCounts, entry.Prefixes);
            Count(prefixCounts, entry.Substrings);
            Count(actionCounts, entry.Actions);
            foreach (string value in entry.Values ?? []) valueCounts[(entry.Key!, value)] = valueCounts.GetValueOrDefault((entry.Key!, value)) + 1;
        }

        foreach (IndexEntry entry in entries) Place(entry, entries.Length);
    }

    internal List<(string Prefix, int Number)> Prefixes { get; } = [];

    internal List<(string Substring, int Number)> Substrings { get; } = [];

    internal List<(string Prefix, int Number)> Actions { get; } = [];

    internal List<(ConditionKey Key, string Value, int Number)> Values { get; } = [];

    internal List<int> Always { get; } = [];

    private void Place(IndexEntry entry, int worst)
    {
        int byResource = entry.Prefixes is null ? worst : Math.Max(Most(prefixCounts, entry.Prefixes), Most(prefixCounts, entry.Substrings!));
        int byAction = entry.Actions is null ? worst : Most(actionCounts, entry.Actions);
        int byValue = entry.Values is null ? worst : entry.Values.Max(value => valueCounts[(entry.Key!, value)]);
        int best = Math.Min(byResource, Math.Min(byAction, byValue));
        if (best >= worst)
        {
            Always.Add(entry.Number);
        }
        else if (best == byResource)
        {
            Prefixes.AddRange(entry.Prefixes!.Select(prefix => (prefix, entry.Number)));
            Substrings.AddRange(entry.Substrings!.Select(substring => (substring, entry.Number)));
        }
        else if (best == byValue)
        {
            Values.AddRange(entry.Values!.Select(value => (entry.Key!, value, entry.Number)));
        }
        else
        {
            Actions.AddRange(entry.Actions!.Select(prefix => (prefix, entry.Number)));
        }
    }

    private static void Count(Dictionary<string, int> counts, string[]? texts)
    {
        foreach (string text in texts ?? []) counts[text] = counts.GetValueOrDefault(text) + 1;
    }

    private static int Most(Dictionary<string, int> counts, string[] texts) => texts.Length == 0 ? 0 : texts.Max(text => counts[text]);
}
