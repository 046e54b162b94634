using System.Collections.Immutable;
using PolicyEngine.Facts;
using PolicyEngine.Matching;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>What of a request decides which policies take part, and which of them must allow.</summary>
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
        AwsOwnership = Find(request);
        HasResource = request.Resource != "*";
        LimitAcrossAccounts = HasResource ? action.LimitAcrossAccounts : null;
        HasResourceControl = action.HasResourceControl;
        NeedsNoPermission = action.NeedsNoPermission && IsSigned(Caller);
        NeedsResourcePolicy = Is(RequestTraits.TargetsRole | RequestTraits.UsesKey) || (HasResource && action.NeedsResourcePolicy);
        PrivilegedRoot = Caller == CallerType.Root ? ReadPrivilege(set.Source.Session, request) : MatchResult.No(MatchReason.None);
        Boundary = BoundaryOf(set, caller);
        IsOutsideOrigin = Is(RequestTraits.ThroughAccessPoint) ? FindOrigin(set.Source.AccessPoint, request) : MatchResult.No(MatchReason.None);
    }

    /// <summary>The kind of caller.</summary>
    internal CallerType Caller { get; }

    /// <summary>The relation of the caller's account to that of the resource; principals without an account are treated as cross-account.</summary>
    internal AccountRelation Accounts { get; }

    internal RequestTraits Traits { get; }

    /// <summary>The ownership of the resource by AWS itself, which may let every account do the action.</summary>
    internal AwsOwnership AwsOwnership { get; }

    /// <summary>True where there is a resource; a policy of a resource grants nothing without one.</summary>
    internal bool HasResource { get; }

    /// <summary>The fact by which the service refuses the action to callers of other accounts, whatever policies say; null where there is none.</summary>
    internal ProfileCell? LimitAcrossAccounts { get; }

    /// <summary>True where resource control policies apply to the action.</summary>
    internal bool HasResourceControl { get; }

    /// <summary>True where every signed caller may do the action, and this one is signed.</summary>
    internal bool NeedsNoPermission { get; }

    /// <summary>True where no caller can use the resource without an Allow of its own policy.</summary>
    internal bool NeedsResourcePolicy { get; }

    /// <summary>True for a root session made by sts:AssumeRoot, which its session policy limits.</summary>
    internal MatchResult PrivilegedRoot { get; }

    /// <summary>True where the resource is in another partition than the caller's account.</summary>
    internal bool CrossesPartitions =>
        request.Principal.Account is not null && request.HasResourceParts && !request.ResourceParts.Of(request.MatchedResource, 1).SequenceEqual(request.Principal.Partition);

    /// <summary>The kind of policies that the resource has of its own.</summary>
    internal PolicyType ResourceKind => Is(RequestTraits.OnAccessPoint) ? PolicyType.AccessPoint : PolicyType.Resource;

    /// <summary>True where the access point takes calls from a VPC alone, and this one comes from elsewhere.</summary>
    internal MatchResult IsOutsideOrigin { get; }

    /// <summary>True where something of an access point is not told that could deny the request.</summary>
    internal bool LacksAccessPointFacts => (request.AccessPointCheck & AccessPointCheck.LacksFacts) != AccessPointCheck.None || Is(RequestTraits.NamesUntoldAccessPoint);

    /// <summary>True for the check on a bucket where identity policies allow the access point, or may: AWS does not say whether that is enough.</summary>
    internal bool IsAllowedAtAccessPoint => (request.AccessPointCheck & AccessPointCheck.IsAllowedByIdentity) != AccessPointCheck.None;

    /// <summary>The permissions boundary of the caller.</summary>
    internal BoundaryAttachment Boundary { get; }

    internal bool HasServiceGrant => request.HasServiceGrant;

    /// <summary>True where S3 Block Public Access stops this caller.</summary>
    internal bool BlocksPublicAccess => request.BlocksPublicAccess && Caller == CallerType.Anonymous;

    /// <summary>True where credentials of the caller's kind can call the action at all.</summary>
    internal MatchResult CanCall => CredentialRestrictions.CanCall(request);

    /// <summary>True where all that decides beside the policies is known.</summary>
    internal bool AreKnown => !IsOutsideOrigin.IsIndeterminate && !IsAllowedAtAccessPoint && Accounts != AccountRelation.Unknown && !PrivilegedRoot.IsIndeterminate && !CanCall.IsIndeterminate;

    internal bool Is(RequestTraits trait) => (Traits & trait) != RequestTraits.None;

    /// <summary>The boundary of a caller, where only the request tells of it.</summary>
    internal static BoundaryAttachment BoundaryOf(RequestPrincipal caller) => caller.HasPermissionsBoundary == true ? BoundaryAttachment.Attached : BoundaryAttachment.None;

    private static BoundaryAttachment BoundaryOf(CompiledPolicySet set, RequestPrincipal caller)
    {
        if (caller.HasPermissionsBoundary is not null) return BoundaryOf(caller);
        AttachedPolicies boundary = set.Source.PermissionsBoundary;
        return boundary.IsAttached ? BoundaryAttachment.Attached : boundary.IsKnown ? BoundaryAttachment.None : BoundaryAttachment.Unknown;
    }

    private static MatchResult FindOrigin(AccessPoint slot, AuthorizationRequest request)
    {
        if (slot.Origin != AccessPointOrigin.Vpc) return MatchResult.No(MatchReason.None);
        ImmutableArray<ContextValue> from = request.Context.FindAll(ConditionKeys.SourceVpc);
        if (from.IsEmpty) return MatchResult.True;
        MatchResult all = FindOrigin(slot.VpcId, from[0]);
        foreach (ContextValue value in from.AsSpan()[1..]) all = all.Agree(FindOrigin(slot.VpcId, value), MatchReason.Malformed);
        return all;
    }

    /// <summary>Where it is not told which VPC it is, no call from a VPC is outside for certain.</summary>
    private static MatchResult FindOrigin(string? vpc, ContextValue from)
    {
        if (from.IsUnknown) return MatchResult.UnknownKey;
        if (from.IsList) return MatchResult.Undecided(MatchReason.Malformed);
        return MatchResult.When(vpc is not null && from.Values[0] != vpc, MatchReason.None);
    }

    /// <summary>What AWS lets every account do it lets nobody do without an account.</summary>
    private static AwsOwnership Find(AuthorizationRequest request) =>
        request.AwsOwnership == AwsOwnership.Open && request.Principal.Account is null ? AwsOwnership.Owned : request.AwsOwnership;

    // AWS: the calls that bring a web identity or a SAML assertion are not signed, either.
    private static bool IsSigned(CallerType caller) => caller is not (CallerType.Anonymous or CallerType.WebIdentity or CallerType.Saml);

    private static MatchResult ReadPrivilege(AttachedPolicies session, AuthorizationRequest request)
    {
        if (session.IsAttached) return MatchResult.True;
        // AWS: a session of sts:AssumeRoot has a session policy, so that where none is attached it is none unless the request says so.
        if (request.Context.FindGiven(ConditionKeys.AssumedRoot) is null) return session.IsKnown ? MatchResult.No(MatchReason.None) : MatchResult.UnknownKey;
        MatchResult assumed = BooleanKey.Read(request, ConditionKeys.AssumedRoot);
        return session.IsKnown ? assumed : assumed.Or(MatchResult.UnknownKey);
    }
}
