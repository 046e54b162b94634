using FsCheck;
using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck;

/// <summary>Generators of requests and their parts, near no policy in particular: such as can come up, without faults.</summary>
/// <remarks>Sizes do not matter. Immutable and safe for concurrent use.</remarks>
public static class RequestGen
{
    /// <summary>Callers of every kind: users and role sessions mostly, a sixteenth of each other kind, and a sixteenth known by account only.</summary>
    public static Gen<RequestPrincipal> Principal { get; } = Draw.Make(Callers.Any);

    /// <summary>Contexts: two in five over the internet, two in five through an endpoint, and others without a way; a quarter of the further keys of the
    /// world; one key in 15 is unknown.</summary>
    public static Gen<RequestContext> Context { get; } = Draw.Make(static draw => Contexts.Any(draw, Callers.Any(draw)));

    /// <summary>Requests of any caller for an action on a resource of its kind; the resource is the caller's account's in most of them.</summary>
    public static Gen<AuthorizationRequest> Request { get; } = Draw.Make(static draw => AnyRequest.Make(draw));
}
