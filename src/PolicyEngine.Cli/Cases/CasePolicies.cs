namespace PolicyEngine.Cli.Cases;

/// <summary>The policies of a case, by kind, as their authors wrote them. Of a kind that is not here nothing is told.</summary>
internal sealed class CasePolicies
{
    private readonly Dictionary<PolicyType, IReadOnlyList<CaseLevel>?> slots = [];
    private readonly HashSet<PolicyType> none = [];

    /// <summary>Finds the type of policies that a set holds by its name.</summary>
    internal static bool TryParseType(string name, out PolicyType type) => PolicyTypeNames.TryParse(name, out type) && PolicySet.Types.Contains(type);

    /// <summary>The levels of a type, or null where it is unknown what is attached.</summary>
    internal bool TryGet(PolicyType kind, out IReadOnlyList<CaseLevel>? levels) => slots.TryGetValue(kind, out levels);

    /// <summary>True where something is told of a kind: policies, that there are none, or that they are unknown.</summary>
    internal bool IsTold(PolicyType kind) => slots.ContainsKey(kind) || none.Contains(kind);

    /// <summary>Tells that there is no policy of a kind.</summary>
    internal void SetNone(PolicyType kind) => none.Add(kind);

    /// <summary>Sets the levels of a kind; null says that they are unknown.</summary>
    internal void Set(PolicyType kind, IReadOnlyList<CaseLevel>? levels) => slots[kind] = levels;
}

/// <summary>The policies of one level of a kind; a kind without levels has one without a name.</summary>
/// <param name="Name">The name of the level.</param>
/// <param name="Policies">The policies.</param>
internal sealed record CaseLevel(string Name, IReadOnlyList<PolicyText> Policies);
