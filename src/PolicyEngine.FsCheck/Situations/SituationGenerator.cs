using PolicyEngine.FsCheck.Endpoints;
using PolicyEngine.FsCheck.Policies;
using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck.Situations;

/// <summary>Makes situations near policies.</summary>
internal static class SituationGenerator
{
    private const string Bucket = "arn:aws:s3:::";

    /// <summary>A situation that AWS could see.</summary>
    internal static Situation Near(Draw draw, PolicySet policies, VpcEndpoint[] endpoints)
    {
        AuthorizationRequest request = Aimed.Near(draw, policies);
        policies = policies with { ScopeDown = AttachedPolicies.None };
        PolicySet own = policies;
        switch (draw.Below(6))
        {
            case 0:
                (string action, string resource) = AwsOwned.Any(draw);
                request = Ask(request, action, resource, owner: null);
                break;
            case 1 when HasNoAccount(request.Resource):
                request = Ask(request, request.Action, request.Resource, owner: null);
                break;
            case 2 when HasNoAccount(request.Resource):
                request = Ask(request, request.Action, request.Resource, draw.Of(World.Accounts));
                break;
            case 3:
                (request, own) = OnAccessPoint(draw, request, policies);
                break;
        }

        ApiCall call = CallGenerator.Of(draw, request, endpoints);
        Situation made = new(own, call with { Principal = WithCredentials(draw, call.Principal) });
        if (made.Call.Endpoint is { } endpoint) made = made with { Policies = own.With(PolicyType.VpcEndpoint, AttachedPolicies.Of(endpoint.Policy)) };
        Situation scoped = draw.OneIn(4) ? made with { Policies = made.Policies with { ScopeDown = ScopeDown(draw, request) } } : made;
        return scoped.CanBe() ? scoped : made.CanBe() ? made : new Situation(policies, call);
    }

    private static bool HasNoAccount(string resource) => Arn.TryParse(resource, out Arn? arn) && arn.Account.IsEmpty;

    /// <summary>The same object, through an access point of its bucket, of which now and then something is not told.</summary>
    private static (AuthorizationRequest Request, PolicySet Policies) OnAccessPoint(Draw draw, AuthorizationRequest request, PolicySet policies)
    {
        int slash = request.Resource.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !request.Resource.StartsWith(Bucket, StringComparison.Ordinal)) return (request, policies);
        string account = draw.Of(World.Accounts);
        bool isInVpc = draw.OneIn(3);
        AccessPoint slot = new()
        {
            Policies = draw.OneIn(2) ? AttachedPolicies.None : draw.OneIn(10) ? AttachedPolicies.Unknown : AttachedPolicies.Of(DocumentGenerator.Near(draw, PolicyType.AccessPoint, size: 0, request, Aimed.AnyWish(draw))),
            BucketArn = draw.OneIn(12) ? null : request.Resource[..slash],
            BucketAccount = draw.OneIn(12) ? null : request.ResourceAccount,
            Origin = draw.OneIn(12) ? AccessPointOrigin.Unknown : isInVpc ? AccessPointOrigin.Vpc : AccessPointOrigin.Internet,
            VpcId = isInVpc ? draw.Of(World.VpcIds) : null,
        };
        return (Ask(request, request.Action, $"arn:aws:s3:{draw.Of(World.Regions)}:{account}:accesspoint/ap/object{request.Resource[slash..]}", account), policies with { AccessPoint = slot });
    }

    private static AttachedPolicies ScopeDown(Draw draw, AuthorizationRequest request) =>
        AttachedPolicies.Of(Draw.Times(1 + draw.Below(2), () => DocumentGenerator.Near(draw, PolicyType.ScopeDown, size: 0, request, draw.Of(Decision.Allowed, Decision.Allowed, Decision.ImplicitDeny))));

    private static RequestPrincipal WithCredentials(Draw draw, RequestPrincipal caller) => caller.Kind switch
    {
        CallerType.User => caller with { Credentials = draw.Of(CredentialKind.Unknown, CredentialKind.LongTerm, CredentialKind.SessionToken) },
        CallerType.RoleSession => caller with { Credentials = draw.Of(CredentialKind.Unknown, CredentialKind.Role) },
        CallerType.FederatedUser => caller with { Credentials = draw.Of(CredentialKind.Unknown, CredentialKind.FederationToken) },
        _ => caller,
    };

    private static AuthorizationRequest Ask(AuthorizationRequest before, string action, string resource, string? owner) =>
        new(before.Principal, action, resource, before.Context) { ResourceAccount = owner, Endpoint = before.Endpoint };
}
