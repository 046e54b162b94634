using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.Syntax;

namespace PolicyEngine.FsCheck;

/// <summary>Generators with their shrinkers, one for each type, as FsCheck registers them.</summary>
/// <remarks>With a test framework: <c>[Properties(Arbitrary = [typeof(PolicyArbitraries)])]</c>; without one:
/// <c>ArbMap.Default.Merge&lt;PolicyArbitraries&gt;()</c>. See
/// <see href="https://fscheck.github.io/FsCheck/TestData.html">Test data: generators, shrinkers and Arbitrary instances</see>.</remarks>
public sealed class PolicyArbitraries
{
    private PolicyArbitraries()
    {
    }

    /// <summary>Documents of any type, from <see cref="PolicyGen.AnyDocument"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<PolicyDocument> Documents() => Arb.From(PolicyGen.AnyDocument, PolicyShrink.Document);

    /// <summary>Statements of identity policies, from <see cref="PolicyGen.Statement"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<Statement> Statements() => Arb.From(PolicyGen.Statement(), static statement => PolicyShrink.Statement(statement));

    /// <summary>Conditions, from <see cref="PolicyGen.Condition"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<ConditionBlock> Conditions() => Arb.From(PolicyGen.Condition, PolicyShrink.Condition);

    /// <summary>Principal elements, from <see cref="PolicyGen.Principal"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<PrincipalElement> Principals() => Arb.From(PolicyGen.Principal, PolicyShrink.Principal);

    /// <summary>Policy sets, from <see cref="PolicyGen.Set"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<PolicySet> Sets() => Arb.From(PolicyGen.Set, PolicyShrink.Set);

    /// <summary>Callers, from <see cref="RequestGen.Principal"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<RequestPrincipal> Callers() => Arb.From(RequestGen.Principal, PolicyShrink.Caller);

    /// <summary>Contexts, from <see cref="RequestGen.Context"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<RequestContext> Contexts() => Arb.From(RequestGen.Context, PolicyShrink.Context);

    /// <summary>Requests, from <see cref="RequestGen.Request"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<AuthorizationRequest> Requests() => Arb.From(RequestGen.Request, PolicyShrink.Request);

    /// <summary>Endpoints, from <see cref="EndpointGen.Endpoint"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<VpcEndpoint> Endpoints() => Arb.From(EndpointGen.Endpoint, PolicyShrink.Endpoint);

    /// <summary>Inventories, from <see cref="EndpointGen.Inventory"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<VpcEndpointInventory> Inventories() => Arb.From(EndpointGen.Inventory, PolicyShrink.Inventory);

    /// <summary>Calls, from <see cref="EndpointGen.Call"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<ApiCall> Calls() => Arb.From(EndpointGen.Call, PolicyShrink.Call);

    /// <summary>A document and a request near it, from <see cref="NearGen.AnyCase"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<PolicyCase> PolicyCases() => Arb.From(NearGen.AnyCase, static question => PolicyShrink.Case(question));

    /// <summary>Policy sets and a request near them, from <see cref="NearGen.AuthorizationCase"/>.</summary>
    /// <returns>Generator and shrinker.</returns>
    public static Arbitrary<AuthorizationCase> AuthorizationCases() => Arb.From(NearGen.AuthorizationCase, static question => PolicyShrink.Case(question));
}
