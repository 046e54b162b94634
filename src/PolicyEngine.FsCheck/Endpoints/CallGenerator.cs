using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck.Endpoints;

/// <summary>Makes API calls that can come up: through endpoints, over the internet, or forwarded by a service.</summary>
internal static class CallGenerator
{
    /// <summary>A call that asks what a request asks, over a way of its own.</summary>
    internal static ApiCall Of(Draw draw, AuthorizationRequest request, VpcEndpoint[] endpoints)
    {
        ApiCall call = new()
        {
            Principal = request.Principal.Kind == CallerType.Service ? Callers.Of(draw, World.Account) : request.Principal,
            Action = request.Action,
            Resource = request.Resource,
            Owner = request.ResourceAccount,
            Time = draw.OneIn(2) ? new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero) : null,
        };
        call = Way(draw, call, endpoints);
        if (call.FindErrors().Length > 0) call = call with { Endpoint = null, ClientAddress = null, SourceAddress = draw.Of(World.PublicAddresses), ForwardedBy = [] };
        return WithKeys(call, request.Context);
    }

    /// <summary>Half of the calls through an endpoint of the service, a quarter over the internet, an eighth forwarded, and others unsaid.</summary>
    private static ApiCall Way(Draw draw, ApiCall call, VpcEndpoint[] endpoints)
    {
        string service = call.Action.Split(':')[0].ToLowerInvariant();
        VpcEndpoint[] fitting = [.. endpoints.Where(e => e.ServiceName?.ActionPrefix is not { } prefix || prefix == service)];
        int way = draw.Below(8);
        if (way == 0) return call;
        bool isInternet = way < 3 || fitting.Length == 0;
        ApiCall first = isInternet
            ? call with { SourceAddress = draw.Of(World.PublicAddresses) }
            : call with { Endpoint = draw.Of(fitting), ClientAddress = draw.OneIn(6) ? null : draw.Of(World.PrivateAddresses) };
        return way == 3 ? first with { ForwardedBy = [draw.Of("cloudformation.amazonaws.com", "athena.amazonaws.com")] } : first;
    }

    /// <summary>The call with the keys of a context that such a call can have.</summary>
    private static ApiCall WithKeys(ApiCall call, RequestContext context)
    {
        foreach ((string name, ContextValue value) in context)
        {
            if (ConditionKeys.IsSetByAws(name) && !name.Contains('/', StringComparison.Ordinal)) continue;
            RequestContextBuilder keys = new();
            foreach ((string own, ContextValue before) in call.Keys) keys.Set(own, before);
            ApiCall more = call with { Keys = keys.Set(name, value).Build() };
            if (more.FindErrors().Length == 0) call = more;
        }

        return call;
    }
}
