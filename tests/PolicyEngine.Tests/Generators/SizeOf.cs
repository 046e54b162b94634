using PolicyEngine.FsCheck;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Generators;

/// <summary>How large values are; what shrinks gets smaller by this measure, so that shrinking ends.</summary>
internal static class SizeOf
{
    internal static int Document(PolicyDocument document) => PolicyWriter.Write(document).Length;

    internal static int Statement(Statement statement) => Document(new PolicyDocument { Type = PolicyType.Identity, Statements = SyntaxList.Single(statement) });

    internal static int Condition(ConditionBlock condition) => Statement(new Statement { Effect = Effect.Allow, Action = new ActionElement { Patterns = [] }, Condition = condition });

    internal static int Principal(PrincipalElement principal) => Statement(new Statement { Effect = Effect.Allow, Action = new ActionElement { Patterns = [] }, Principal = principal });

    internal static int Set(PolicySet policies) => PolicySet.Types.Sum(kind => Slot(policies[kind]));

    internal static int Caller(RequestPrincipal caller) =>
        (caller.UniqueId is null ? 0 : 1) + (caller.CanonicalUserId is null ? 0 : 1) + (caller.HasPermissionsBoundary is null ? 0 : 1)
        + (caller.IsInManagementAccount ? 1 : 0) + (caller.Credentials == CredentialKind.Unknown ? 0 : 1) + caller.ToString().Length;

    internal static int Context(RequestContext context) =>
        context.Sum(static entry => 1 + entry.Key.Length + (entry.Value.IsUnknown ? 1 : 0) + entry.Value.Values.ToArray().Sum(static text => 1 + text.Length));

    internal static int Request(AuthorizationRequest request) =>
        Caller(request.Principal) + request.Action.Length + request.Resource.Length + Context(request.Context) + (request.Endpoint is null ? 0 : 1) + (request.ResourceAccount is null ? 0 : 1)
        + (request.IsResourceInManagementAccount ? 1 : 0) + (request.IsResourceManagedByAws ? 1 : 0) + (request.HasServiceGrant ? 1 : 0) + (request.BlocksPublicAccess ? 1 : 0);

    internal static int Endpoint(VpcEndpoint endpoint) =>
        (endpoint.HasDefaultPolicy ? 0 : Document(endpoint.Policy)) + (endpoint.OwnerId is null ? 0 : 1) + (endpoint.PrivateDnsEnabled ? 1 : 0)
        + endpoint.RouteTableIds.Length + endpoint.DnsNames.Length;

    internal static int Inventory(VpcEndpointInventory inventory) => inventory.Endpoints.Sum(static endpoint => 1 + Endpoint(endpoint));

    internal static int Call(ApiCall call) =>
        Caller(call.Principal) + Context(call.Keys) + call.ForwardedBy.Count + (call.Time is null ? 0 : 1) + (call.Endpoint is { } endpoint ? 1 + Endpoint(endpoint) : 0)
        + (call.ClientAddress is null ? 0 : 1) + (call.SourceAddress is null ? 0 : 1);

    internal static int Case(PolicyCase question) => Document(question.Document) + Request(question.Request);

    internal static int Case(AuthorizationCase question) => Set(question.Policies) + Request(question.Request);

    internal static int Situation(Situation situation) => Set(situation.Policies) + Call(situation.Call)
        + (situation.Policies.AccessPoint == new AccessPoint { Policies = situation.Policies.AccessPoint.Policies } ? 0 : 1);

    private static int Slot(AttachedPolicies slot) => slot.IsKnown ? (slot.IsAttached ? 1 : 0) + slot.Levels.Sum(static level => 1 + level.Documents.Sum(Document)) : 1;
}
