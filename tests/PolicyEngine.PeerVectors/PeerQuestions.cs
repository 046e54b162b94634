using System.Text.Json;

namespace PolicyEngine.PeerVectors;

/// <summary>Finds out what a row asks.</summary>
internal static class PeerQuestions
{
    internal static PeerQuestion Of(JsonElement row)
    {
        if (row.GetProperty("expected").GetString()!.StartsWith("PrincipalMatch:", StringComparison.Ordinal)) return PeerQuestion.Principal;
        if (row.TryGetProperty("mode", out JsonElement mode) && mode.GetString() == "Discovery") return PeerQuestion.Discovery;
        if (PeerRow.HasFlag(row, "tag-conditions")) return PeerQuestion.Tags;
        return Extra(row) is { } extra && !(extra.Length > 2 && extra[2].ValueKind == JsonValueKind.True) ? PeerQuestion.AnyContext : PeerQuestion.AsGiven;
    }

    /// <summary>The keys that a question takes as unknown.</summary>
    internal static IEnumerable<string> FindUnknown(PeerQuestion question, JsonElement row, PeerPolicies policies)
    {
        string[] given = [.. PeerRequest.GivenContext(row).Select(static entry => entry.Name), .. ContextBeside(row).Select(static entry => entry.Name)];
        IEnumerable<string> others = policies.ConditionKeys.Where(key => !given.Contains(key, StringComparer.OrdinalIgnoreCase));
        return question switch
        {
            PeerQuestion.AnyContext => others,
            PeerQuestion.Discovery => policies.ConditionKeys,
            PeerQuestion.Tags => others.Where(static key => key.Contains("Tag/", StringComparison.Ordinal)),
            _ => [],
        };
    }

    /// <summary>What some rows say of the context outside of it: <c>name=value</c>.</summary>
    internal static IEnumerable<(string Name, string Value)> ContextBeside(JsonElement row) =>
        Extra(row) is [var pairs, ..] ? pairs.EnumerateArray().Select(static pair => pair.GetString()!.Split('=', 2)).Select(static pair => (pair[0], pair[1])) : [];

    /// <summary>Arguments of the peer's question: pairs of the context, and third whether they are the whole context.</summary>
    private static JsonElement[]? Extra(JsonElement row) =>
        row.GetProperty("request").TryGetProperty("extra", out JsonElement extra) ? [.. extra.EnumerateArray()] : null;
}
