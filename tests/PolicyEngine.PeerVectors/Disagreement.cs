namespace PolicyEngine.PeerVectors;

/// <summary>A row of another engine that this library answers otherwise, with the rule that decides it.</summary>
internal sealed record Disagreement(string Id, string Rule, string Expected, string Answer, string Reason)
{
    /// <summary>The list: a row per line; its id, its rule, what the peer says, what this library says, and the reason, separated by tabs.</summary>
    internal static IEnumerable<Disagreement> ReadAll() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "disagreements.tsv"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split('\t'))
            .Select(static cells => new Disagreement(cells[0], cells[1], cells[2], cells[3], cells[4]));

    /// <summary>Who says what, in one line.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => $"{Id}: the peer says {Expected}, we say {Answer}";
}
