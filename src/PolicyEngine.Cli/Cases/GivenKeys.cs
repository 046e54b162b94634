namespace PolicyEngine.Cli.Cases;

/// <summary>What the command line tells of condition keys. It holds for the keys that a request does not mention.</summary>
internal sealed record GivenKeys
{
    /// <summary>Nothing is told.</summary>
    internal static GivenKeys Nothing { get; } = new();

    /// <summary>The keys that are unknown.</summary>
    internal IReadOnlyList<string> Unknown { get; init; } = [];

    /// <summary>The keys that no request has.</summary>
    internal IReadOnlyList<string> Absent { get; init; } = [];

    /// <summary>True where requests have no keys but those that they mention, and those that follow.</summary>
    internal bool OthersAreAbsent { get; init; }

    /// <summary>The organizations of accounts.</summary>
    internal AccountOrganizations Organizations { get; init; } = new();

    /// <summary>The endpoints whose owners are known.</summary>
    internal VpcEndpointInventory Inventory { get; init; } = VpcEndpointInventory.Empty;

    /// <summary>Reads the policies that cases name by a file; default without a word about what is odd in them.</summary>
    internal NamedPolicies Files { get; init; } = new(static _ => { });

    /// <summary>The bit of <c>--unknown</c> for keys.</summary>
    internal ulong UnknownUse { get; init; }

    /// <summary>The bit of <c>--absent</c>.</summary>
    internal ulong AbsentUse { get; init; }

    /// <summary>The bit of <c>--organization</c>.</summary>
    internal ulong OrganizationUse { get; init; }
}
