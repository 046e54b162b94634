namespace PolicyEngine.Cli.Cases;

/// <summary>The policies of a case, by kind, as their authors wrote them. A kind that is not here is not attached.</summary>
internal sealed class CasePolicies
{
    private readonly Dictionary<PolicyKind, IReadOnlyList<CaseLevel>?> slots = [];

    /// <summary>The levels of a kind, or null where nobody knows what is attached.</summary>
    internal bool TryGet(PolicyKind kind, out IReadOnlyList<CaseLevel>? levels) => slots.TryGetValue(kind, out levels);

    /// <summary>Sets the levels of a kind; null says that nobody knows them.</summary>
    internal void Set(PolicyKind kind, IReadOnlyList<CaseLevel>? levels) => slots[kind] = levels;
}

/// <summary>The policies of one level of a kind; a kind without levels has one without a name.</summary>
/// <param name="Name">The name of the level.</param>
/// <param name="Policies">The policies.</param>
internal sealed record CaseLevel(string Name, IReadOnlyList<PolicyText> Policies);
