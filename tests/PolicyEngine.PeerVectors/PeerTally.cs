namespace PolicyEngine.PeerVectors;

/// <summary>How the rows of another engine came out.</summary>
internal sealed class PeerTally(string peer, IReadOnlyCollection<string> agreeing, IReadOnlyCollection<Disagreement> differing, IReadOnlyCollection<Refusal> refused)
{
    /// <summary>The counts in one line: rows, rows that agree, rows that differ by rule, and rows that cannot be asked by rule.</summary>
    /// <returns>The line.</returns>
    public override string ToString()
    {
        int count = agreeing.Count + differing.Count + refused.Count;
        return $"{peer}: {count} rows, {agreeing.Count} agree, {differing.Count} differ{ByRule(differing.Select(static d => d.Rule))}, {refused.Count} not asked{ByRule(refused.Select(static r => r.Rule))}";
    }

    private static string ByRule(IEnumerable<string> rules)
    {
        string[] counts = [.. rules.CountBy(static rule => rule).OrderBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => $"{pair.Key} {pair.Value}")];
        return counts.Length == 0 ? "" : $" ({string.Join(", ", counts)})";
    }
}
