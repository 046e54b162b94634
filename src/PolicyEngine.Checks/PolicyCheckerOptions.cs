using PolicyEngine.Facts;

namespace PolicyEngine.Checks;

/// <summary>What checks know about AWS beside the policy, and how much they tell.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PolicyCheckerOptions
{
    /// <summary>No catalogue of actions, the tables that come with the library, 100 findings.</summary>
    public static PolicyCheckerOptions Default { get; } = new();

    /// <summary>The actions that exist, so that others are advised against; default: null, and no such advice.</summary>
    public ActionCatalogue? Actions { get; init; }

    /// <summary>Which services take part in what: resource control policies, and the condition keys that calls through an endpoint carry; default <see cref="ServiceTables.Default"/>.</summary>
    public ServiceTables Services { get; init; } = ServiceTables.Default;

    /// <summary>The most findings, not counting the one that says that there were more; default 100.</summary>
    public int MaxDiagnostics { get; init; } = 100;
}
