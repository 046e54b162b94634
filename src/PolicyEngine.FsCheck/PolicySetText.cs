namespace PolicyEngine.FsCheck;

/// <summary>A policy set as text, to read in a failed property.</summary>
internal static class PolicySetText
{
    /// <summary>A line for each level, with its documents.</summary>
    internal static string Of(PolicySet policies) => string.Join('\n', PolicySet.Types.SelectMany(kind => Of(kind, policies[kind])));

    private static IEnumerable<string> Of(PolicyType kind, AttachedPolicies slot) => slot.IsKnown
        ? slot.Levels.Select(level => $"{kind} {level.Name}: {string.Join(" + ", level.Documents.Select(static d => $"{d.Type} {PolicyWriter.Write(d)}"))}")
        : [$"{kind}: not known"];
}
