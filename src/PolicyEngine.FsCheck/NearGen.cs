using FsCheck;
using PolicyEngine.FsCheck.Endpoints;
using PolicyEngine.FsCheck.Policies;
using PolicyEngine.FsCheck.Requests;
using PolicyEngine.FsCheck.Situations;
using PolicyEngine.FsCheck.Texts;

namespace PolicyEngine.FsCheck;

/// <summary>Generators of relevant cases: requests near given policies, policies near a given request, and both.</summary>
/// <remarks>A request near a policy meets all elements of one of its statements, or misses one by one step: another character in action or resource, a
/// number or second on the other side of a bound, the address beside a network, a key that is missing, another caller. A policy near a request does the
/// same the other way round. Each decision is wished for as often as the others, and the first of up to 12 candidates that the library decides so is
/// taken, or else the last: about a third of the cases are allowed, a third explicitly denied and a third implicitly, as far as the policies can. One key in twelve
/// requests is unknown. Requests near policies may have keys together that AWS never sends together; calls have not. Immutable and safe for
/// concurrent use.</remarks>
public static class NearGen
{
    private const int Requests = 3;

    /// <summary>A document of any type and a request near it; from the document's side as often as from the request's.</summary>
    public static Gen<PolicyCase> AnyCase { get; } = Draw.Make(static (draw, size) => AnyOf(draw, size, DocumentGenerator.AnyType(draw)));

    /// <summary>Policies of all kinds and a request near them; from the request's side, with a request near the policies in every fourth.</summary>
    public static Gen<AuthorizationCase> AuthorizationCase { get; } = Draw.Make(static (draw, size) =>
    {
        Decision wish = Aimed.AnyWish(draw);
        AuthorizationCase made = Aimed.Best(Requests, wish, () => CaseOf(draw, size, wish), static question => question.Decide().Decision);
        return draw.OneIn(4) ? made with { Request = Aimed.Near(draw, made.Policies) } : made;
    });

    /// <summary>A document of a type and a request near it.</summary>
    /// <param name="type">The type. No resource control policy allows; of its cases half are denied explicitly.</param>
    /// <returns>The generator.</returns>
    public static Gen<PolicyCase> Case(PolicyType type) => Draw.Make((draw, size) => AnyOf(draw, size, type));

    /// <summary>Requests near a document.</summary>
    /// <param name="document">The document, valid or not.</param>
    /// <returns>The generator.</returns>
    public static Gen<AuthorizationRequest> Request(PolicyDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Draw.Make(draw => Aimed.Near(draw, document));
    }

    /// <summary>Requests near a policy set.</summary>
    /// <param name="policies">The policies.</param>
    /// <returns>The generator.</returns>
    public static Gen<AuthorizationRequest> Request(PolicySet policies)
    {
        ArgumentNullException.ThrowIfNull(policies);
        return Draw.Make(draw => Aimed.Near(draw, policies));
    }

    /// <summary>API calls near a policy set: caller, action, resource and further keys as in <see cref="Request(PolicySet)"/>, and the ways of
    /// <see cref="EndpointGen.Call"/> with the keys that follow from them.</summary>
    /// <param name="policies">The policies, without those of the endpoints.</param>
    /// <param name="endpoints">The endpoints that calls may come through.</param>
    /// <returns>The generator.</returns>
    public static Gen<ApiCall> Call(PolicySet policies, params VpcEndpoint[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(endpoints);
        return Draw.Make(draw => CallGenerator.Of(draw, Aimed.Near(draw, policies), endpoints));
    }

    /// <summary>Situations near a policy set, so that a property can say "whoever calls, however": calls as in <see cref="Call"/>, of which a sixth each are on a
    /// resource that AWS owns, by the table of their names, on one whose owner nobody tells, on one of either account, or through an access point of the
    /// bucket, where the resource is such; credentials of each kind that the caller can have, a quarter of the temporary ones scoped down once or twice.</summary>
    /// <param name="policies">The policies; those of endpoints and scope-down policies are the situations' own.</param>
    /// <param name="endpoints">The endpoints that calls may come through, with their policies.</param>
    /// <returns>The generator.</returns>
    public static Gen<Situation> Situation(PolicySet policies, params VpcEndpoint[] endpoints)
    {
        ArgumentNullException.ThrowIfNull(policies);
        ArgumentNullException.ThrowIfNull(endpoints);
        return Draw.Make(draw => SituationGenerator.Near(draw, policies, endpoints));
    }

    /// <summary>Documents near a request: a third allow it, a third deny it explicitly, and a third do neither, by one step for each statement.</summary>
    /// <param name="request">The request.</param>
    /// <param name="type">The type of the documents.</param>
    /// <returns>The generator.</returns>
    public static Gen<PolicyDocument> Document(AuthorizationRequest request, PolicyType type)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Draw.Make((draw, size) => DocumentGenerator.Near(draw, type, size, request, Aimed.AnyWish(draw)));
    }

    /// <summary>Policies of all kinds near a request.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The generator.</returns>
    public static Gen<PolicySet> Set(AuthorizationRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Draw.Make((draw, size) => SetGenerator.Near(draw, size, request, Aimed.AnyWish(draw)));
    }

    private static PolicyCase AnyOf(Draw draw, int size, PolicyType type)
    {
        if (draw.OneIn(2))
        {
            PolicyDocument document = DocumentGenerator.Any(draw, type, size);
            return new PolicyCase(document, Aimed.Near(draw, document));
        }

        Decision wish = Aimed.AnyWish(draw);
        return Aimed.Best(Requests, wish, () => CaseOf(draw, size, type, wish), static question => question.Decide().Decision);
    }

    private static PolicyCase CaseOf(Draw draw, int size, PolicyType type, Decision wish)
    {
        AuthorizationRequest request = AnyRequest.Make(draw, type);
        return new PolicyCase(DocumentGenerator.Near(draw, type, size, request, wish), request);
    }

    private static AuthorizationCase CaseOf(Draw draw, int size, Decision wish)
    {
        AuthorizationRequest request = AnyRequest.Make(draw);
        return new AuthorizationCase(SetGenerator.Near(draw, size, request, wish), request, AuthorizationOptions.Default);
    }
}
