using System.Collections.Immutable;

namespace PolicyEngine;

/// <summary>The policies of all types that decide a request together.</summary>
/// <remarks>Immutable. Nothing is attached of a type unless it is set. Service control policies are those of the caller's account, resource
/// control policies those of the resource's account, and the endpoint policy is that of the endpoint that the request came through. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
public sealed record PolicySet
{
    private static readonly AccessPoint Untold = new();

    /// <summary>Policies of the user with its groups, or of the role.</summary>
    public AttachedPolicies Identity { get; init; } = AttachedPolicies.None;

    /// <summary>The policy of the resource; for a role its trust policy.</summary>
    public AttachedPolicies Resource { get; init; } = AttachedPolicies.None;

    /// <summary>The permissions boundary of the user or role.</summary>
    public AttachedPolicies PermissionsBoundary { get; init; } = AttachedPolicies.None;

    /// <summary>The policies passed when the session was made.</summary>
    public AttachedPolicies Session { get; init; } = AttachedPolicies.None;

    /// <summary>The scope-down policies of the session, one for each call of STS GetScopedCredentials; at most three. Each must allow, whatever
    /// grants; where they are named, each is a level by its place: 1, 2 or 3. AWS page:
    /// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_control-access_getscopedcredentials.html">Permissions for GetScopedCredentials</see>.</summary>
    public AttachedPolicies ScopeDown { get; init; } = AttachedPolicies.None;

    /// <summary>Service control policies by level, from root to account.</summary>
    public AttachedPolicies ServiceControl { get; init; } = AttachedPolicies.None;

    /// <summary>Resource control policies by level, from root to account.</summary>
    public AttachedPolicies ResourceControl { get; init; } = AttachedPolicies.None;

    /// <summary>The policy of the VPC endpoint; it is asked only for a request that came through an endpoint.</summary>
    public AttachedPolicies VpcEndpoint { get; init; } = AttachedPolicies.None;

    /// <summary>The S3 access point of a request on its ARN: its policy, bucket and network origin; default that they are not told, so that such a
    /// request is not allowed. It is asked only for a request on an access point.</summary>
    public AccessPoint AccessPoint { get; init; } = Untold;

    /// <summary>The nine types of policies that a set holds, in the order in which a denial names them.</summary>
    public static ImmutableArray<PolicyType> Types { get; } =
    [
        PolicyType.ResourceControl, PolicyType.ServiceControl, PolicyType.VpcEndpoint, PolicyType.AccessPoint,
        PolicyType.Resource, PolicyType.Identity, PolicyType.PermissionsBoundary, PolicyType.Session, PolicyType.ScopeDown,
    ];

    /// <summary>The attached policies of a type.</summary>
    /// <param name="type">One of <see cref="Types"/>.</param>
    /// <returns>The policies.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A set holds no policies of this type.</exception>
    public AttachedPolicies this[PolicyType type] => type switch
    {
        PolicyType.ResourceControl => ResourceControl,
        PolicyType.ServiceControl => ServiceControl,
        PolicyType.VpcEndpoint => VpcEndpoint,
        PolicyType.AccessPoint => AccessPoint?.Policies!,
        PolicyType.Resource => Resource,
        PolicyType.Identity => Identity,
        PolicyType.PermissionsBoundary => PermissionsBoundary,
        PolicyType.Session => Session,
        PolicyType.ScopeDown => ScopeDown,
        _ => throw NotHeld(type),
    };

    /// <summary>The same set with other policies of a type.</summary>
    /// <param name="type">One of <see cref="Types"/>.</param>
    /// <param name="policies">What is attached of the type.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="policies"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A set holds no policies of this type.</exception>
    public PolicySet With(PolicyType type, AttachedPolicies policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return type switch
        {
            PolicyType.ResourceControl => this with { ResourceControl = policies },
            PolicyType.ServiceControl => this with { ServiceControl = policies },
            PolicyType.VpcEndpoint => this with { VpcEndpoint = policies },
            PolicyType.AccessPoint => this with { AccessPoint = AccessPoint with { Policies = policies } },
            PolicyType.Resource => this with { Resource = policies },
            PolicyType.Identity => this with { Identity = policies },
            PolicyType.PermissionsBoundary => this with { PermissionsBoundary = policies },
            PolicyType.Session => this with { Session = policies },
            PolicyType.ScopeDown => this with { ScopeDown = policies },
            _ => throw NotHeld(type),
        };
    }

    /// <summary>What is attached, type by type.</summary>
    /// <returns>Such as <c>serviceControl (root: 1 policy), identity (2 policies)</c>; <c>no policies</c> where nothing is attached.</returns>
    public override string ToString()
    {
        PolicyType[] told = [.. Types.Where(type => type == PolicyType.AccessPoint ? AccessPoint != Untold : this[type] is not { IsKnown: true, IsAttached: false })];
        return told.Length == 0 ? "no policies" : string.Join(", ", told.Select(type => $"{PolicyTypeNames.NameOf(type)} ({this[type]})"));
    }

    /// <summary>Finds policies that the caller of a request cannot have: scope-down policies beside credentials that are not temporary.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The faults; empty where there are none. Faults of the request itself are <see cref="RequestConsistency"/>'s.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    public ImmutableArray<RequestFault> FindFaults(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        bool isTemporary = request.Principal is { Kind: CallerType.User or CallerType.RoleSession or CallerType.FederatedUser, Credentials: not CredentialKind.LongTerm };
        return ScopeDown.IsAttached && !isTemporary
            ? [new RequestFault("A-98", isError: true, $"a scope-down policy is given, and the credentials of '{request.Principal}' are not temporary")]
            : [];
    }

    /// <summary>True where a document can be attached as a type: identity, managed, boundary, session and scope-down documents have one grammar, and the
    /// trust policy of a role is its resource policy.</summary>
    internal static bool Fits(PolicyType type, PolicyDocument document) => type switch
    {
        PolicyType.Identity or PolicyType.PermissionsBoundary or PolicyType.Session or PolicyType.ScopeDown =>
            document.Type is PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary or PolicyType.Session or PolicyType.ScopeDown,
        PolicyType.Resource => document.Type is PolicyType.Resource or PolicyType.Trust,
        PolicyType.AccessPoint => document.Type is PolicyType.AccessPoint or PolicyType.Resource,
        _ => document.Type == type,
    };

    private static ArgumentOutOfRangeException NotHeld(PolicyType type) => new(nameof(type), type, "A set holds no policies of this type.");
}
