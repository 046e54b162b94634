using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>The kinds of policies that take part in deciding a request.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
internal readonly struct ApplicablePolicies
{
    /// <summary>AWS: the endpoint policy is the only one that is taken to bind actions that need no permission.</summary>
    private static readonly PolicyTypeSet BindingWithoutPermission = default(PolicyTypeSet).With(PolicyType.VpcEndpoint);

    private ApplicablePolicies(PolicyTypeSet applicable, PolicyTypeSet attached, PolicyTypeSet unknown, PolicyTypeSet denying, PolicyTypeSet unseen)
    {
        Unseen = unseen;
        Denying = denying;
        Applicable = applicable;
        Attached = attached;
        Unknown = unknown;
    }

    /// <summary>The kinds that count for such a request, attached or not.</summary>
    internal PolicyTypeSet Applicable { get; }

    /// <summary>The kinds that count and are attached.</summary>
    internal PolicyTypeSet Attached { get; }

    /// <summary>The kinds that count and whose attached policies are unknown.</summary>
    internal PolicyTypeSet Unknown { get; }

    /// <summary>The kinds that count and of which something that may deny is not known: their policies, or other facts.</summary>
    internal PolicyTypeSet Unseen { get; }

    /// <summary>The kinds that are attached and of which an explicit deny counts for certain.</summary>
    internal PolicyTypeSet Denying { get; }

    internal static ApplicablePolicies Of(CompiledPolicySet policies, AuthorizationRequest request, in RequestCharacteristics characteristics)
    {
        bool hasOwn = HasPoliciesOfItsOwn(characteristics);
        PolicyTypeSet applicable = default(PolicyTypeSet)
            .With(PolicyType.ResourceControl, Resource(request, characteristics))
            .With(PolicyType.ServiceControl, Service(request, characteristics))
            .With(PolicyType.VpcEndpoint, request.Endpoint is { SupportsPolicy: true })
            .With(PolicyType.AccessPoint, characteristics.Is(RequestTraits.OnAccessPoint))
            .With(PolicyType.Resource, !characteristics.Is(RequestTraits.PassesRole | RequestTraits.OnAccessPoint))
            .With(PolicyType.Identity, hasOwn)
            .With(PolicyType.PermissionsBoundary, hasOwn)
            .With(PolicyType.Session, hasOwn || characteristics.Caller == CallerType.Root)
            .With(PolicyType.ScopeDown, hasOwn || policies.Attached.Has(PolicyType.ScopeDown));
        if (characteristics.NeedsNoPermission) applicable &= BindingWithoutPermission;
        PolicyTypeSet attached = applicable & policies.Attached;

        // Of an endpoint of a type that nobody knows it is not known which policy it has, whatever its record says.
        bool isUnrecognized = request.Endpoint is { Type: VpcEndpointType.Unrecognized, SupportsPolicy: true };
        if (isUnrecognized) attached = attached.Without(PolicyType.VpcEndpoint);

        // A caller with a boundary that was not given has one all the same.
        bool lacksBoundary = applicable.Has(PolicyType.PermissionsBoundary) && request.Principal.HasPermissionsBoundary == true && !attached.Has(PolicyType.PermissionsBoundary);
        PolicyTypeSet unknown = WithOwner((applicable & policies.Unknown).With(PolicyType.PermissionsBoundary, lacksBoundary), applicable.Without(attached), characteristics.AwsOwnership);
        if (isUnrecognized) unknown = unknown.With(PolicyType.VpcEndpoint);
        return new ApplicablePolicies(applicable, attached, unknown, FindDenying(attached, characteristics), characteristics.LacksAccessPointFacts ? unknown.With(PolicyType.AccessPoint) : unknown);
    }

    /// <summary>Nobody knows the policies of a resource that AWS owns, but for the actions that AWS lets every account do.</summary>
    private static PolicyTypeSet WithOwner(PolicyTypeSet unknown, PolicyTypeSet notAttached, AwsOwnership ownership) => ownership switch
    {
        AwsOwnership.Open => unknown.Without(PolicyType.Resource),
        AwsOwnership.Owned => unknown.With(PolicyType.Resource, notAttached.Has(PolicyType.Resource)),
        _ => unknown,
    };

    private static PolicyTypeSet FindDenying(PolicyTypeSet attached, in RequestCharacteristics characteristics)
    {
        // That the root user can replace a policy that denies everyone may depend on what is unknown.
        bool canReplacePolicy = characteristics.Caller == CallerType.Root && (characteristics.Is(RequestTraits.HandlesBucketPolicy) || characteristics.Is(RequestTraits.HandlesQueuePolicy));
        return canReplacePolicy ? attached.Without(PolicyType.Resource) : attached;
    }

    /// <summary>Only users and roles have identity policies, boundaries, session and scope-down policies; one that is given beside another caller, which
    /// cannot be, limits it all the same.</summary>
    private static bool HasPoliciesOfItsOwn(in RequestCharacteristics characteristics) =>
        characteristics.Caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser;

    /// <summary>Service control policies follow the caller: principals of member accounts, but no service-linked roles.</summary>
    private static bool Service(AuthorizationRequest request, in RequestCharacteristics characteristics) =>
        (HasPoliciesOfItsOwn(characteristics) || characteristics.Caller == CallerType.Root) && request.Principal is { IsInManagementAccount: false, IsServiceLinkedRole: false };

    /// <summary>Resource control policies follow the resource, for every caller but service-linked roles, where AWS supports them.</summary>
    private static bool Resource(AuthorizationRequest request, in RequestCharacteristics characteristics) =>
        characteristics is { HasResource: true, HasResourceControl: true } && !characteristics.Is(RequestTraits.TargetsServiceLinkedRole | RequestTraits.UsesAwsManagedKey)
        && characteristics.AwsOwnership == AwsOwnership.None
        && request is { IsResourceInManagementAccount: false, IsResourceManagedByAws: false, Principal.IsServiceLinkedRole: false };
}
