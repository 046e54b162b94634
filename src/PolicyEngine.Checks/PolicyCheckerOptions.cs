using PolicyEngine.Catalogue;
using PolicyEngine.Facts;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>What checks know about AWS beside the policy, and how much they tell.</summary>
/// <remarks>Immutable.</remarks>
public sealed record PolicyCheckerOptions
{
    /// <summary>The catalogue and the tables that come with the library, 100 findings.</summary>
    public static PolicyCheckerOptions Default { get; } = new();

    /// <summary>The actions that exist, in place of those of <see cref="Catalogue"/>; default: null.</summary>
    public ActionCatalogue? Actions { get; init; }

    /// <summary>The services, actions, resource types and condition keys that exist; default <see cref="ServiceCatalogue.Default"/>.</summary>
    public ServiceCatalogue Catalogue { get; init; } = ServiceCatalogue.Default;

    /// <summary>Which findings are told; default <see cref="CheckProfile.Default"/>.</summary>
    public CheckProfile Profile { get; init; }

    /// <summary>The type of resource that a resource policy is on, as CloudFormation names it, such as <c>AWS::S3::Bucket</c>; letter case counts. Default: null, which is not known.</summary>
    public string? ResourceType { get; init; }

    /// <summary>The service of the VPC endpoint that an endpoint policy is for, such as <c>com.amazonaws.us-west-2.s3</c>; letter case does not count. Default: null, which is not known.</summary>
    public string? EndpointService { get; init; }

    /// <summary>Which services take part in what: resource control policies, and the condition keys that calls through an endpoint carry; default <see cref="ServiceTables.Default"/>.</summary>
    public ServiceTables Services { get; init; } = ServiceTables.Default;

    /// <summary>The ARNs of all users and roles of some accounts, so that others of these accounts are told of; default: none, and no account is known.</summary>
    public SyntaxList<string> KnownPrincipals { get; init; }

    /// <summary>The most findings, not counting the one that says that there were more; default 100.</summary>
    public int MaxDiagnostics { get; init; } = 100;
}
