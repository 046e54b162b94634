using PolicyEngine.Matching;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>What a request is, as far as it decides which policies take part and what they must say.</summary>
internal readonly struct RequestCharacteristics
{
    private readonly AuthorizationRequest request;

    internal RequestCharacteristics(CompiledPolicySet set, AuthorizationRequest request, ActionProperties action)
    {
        this.request = request;
        RequestPrincipal caller = request.Principal;
        Caller = caller.Kind;
        Accounts = caller.Account is null ? AccountRelation.Cross : request.AccountRelation;
        Traits = request.Traits;
        HasResource = request.Resource != "*";
        HasResourceControl = action.HasResourceControl;
        NeedsNoPermission = action.NeedsNoPermission && IsSigned(Caller);
        NeedsResourcePolicy = Is(RequestTraits.TargetsRole | RequestTraits.UsesKey) || (HasResource && action.NeedsResourcePolicy);
        PrivilegedRoot = Caller == CallerType.Root ? ReadPrivilege(set.Source.Session, request) : MatchResult.No(MatchReason.None);
        Boundary = BoundaryOf(set, caller);
    }

    /// <summary>The kind of caller.</summary>
    internal CallerType Caller { get; }

    /// <summary>How the caller's account stands to that of the resource; callers without an account are strangers.</summary>
    internal AccountRelation Accounts { get; }

    internal RequestTraits Traits { get; }

    /// <summary>Whether there is a resource; a policy of a resource grants nothing without one.</summary>
    internal bool HasResource { get; }

    /// <summary>Whether resource control policies reach the action.</summary>
    internal bool HasResourceControl { get; }

    /// <summary>Whether every signed caller may do the action, and this one is signed.</summary>
    internal bool NeedsNoPermission { get; }

    /// <summary>Whether nobody reaches the resource without an Allow of its own policy.</summary>
    internal bool NeedsResourcePolicy { get; }

    /// <summary>Whether the caller is a root session made by sts:AssumeRoot, which its session policy limits.</summary>
    internal MatchResult PrivilegedRoot { get; }

    /// <summary>Whether the resource is in another partition than the caller's account.</summary>
    internal bool CrossesPartitions =>
        request.Principal.Account is not null && request.HasResourceParts && !request.ResourceParts.Of(request.MatchedResource, 1).SequenceEqual(request.Principal.Partition);

    /// <summary>Whether a permissions boundary is attached to the caller.</summary>
    internal BoundaryAttachment Boundary { get; }

    internal bool HasServiceGrant => request.HasServiceGrant;

    /// <summary>Whether S3 Block Public Access stops this caller.</summary>
    internal bool BlocksPublicAccess => request.BlocksPublicAccess && Caller == CallerType.Anonymous;

    /// <summary>Whether credentials of the caller's kind can call the action at all.</summary>
    internal MatchResult CanCall => CredentialRestrictions.CanCall(request);

    /// <summary>Whether all that decides beside the policies is known.</summary>
    internal bool AreKnown => Accounts != AccountRelation.Unknown && !PrivilegedRoot.IsIndeterminate && !CanCall.IsIndeterminate;

    internal bool Is(RequestTraits trait) => (Traits & trait) != RequestTraits.None;

    /// <summary>What a caller has whose boundary nobody but itself speaks of.</summary>
    internal static BoundaryAttachment BoundaryOf(RequestPrincipal caller) => caller.HasPermissionsBoundary == true ? BoundaryAttachment.Attached : BoundaryAttachment.None;

    private static BoundaryAttachment BoundaryOf(CompiledPolicySet set, RequestPrincipal caller)
    {
        if (caller.HasPermissionsBoundary is not null) return BoundaryOf(caller);
        AttachedPolicies slot = set.Source.PermissionsBoundary;
        return slot.IsAttached ? BoundaryAttachment.Attached : slot.IsKnown ? BoundaryAttachment.None : BoundaryAttachment.Unknown;
    }

    // AWS: the calls that bring a web identity or a SAML assertion are not signed, either.
    private static bool IsSigned(CallerType caller) => caller is not (CallerType.Anonymous or CallerType.WebIdentity or CallerType.Saml);

    private static MatchResult ReadPrivilege(AttachedPolicies session, AuthorizationRequest request)
    {
        if (session.IsAttached) return MatchResult.True;
        MatchResult said = BooleanKey.Read(request, ConditionKeys.AssumedRoot);
        return session.IsKnown ? said : said.Or(MatchResult.UnknownKey);
    }
}
