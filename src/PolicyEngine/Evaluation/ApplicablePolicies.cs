using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>The kinds of policies that take part in deciding a request.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
internal readonly struct ApplicablePolicies
{
    /// <summary>AWS: the endpoint policy is the only one that is taken to bind actions that need no permission.</summary>
    private static readonly PolicyTypeSet BindingWithoutPermission = default(PolicyTypeSet).With(PolicyType.VpcEndpoint);

    /// <summary>The kinds that count for such a request, attached or not.</summary>
    internal PolicyTypeSet Applicable { get; private init; }

    /// <summary>The kinds that count and are attached.</summary>
    internal PolicyTypeSet Attached { get; private init; }

    /// <summary>The kinds that count and whose attached policies are unknown.</summary>
    internal PolicyTypeSet Unknown { get; private init; }

    /// <summary>The kinds that count and of which something that may deny is not known: their policies, or other facts.</summary>
    internal PolicyTypeSet Unseen { get; private init; }

    /// <summary>The kinds that are attached and of which an explicit deny counts for certain.</summary>
    internal PolicyTypeSet Denying { get; private init; }

    internal static ApplicablePolicies Of(CompiledPolicySet policies, AuthorizationRequest request, in RequestCharacteristics characteristics)
    {
        PolicyTypeSet applicable = OfCaller(request, characteristics) | OfResource(request, characteristics);
        if (request.Endpoint is { SupportsPolicy: true }) applicable = applicable.With(PolicyType.VpcEndpoint);
        if (policies.Attached.Has(PolicyType.ScopeDown)) applicable = applicable.With(PolicyType.ScopeDown);
        if (characteristics.NeedsNoPermission) applicable &= BindingWithoutPermission;
        PolicyTypeSet attached = applicable & policies.Attached;
        PolicyTypeSet unknown = applicable & policies.Unknown;

        // Of an endpoint of an unknown type it is unknown which policy it has, whatever its record says.
        if (request.Endpoint is { Type: VpcEndpointType.Unrecognized, SupportsPolicy: true })
        {
            attached = attached.Without(PolicyType.VpcEndpoint);
            unknown = unknown.With(PolicyType.VpcEndpoint);
        }

        // A caller with a boundary that was not given has one all the same.
        if (request.Principal.HasPermissionsBoundary == true && applicable.Has(PolicyType.PermissionsBoundary) && !attached.Has(PolicyType.PermissionsBoundary)) unknown = unknown.With(PolicyType.PermissionsBoundary);
        if (characteristics.AwsOwnership != AwsOwnership.None) unknown = OfAws(unknown, applicable.Without(attached), characteristics.AwsOwnership);
        return new ApplicablePolicies
        {
            Applicable = applicable,
            Attached = attached,
            Unknown = unknown,
            Unseen = characteristics.LacksAccessPointFacts ? unknown.With(PolicyType.AccessPoint) : unknown,
            Denying = FindDenying(attached, characteristics),
        };
    }

    /// <summary>Only users and roles have identity policies, boundaries, session and scope-down policies; one that is given beside another caller, which
    /// cannot be, limits it all the same. Service control policies follow principals of member accounts, but no service-linked roles.</summary>
    private static PolicyTypeSet OfCaller(AuthorizationRequest request, in RequestCharacteristics characteristics)
    {
        PolicyTypeSet kinds = default;
        if (characteristics.Caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser)
        {
            kinds = kinds.With(PolicyType.Identity).With(PolicyType.PermissionsBoundary).With(PolicyType.Session).With(PolicyType.ScopeDown);
        }
        else if (characteristics.Caller == CallerType.Root)
        {
            kinds = kinds.With(PolicyType.Session);
        }
        else
        {
            return kinds;
        }

        return request.Principal is { IsInManagementAccount: false, IsServiceLinkedRole: false } ? kinds.With(PolicyType.ServiceControl) : kinds;
    }

    /// <summary>The policy of the resource, and resource control policies: they follow the resource, for every caller but service-linked roles, where AWS supports them.</summary>
    private static PolicyTypeSet OfResource(AuthorizationRequest request, in RequestCharacteristics characteristics)
    {
        PolicyTypeSet kinds = default;
        if (!characteristics.Is(RequestTraits.PassesRole)) kinds = kinds.With(characteristics.ResourceKind);
        bool isControlled = characteristics is { HasResource: true, HasResourceControl: true, AwsOwnership: AwsOwnership.None }
            && !characteristics.Is(RequestTraits.TargetsServiceLinkedRole | RequestTraits.UsesAwsManagedKey)
            && request is { IsResourceInManagementAccount: false, IsResourceManagedByAws: false, Principal.IsServiceLinkedRole: false };
        return isControlled ? kinds.With(PolicyType.ResourceControl) : kinds;
    }

    /// <summary>The policies of a resource that AWS owns are unknown, but for the actions that AWS lets every account do.</summary>
    private static PolicyTypeSet OfAws(PolicyTypeSet unknown, PolicyTypeSet notAttached, AwsOwnership ownership) =>
        ownership == AwsOwnership.Open ? unknown.Without(PolicyType.Resource) : unknown.With(PolicyType.Resource, notAttached.Has(PolicyType.Resource));

    private static PolicyTypeSet FindDenying(PolicyTypeSet attached, in RequestCharacteristics characteristics)
    {
        // That the root user can replace a policy that denies everyone may depend on what is unknown.
        bool canReplacePolicy = characteristics.Caller == CallerType.Root && (characteristics.Is(RequestTraits.HandlesBucketPolicy) || characteristics.Is(RequestTraits.HandlesQueuePolicy));
        return canReplacePolicy ? attached.Without(PolicyType.Resource) : attached;
    }
}
