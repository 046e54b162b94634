using PolicyEngine.Language;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>Which kinds of policies take part in deciding a request.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</see>.</remarks>
internal readonly struct ApplicablePolicies
{
    private ApplicablePolicies(PolicyTypeSet applicable, PolicyTypeSet attached, PolicyTypeSet notKnown, PolicyTypeSet denying)
    {
        Denying = denying;
        Applicable = applicable;
        Attached = attached;
        Unknown = notKnown;
    }

    /// <summary>The kinds that count for such a request, attached or not.</summary>
    internal PolicyTypeSet Applicable { get; }

    /// <summary>The kinds that count and are attached.</summary>
    internal PolicyTypeSet Attached { get; }

    /// <summary>The kinds that count and of which nobody knows what is attached.</summary>
    internal PolicyTypeSet Unknown { get; }

    /// <summary>The kinds that are attached and of which an explicit deny counts for certain.</summary>
    internal PolicyTypeSet Denying { get; }

    internal static ApplicablePolicies Of(CompiledPolicySet policies, AuthorizationRequest request, in RequestCharacteristics facts)
    {
        bool hasOwn = HasPoliciesOfItsOwn(facts);
        PolicyTypeSet applicable = default(PolicyTypeSet)
            .With(PolicyType.ResourceControl, Resource(request, facts))
            .With(PolicyType.ServiceControl, Service(request, facts))
            .With(PolicyType.VpcEndpoint, request.Endpoint is { SupportsPolicy: true })
            .With(PolicyType.Resource, !facts.Is(RequestTraits.PassesRole))
            .With(PolicyType.Identity, hasOwn)
            .With(PolicyType.PermissionsBoundary, hasOwn)
            .With(PolicyType.Session, hasOwn || facts.Caller == CallerType.Root);
        PolicyTypeSet attached = applicable & policies.Attached;

        // A caller that is said to have a boundary has one, whether or not it was given.
        bool lacksBoundary = hasOwn && request.Principal.HasPermissionsBoundary == true && !attached.Has(PolicyType.PermissionsBoundary);
        PolicyTypeSet notKnown = (applicable & policies.Unknown).With(PolicyType.PermissionsBoundary, lacksBoundary);
        return new ApplicablePolicies(applicable, attached, notKnown, FindDenying(attached, facts));
    }

    private static PolicyTypeSet FindDenying(PolicyTypeSet attached, in RequestCharacteristics facts)
    {
        // AWS: the endpoint policy is the only one that is taken to bind actions that need no permission.
        if (facts.NeedsNoPermission) return default(PolicyTypeSet).With(PolicyType.VpcEndpoint, attached.Has(PolicyType.VpcEndpoint));

        // Whether the root user may mend a policy that denies everyone can hang on what is unknown.
        bool mends = facts.Caller == CallerType.Root && (facts.Is(RequestTraits.HandlesBucketPolicy) || facts.Is(RequestTraits.HandlesQueuePolicy));
        return mends ? attached.Without(PolicyType.Resource) : attached;
    }

    /// <summary>Users and roles have identity policies, boundaries and session policies; nobody else has.</summary>
    private static bool HasPoliciesOfItsOwn(in RequestCharacteristics facts) =>
        facts.Caller is CallerType.User or CallerType.RoleSession or CallerType.FederatedUser;

    /// <summary>Service control policies follow the caller: principals of member accounts, but no service-linked roles.</summary>
    private static bool Service(AuthorizationRequest request, in RequestCharacteristics facts) =>
        (HasPoliciesOfItsOwn(facts) || facts.Caller == CallerType.Root) && request.Principal is { IsInManagementAccount: false, IsServiceLinkedRole: false };

    /// <summary>Resource control policies follow the resource, for every caller but service-linked roles, where AWS supports them.</summary>
    private static bool Resource(AuthorizationRequest request, in RequestCharacteristics facts) =>
        facts is { HasResource: true, HasResourceControl: true } && !facts.Is(RequestTraits.TargetsServiceLinkedRole | RequestTraits.UsesAwsManagedKey)
        && request is { IsResourceInManagementAccount: false, IsResourceManagedByAws: false, Principal.IsServiceLinkedRole: false };
}
