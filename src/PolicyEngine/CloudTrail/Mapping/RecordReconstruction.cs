using System.Collections.Immutable;
using PolicyEngine.Text;

namespace PolicyEngine.CloudTrail;

/// <summary>The request of which a record tells, and what of it the record does not tell.</summary>
/// <remarks>Immutable. Nothing is made up: what the record leaves open is unknown, never absent.</remarks>
public sealed class RecordReconstruction
{
    internal RecordReconstruction(CloudTrailRecord record, RecordDisposition disposition)
    {
        Record = record;
        Disposition = disposition;
    }

    /// <summary>The record.</summary>
    public CloudTrailRecord Record { get; }

    /// <summary>True if it tells of a request; the members below are empty otherwise.</summary>
    public RecordDisposition Disposition { get; }

    /// <summary>Why it tells of none that can be evaluated, in one sentence without a final stop; null where it does.</summary>
    public string? Reason { get; internal init; }

    /// <summary>The caller.</summary>
    public RequestPrincipal? Principal { get; internal init; }

    /// <summary>The value of <c>aws:userid</c>; null when not known.</summary>
    public string? UserId { get; internal init; }

    /// <summary>All checks of the call: each must be allowed, unless <see cref="AreActionsKnown"/> is false.</summary>
    internal ImmutableArray<RecordCheck> Checks { get; init; } = [];

    /// <summary>True if the call needed exactly these actions. If not, it is not known which of them, and only what all agree on is certain.</summary>
    public bool AreActionsKnown { get; internal init; }

    /// <summary>The actions, each once.</summary>
    public ImmutableArray<string> Actions => [.. Checks.Select(static check => check.Action).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>The resources, each once; null when one of them is not known.</summary>
    public ImmutableArray<string>? Resources => Checks.IsEmpty || Checks.Any(static check => check.Resource is null)
        ? null
        : Checks.Select(static check => check.Resource!).Distinct(StringComparer.Ordinal).ToImmutableArray();

    /// <summary>A pattern that the unknown resource matches, such as that of a secret of which the name is known; null when there is none.</summary>
    public string? ResourceCandidate { get; internal init; }

    /// <summary>The account that owns the resources; null when not known, or when there are several.</summary>
    public string? ResourceAccount { get; internal init; }

    /// <summary>True if <see cref="ResourceAccount"/> is only the account of the trail, because nothing else is said. Requests do not carry a guess.</summary>
    public bool IsResourceAccountGuessed { get; internal init; }

    /// <summary>The condition keys: those that are known to be present, and those that are unknown. Those of <see cref="Absent"/> are absent, and all others unknown.</summary>
    public RequestContext Context { get; internal init; } = RequestContext.Empty;

    /// <summary>The keys that are known to be absent, as far as somebody may have expected them.</summary>
    public ImmutableArray<string> Absent { get; internal init; } = [];

    /// <summary>The keys of which nothing is known; a name that ends with <c>/</c> or <c>:</c> means all that begin with it.</summary>
    public ImmutableArray<string> Unknown { get; internal init; } = [];

    /// <summary>The VPC endpoint that the call came through; null when it came through none.</summary>
    public RequestEndpoint? Endpoint { get; internal init; }

    /// <summary>The policy types of which the record does not tell whether they applied: session policies of temporary credentials, and
    /// the policy of an endpoint that is not one's own. Leave them unknown in the set of policies unless you know better.</summary>
    public ImmutableArray<PolicyType> UnknownPolicies { get; internal init; } = [];

    /// <summary>How the call ended.</summary>
    public AccessOutcome Outcome { get; internal init; }

    /// <summary>Of a denied call: what the error says about it; null otherwise.</summary>
    public AccessDenial? Denial { get; internal init; }

    /// <summary>The requests to evaluate: one for each check. All must be allowed, unless <see cref="AreActionsKnown"/> is false.</summary>
    /// <returns>The requests; none where a resource is not known, or the record tells of no request.</returns>
    public ImmutableArray<AuthorizationRequest> GetRequests() =>
        Principal is { } caller && Resources is not null ? [.. Checks.Select(check => ToRequest(caller, check))] : [];

    /// <summary>Who did what, or why the record tells of no request.</summary>
    /// <returns>Such as <c>arn:aws:iam::123456789012:user/Anika secretsmanager:GetSecretValue on an unknown resource</c>.</returns>
    public override string ToString()
    {
        if (Reason is { } reason) return ShownText.Of(reason);
        string resources = Resources is { } known ? string.Join(", ", known) : "an unknown resource";
        return ShownText.Of($"{Principal} {string.Join(", ", Actions)} on {resources}");
    }

    private AuthorizationRequest ToRequest(RequestPrincipal caller, RecordCheck check) =>
        new(caller, check.Action, check.Resource!, Context) { ResourceAccount = check.ResourceAccount, Endpoint = Endpoint };
}
