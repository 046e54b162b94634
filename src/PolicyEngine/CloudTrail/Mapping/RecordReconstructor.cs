using System.Collections.Immutable;
using PolicyEngine.CloudTrail.Mapping;
using PolicyEngine.Requests.Derivation;

namespace PolicyEngine.CloudTrail;

/// <summary>Turns records into the requests of which they tell.</summary>
public static class RecordReconstructor
{
    /// <summary>Reconstructs the request of a record.</summary>
    /// <param name="record">The record.</param>
    /// <param name="options">What the caller knows beside it; default nothing.</param>
    /// <returns>The request with what is known, absent and unknown; or why there is none.</returns>
    public static RecordReconstruction Reconstruct(CloudTrailRecord record, ReconstructionOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(record);
        options ??= ReconstructionOptions.Default;
        EventMapping mapping = EventMapping.Of(record, options);
        if (mapping.WhyNoRequest(record) is { } reason) return Refuse(record, RecordDisposition.NotARequest, reason);
        RecordedCaller caller = CallerMapper.Map(record);
        if (caller.Principal is not { } principal) return Refuse(record, RecordDisposition.UnsupportedPrincipal, caller.Fault!);

        AccessOutcome outcome = ErrorCodes.Of(record.ErrorCode);
        AccessDenial? denial = outcome == AccessOutcome.Denied ? AccessDenial.Read(record.ErrorCode, record.ErrorMessage) : null;
        CheckFinder finder = new(record, principal, denial?.Message);
        ImmutableArray<RecordCheck> checks = finder.Find(mapping);
        string? account = OwnerOf(checks);

        RecordedPath path = RecordedPath.Of(record, principal, options);
        KeyKnowledge keys = new();
        CallFacts call = RecordedCall.Of(record, caller, path, checks, account, options);
        RecordedCall.Write(keys, call);
        RecordedCredentials.WriteShown(keys, record.UserIdentity);
        RequestKeys.Write(keys, record, principal, mapping, caller);
        EventContextKeys.Write(keys, record, checks);
        return new RecordReconstruction(record, RecordDisposition.Request)
        {
            Principal = principal,
            UserId = caller.Session.UserId,
            Checks = checks,
            AreActionsKnown = mapping.IsCertain && !checks.IsEmpty,
            ResourceCandidate = finder.Candidate,
            ResourceAccount = account ?? (IsGuessable(checks) ? record.RecipientAccountId : null),
            IsResourceAccountGuessed = account is null && IsGuessable(checks) && record.RecipientAccountId is not null,
            Context = keys.ToContext(),
            Absent = keys.Absent,
            Unknown = keys.Unknown,
            Endpoint = path.Endpoint,
            UnknownPolicies = UnknownPoliciesOf(principal, path, caller.Session),
            Outcome = outcome,
            Denial = denial,
        };
    }

    private static RecordReconstruction Refuse(CloudTrailRecord record, RecordDisposition disposition, string reason) =>
        new(record, disposition) { Reason = reason };

    /// <summary>The one account that owns all resources; null where one of them is not known, or there are several.</summary>
    private static string? OwnerOf(ImmutableArray<RecordCheck> checks)
    {
        string?[] owners = [.. checks.Where(static check => check.Resource != "*").Select(static check => check.ResourceAccount).Distinct(StringComparer.Ordinal)];
        return owners is [{ } owner] ? owner : null;
    }

    private static bool IsGuessable(ImmutableArray<RecordCheck> checks) => checks.Any(static check => check.Resource != "*" && check.ResourceAccount is null);

    private static ImmutableArray<PolicyType> UnknownPoliciesOf(RequestPrincipal caller, RecordedPath path, SessionFacts session)
    {
        bool isSession = caller.Kind is CallerType.RoleSession or CallerType.FederatedUser || (caller.Kind == CallerType.Root && session.IsTemporary != false);
        List<PolicyType> kinds = [];
        if (path.IsEndpointPolicyUnknown) kinds.Add(PolicyType.VpcEndpoint);
        if (isSession && !caller.IsServiceLinkedRole) kinds.Add(PolicyType.Session);
        return [.. kinds];
    }
}
