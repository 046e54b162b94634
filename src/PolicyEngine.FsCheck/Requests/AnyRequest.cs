using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck.Requests;

/// <summary>Makes requests that can come up, near no policy in particular.</summary>
internal static class AnyRequest
{
    internal static AuthorizationRequest Make(Draw draw, PolicyType type = PolicyType.Identity)
    {
        RequestPrincipal caller = Callers.Any(draw);
        (string action, string resource, string owner) = Call(draw, type);
        RequestContext context = Contexts.Any(draw, caller);
        return new AuthorizationRequest(caller, action, resource, context)
        {
            ResourceAccount = owner,
            Endpoint = Contexts.EndpointOf(draw, context),
        };
    }

    /// <summary>An action with a resource of its kind, and the account that owns the resource.</summary>
    internal static (string Action, string Resource, string Owner) Call(Draw draw, PolicyType type = PolicyType.Identity)
    {
        bool isTrust = type == PolicyType.Trust || draw.OneIn(12);
        World.Service service = isTrust ? World.Sts : draw.Of(World.Catalogue);
        string owner = draw.Of(World.Accounts);
        string region = service.IsRegional ? draw.Of(World.Regions) : "";
        string tail = draw.Of(service.Resources);
        string account = service is { Prefix: "s3", IsRegional: false } ? "" : owner;
        string resource = tail == "*" ? "*" : $"arn:aws:{(isTrust ? "iam" : service.Prefix)}:{region}:{account}:{tail}";
        return ($"{service.Prefix}:{draw.Of(service.Actions)}", resource, owner);
    }
}
