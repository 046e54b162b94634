using PolicyEngine.Facts;

namespace PolicyEngine.Matching;

/// <summary>A Principal or NotPrincipal element.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html">AWS JSON policy elements: NotPrincipal</see>.</remarks>
internal sealed class PrincipalMatcher(PrincipalEntry[] entries, bool isNegated, bool denies, bool isEndpointPolicy)
{
    /// <summary>Entries that name an account.</summary>
    private const PrincipalMatchKinds AccountKinds = PrincipalMatchKinds.Account | PrincipalMatchKinds.CanonicalUser;

    /// <summary>The only entry, where its match depends on the caller alone: compared without a list (SecretPolicyBenchmarks.Compiled).</summary>
    private readonly PrincipalEntry? only = !isNegated && !isEndpointPolicy && entries is [{ Kind: not PrincipalMatchKinds.None } entry] ? entry : null;

    internal PrincipalEntry this[int index] => entries[index];

    /// <summary>True where the element is <c>"*"</c> and covers every caller directly, so that nothing else in it matters.</summary>
    internal bool MatchesEveryone { get; } = !isNegated && entries is [{ Kind: PrincipalMatchKinds.Everyone }];

    internal MatchResult Match(AuthorizationRequest request, BoundaryAttachment boundary, out PrincipalMatch kinds)
    {
        if (only is not null)
        {
            MatchResult one = only.Match(request.Principal, GatewayReading.None);
            kinds = default(PrincipalMatch).With(only.Kind, one);
            return one;
        }

        GatewayReading gateway = ReadGateway(request);
        if (!isNegated) return MatchAny(request.Principal, gateway, out kinds);
        MatchResult match = MatchNot(request.Principal, gateway, boundary);
        kinds = default(PrincipalMatch).With(PrincipalMatchKinds.NotPrincipal, match);
        return match;
    }

    /// <summary>How principals are read in the policy of a gateway endpoint, or of one that may be: the service has such endpoints.</summary>
    internal GatewayReading ReadGateway(AuthorizationRequest request)
    {
        if (!isEndpointPolicy) return GatewayReading.None;
        VpcEndpointType type = request.Endpoint?.Type ?? VpcEndpointType.Unknown;
        if (type == VpcEndpointType.Interface) return GatewayReading.None;
        if (type == VpcEndpointType.Gateway) return denies || isNegated ? GatewayReading.Undecided : GatewayReading.AccountIsRoot;
        return ServiceProfiles.HasGatewayEndpoint(request.Action.AsSpan(0, Math.Max(request.ActionColon, 0))) ? GatewayReading.Undecided : GatewayReading.None;
    }

    /// <summary>Any entry, of whatever type.</summary>
    private MatchResult MatchAny(RequestPrincipal caller, GatewayReading gateway, out PrincipalMatch kinds)
    {
        MatchResult any = MatchResult.No(MatchReason.None);
        kinds = default;
        foreach (PrincipalEntry entry in entries)
        {
            MatchResult match = entry.Match(caller, gateway);
            any = any.Or(match);
            kinds = kinds.With(entry.Kind == PrincipalMatchKinds.None ? PrincipalMatchKinds.AnyAws : entry.Kind, match);
        }

        return any.OrElse(MatchReason.EmptyList);
    }

    /// <summary>Matches every caller that is not listed. A caller is exempt only if its whole chain of identities is listed; a part of it leaves the match undecided.</summary>
    private MatchResult MatchNot(RequestPrincipal caller, GatewayReading gateway, BoundaryAttachment boundary)
    {
        MatchResult unless = MatchNot(caller, gateway);
        bool mayHaveBoundary = denies && caller.Kind is CallerType.User or CallerType.RoleSession;
        if (!mayHaveBoundary || boundary == BoundaryAttachment.None) return unless;
        return boundary == BoundaryAttachment.Attached ? MatchResult.Yes(MatchReason.BoundaryNotPrincipal) : unless.Or(MatchResult.UnknownBoundary);
    }

    private MatchResult MatchNot(RequestPrincipal caller, GatewayReading gateway)
    {
        if (entries.Length == 0) return MatchResult.Undecided(MatchReason.EmptyList);
        MatchResult everyone = MatchListed(caller, gateway, PrincipalMatchKinds.Everyone | PrincipalMatchKinds.AnyAws);
        MatchResult chain = MatchChain(caller, gateway);
        if (everyone.IsTrue || chain.IsTrue) return MatchResult.No(MatchReason.Excluded);
        MatchResult any = MatchAny(caller, gateway, out _);
        if (denies && NamesAccountAlone(caller, gateway)) return MatchResult.Yes(MatchReason.AccountNotPrincipal);
        MatchResult partial = MatchResult.Undecided(MatchReason.PartialNotPrincipal);
        return any.IsFalse ? MatchResult.True : any.HasUnknown || chain.HasUnknown ? partial.And(MatchResult.UnknownPrincipal) : partial;
    }

    /// <summary>True where the account of the caller is listed, and for certain no other part of the caller: AWS's example lists an account beside one of its users,
    /// and denies all others.</summary>
    private bool NamesAccountAlone(RequestPrincipal caller, GatewayReading gateway)
    {
        MatchResult others = MatchResult.No(MatchReason.PrincipalDiffers);
        foreach (PrincipalEntry entry in entries)
        {
            if ((entry.Kind & AccountKinds) == PrincipalMatchKinds.None) others = others.Or(entry.Match(caller, gateway));
        }

        return others.IsFalse && MatchListed(caller, gateway, AccountKinds).IsTrue;
    }

    private MatchResult MatchChain(RequestPrincipal caller, GatewayReading gateway)
    {
        ReadOnlySpan<PrincipalMatchKinds> chain = caller.Kind switch
        {
            CallerType.Root => [AccountKinds],
            CallerType.User => [AccountKinds, PrincipalMatchKinds.User | PrincipalMatchKinds.UniqueId],
            CallerType.RoleSession => [AccountKinds, PrincipalMatchKinds.Role | PrincipalMatchKinds.UniqueId, PrincipalMatchKinds.Session],
            CallerType.FederatedUser => [AccountKinds, PrincipalMatchKinds.User, PrincipalMatchKinds.FederatedUser],
            CallerType.Service => [PrincipalMatchKinds.Service],
            CallerType.WebIdentity or CallerType.Saml => [PrincipalMatchKinds.Federated],
            _ => [PrincipalMatchKinds.Everyone],
        };
        MatchResult all = MatchResult.True;
        foreach (PrincipalMatchKinds link in chain) all = all.And(MatchListed(caller, gateway, link));
        return all;
    }

    private MatchResult MatchListed(RequestPrincipal caller, GatewayReading gateway, PrincipalMatchKinds kinds)
    {
        MatchResult any = MatchResult.No(MatchReason.PrincipalDiffers);
        foreach (PrincipalEntry entry in entries)
        {
            if ((entry.Kind & kinds) != PrincipalMatchKinds.None) any = any.Or(entry.Match(caller, gateway));
        }

        return any;
    }
}
