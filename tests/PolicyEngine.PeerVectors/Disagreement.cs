namespace PolicyEngine.PeerVectors;

/// <summary>A row of another engine that this library answers otherwise, with the rule of the policy language that decides it.</summary>
internal sealed record Disagreement(string Id, string Rule, string Reason)
{
    /// <summary>The list: a row per line, its id, rule and reason separated by tabs.</summary>
    internal static IEnumerable<Disagreement> ReadAll() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "disagreements.tsv"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split('\t'))
            .Select(static cells => new Disagreement(cells[0], cells[1], cells[2]));
}
