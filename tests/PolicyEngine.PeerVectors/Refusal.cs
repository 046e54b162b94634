namespace PolicyEngine.PeerVectors;

/// <summary>What cannot be asked: a public example that is no policy, or a row of another engine with such a policy or a request that cannot be made.</summary>
internal sealed record Refusal(string Id, string Rule, string Cause, string Reason)
{
    /// <summary>The list: a line each; its id, its rule, the ids of the errors or the part of the request, and the reason, separated by tabs.</summary>
    internal static IEnumerable<Refusal> ReadAll() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "refusals.tsv"))
            .Where(static line => line.Length > 0 && line[0] != '#')
            .Select(static line => line.Split('\t'))
            .Select(static cells => new Refusal(cells[0], cells[1], cells[2], cells[3]));
}
