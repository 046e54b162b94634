namespace PolicyEngine.PeerVectors;

/// <summary>The public examples that are no policies, each with the ids of its errors and, in words, why.</summary>
internal static class Refusal
{
    /// <summary>The list: example, ids of the errors, and reason, separated by tabs.</summary>
    internal static Dictionary<string, string> ReadAll() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "refusals.tsv"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split('\t'))
            .ToDictionary(static cells => cells[0], static cells => cells[1], StringComparer.Ordinal);
}
