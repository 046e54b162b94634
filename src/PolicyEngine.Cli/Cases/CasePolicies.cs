namespace PolicyEngine.Cli.Cases;

/// <summary>The policies of a case, or of the command line, by kind, as their authors wrote them. Of a kind that is not here nothing is told.</summary>
internal sealed class CasePolicies
{
    private readonly Dictionary<PolicyType, Slot> slots = [];

    /// <summary>Finds the type of policies that a set holds by its name.</summary>
    internal static bool TryParseType(string name, out PolicyType type) => PolicyTypeNames.TryParse(name, out type) && PolicySet.Types.Contains(type);

    /// <summary>The kinds of which something is told.</summary>
    internal IEnumerable<PolicyType> Kinds => slots.Keys;

    /// <summary>True where something is told of a kind.</summary>
    internal bool Has(PolicyType kind) => slots.ContainsKey(kind);

    /// <summary>What is told of a kind.</summary>
    internal bool TryGet(PolicyType kind, out Slot slot) => slots.TryGetValue(kind, out slot);

    /// <summary>Sets the levels of a kind; null says that they are unknown.</summary>
    internal void Set(PolicyType kind, IReadOnlyList<Level>? levels) => slots[kind] = new Slot(levels, IsKnown: levels is not null);

    /// <summary>Sets what is told of the access point that a request is on.</summary>
    internal void Set(CaseAccessPoint accessPoint)
    {
        IReadOnlyList<Level>? levels = accessPoint.Policy is { } policy ? [new Level("", [policy])] : null;
        slots[PolicyType.AccessPoint] = new Slot(levels, IsKnown: levels is not null || accessPoint.HasNone) { AccessPoint = accessPoint };
    }

    /// <summary>These policies, and of the kinds of which they tell nothing others.</summary>
    internal CasePolicies Over(CasePolicies others)
    {
        CasePolicies both = new();
        foreach ((PolicyType kind, Slot slot) in others.slots.Concat(slots)) both.slots[kind] = slot;
        return both;
    }

    /// <summary>Says that there is no policy of a kind.</summary>
    internal void SetNone(PolicyType kind) => slots[kind] = new Slot(null, IsKnown: true);

    /// <summary>What is told of a kind of policies.</summary>
    /// <param name="Levels">The policies by level; null where there are none, or where they are unknown.</param>
    /// <param name="IsKnown">False where it is unknown what is attached.</param>
    internal readonly record struct Slot(IReadOnlyList<Level>? Levels, bool IsKnown)
    {
        /// <summary>What is told of an access point beside its policy; null for other kinds, and where nothing is.</summary>
        internal CaseAccessPoint? AccessPoint { get; init; }
    }

    /// <summary>The policies of one level of a kind; a kind without levels has one without a name.</summary>
    /// <param name="Name">The name of the level.</param>
    /// <param name="Policies">The policies.</param>
    internal sealed record Level(string Name, IReadOnlyList<PolicyText> Policies);
}
