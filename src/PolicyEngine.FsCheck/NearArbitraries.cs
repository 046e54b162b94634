using FsCheck;
using FsCheck.Fluent;

namespace PolicyEngine.FsCheck;

/// <summary>Generators of what is near given policies, with their shrinkers, for <c>Prop.ForAll</c>.</summary>
public static class NearArbitraries
{
    /// <summary>Requests near a document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<AuthorizationRequest> RequestsNear(PolicyDocument document) => Arb.From(NearGen.Request(document), PolicyShrink.Request);

    /// <summary>Requests near a policy set.</summary>
    /// <param name="policies">The policies.</param>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<AuthorizationRequest> RequestsNear(PolicySet policies) => Arb.From(NearGen.Request(policies), PolicyShrink.Request);

    /// <summary>Calls near a policy set.</summary>
    /// <param name="policies">The policies, without those of the endpoints.</param>
    /// <param name="endpoints">The endpoints that calls may come through.</param>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<ApiCall> CallsNear(PolicySet policies, params VpcEndpoint[] endpoints) => Arb.From(NearGen.Call(policies, endpoints), PolicyShrink.Call);

    /// <summary>Situations near a policy set.</summary>
    /// <param name="policies">The policies; those of endpoints and scope-down policies are the situations' own.</param>
    /// <param name="endpoints">The endpoints that calls may come through, with their policies.</param>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<Situation> SituationsNear(PolicySet policies, params VpcEndpoint[] endpoints) => Arb.From(NearGen.Situation(policies, endpoints), PolicyShrink.Situation);
}
