namespace PolicyEngine;

/// <summary>All policies in play: what decides a request together.</summary>
/// <remarks>Immutable. Every slot is not attached unless it is set. Service control policies are those of the caller's account, resource
/// control policies those of the resource's account, and the endpoint policy is that of the endpoint that the request came through. AWS page:
/// <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
public sealed record PolicySet
{
    /// <summary>Policies of the user with its groups, or of the role.</summary>
    public AttachedPolicies Identity { get; init; } = AttachedPolicies.None;

    /// <summary>The policy of the resource; for a role its trust policy.</summary>
    public AttachedPolicies Resource { get; init; } = AttachedPolicies.None;

    /// <summary>The permissions boundary of the user or role.</summary>
    public AttachedPolicies PermissionsBoundary { get; init; } = AttachedPolicies.None;

    /// <summary>The policies passed when the session was made.</summary>
    public AttachedPolicies Session { get; init; } = AttachedPolicies.None;

    /// <summary>Service control policies by level, from root to account.</summary>
    public AttachedPolicies ServiceControl { get; init; } = AttachedPolicies.None;

    /// <summary>Resource control policies by level, from root to account.</summary>
    public AttachedPolicies ResourceControl { get; init; } = AttachedPolicies.None;

    /// <summary>The policy of the VPC endpoint; it is asked only for a request that came through an endpoint.</summary>
    public AttachedPolicies VpcEndpoint { get; init; } = AttachedPolicies.None;

    /// <summary>The slot of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The slot.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the seven.</exception>
    public AttachedPolicies this[PolicyKind kind] => kind switch
    {
        PolicyKind.ResourceControl => ResourceControl,
        PolicyKind.ServiceControl => ServiceControl,
        PolicyKind.VpcEndpoint => VpcEndpoint,
        PolicyKind.Resource => Resource,
        PolicyKind.Identity => Identity,
        PolicyKind.PermissionsBoundary => PermissionsBoundary,
        PolicyKind.Session => Session,
        _ => throw NoKind(kind),
    };

    /// <summary>The same policies with others in the slot of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="slot">What is attached of it.</param>
    /// <returns>The set.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="slot"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the seven.</exception>
    public PolicySet With(PolicyKind kind, AttachedPolicies slot)
    {
        ArgumentNullException.ThrowIfNull(slot);
        return kind switch
        {
            PolicyKind.ResourceControl => this with { ResourceControl = slot },
            PolicyKind.ServiceControl => this with { ServiceControl = slot },
            PolicyKind.VpcEndpoint => this with { VpcEndpoint = slot },
            PolicyKind.Resource => this with { Resource = slot },
            PolicyKind.Identity => this with { Identity = slot },
            PolicyKind.PermissionsBoundary => this with { PermissionsBoundary = slot },
            PolicyKind.Session => this with { Session = slot },
            _ => throw NoKind(kind),
        };
    }

    /// <summary>The type as which a document is parsed that stands in the slot of a kind, if nothing more is known of it.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The type: of identity policies <see cref="PolicyType.Identity"/>, though a managed policy can stand there too, and of resource policies
    /// <see cref="PolicyType.Resource"/>, though the trust policy of a role can.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The kind is none of the seven.</exception>
    public static PolicyType TypeOf(PolicyKind kind) => kind switch
    {
        PolicyKind.ResourceControl => PolicyType.ResourceControl,
        PolicyKind.ServiceControl => PolicyType.ServiceControl,
        PolicyKind.VpcEndpoint => PolicyType.VpcEndpoint,
        PolicyKind.Resource => PolicyType.Resource,
        PolicyKind.Identity => PolicyType.Identity,
        PolicyKind.PermissionsBoundary => PolicyType.PermissionsBoundary,
        PolicyKind.Session => PolicyType.Session,
        _ => throw NoKind(kind),
    };

    /// <summary>Whether a document of a type can stand in the slot of a kind.</summary>
    /// <remarks>Identity, managed, boundary and session documents have one grammar and stand in for each other.</remarks>
    internal static bool Fits(PolicyKind kind, PolicyType type) => kind switch
    {
        PolicyKind.Identity or PolicyKind.PermissionsBoundary or PolicyKind.Session =>
            type is PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary or PolicyType.Session,
        PolicyKind.Resource => type is PolicyType.Resource or PolicyType.Trust,
        _ => type == TypeOf(kind),
    };

    private static ArgumentOutOfRangeException NoKind(PolicyKind kind) => new(nameof(kind), kind, "There are seven kinds of policies.");
}
