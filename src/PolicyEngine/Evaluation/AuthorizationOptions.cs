using PolicyEngine.Facts;
using PolicyEngine.Syntax;

namespace PolicyEngine;

/// <summary>What may differ between users of the library when several policies decide together.</summary>
/// <remarks>Immutable.</remarks>
public sealed record AuthorizationOptions
{
    /// <summary>The options that follow AWS.</summary>
    public static AuthorizationOptions Default { get; } = new();

    /// <summary>Which services support what; default the tables that come with the library.</summary>
    public ServiceTables Services { get; init; } = ServiceTables.Default;

    /// <summary>True to apply resource control policies to services that the tables do not list, to audit with tables that may be old;
    /// default false, as AWS does not apply them there.</summary>
    public bool TreatsUnlistedServicesAsResourceControlled { get; init; }

    /// <summary>Prefixes of further services whose resources cannot be used without an Allow of the resource's policy, letter case ignored;
    /// default none. Roles and KMS keys are always such.</summary>
    public SyntaxList<string> ServicesThatNeedResourcePolicies { get; init; } = [];
}
