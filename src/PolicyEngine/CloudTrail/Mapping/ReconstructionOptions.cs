using PolicyEngine.Facts;

namespace PolicyEngine.CloudTrail;

/// <summary>What records do not tell and the caller knows.</summary>
/// <remarks>Immutable; the functions must be safe for concurrent use where reconstruction is used so. What is not given makes keys unknown.</remarks>
public sealed record ReconstructionOptions
{
    /// <summary>Nothing known.</summary>
    public static ReconstructionOptions Default { get; } = new();

    /// <summary>Finds a VPC endpoint of one's own by its id; null for all others. Default: there are none.</summary>
    public Func<string, VpcEndpoint?> FindEndpoint { get; init; } = static _ => null;

    /// <summary>Finds the organization of an account, <see cref="AccountOrganization.None"/> for an account outside; null when not known. Default: not known.</summary>
    public Func<string, AccountOrganization?> FindOrganization { get; init; } = static _ => null;

    /// <summary>The actions that exist; a mapping to another one is then marked as unknown. Default: every name is taken.</summary>
    public ActionCatalogue? Actions { get; init; }

    /// <summary>Which services support what; default the tables of the library.</summary>
    public ServiceTables Tables { get; init; } = ServiceTables.Default;

    /// <summary>The options in a few words.</summary>
    /// <returns>Such as <c>service tables of 2026-09, 3 actions</c>; the functions are not shown.</returns>
    public override string ToString() => Actions is null ? Tables.ToString() : $"{Tables}, {Actions}";
}
