#region using
using FsCheck;
using FsCheck.Fluent;
using PolicyEngine;
using PolicyEngine.FsCheck;
using PolicyEngine.Syntax;
#endregion

namespace PolicyEngine.Tests.Documentation;

/// <summary>The properties of the package's README, run; <see cref="ReadmeTests"/> holds both to each other. Each finds what is wrong, too.</summary>
public class FsCheckReadmeExamples
{
    private static readonly PolicyDocument Identity = PolicyDocument.Parse(Read("identity.json"));
    private static readonly PolicyDocument Secret = PolicyDocument.Parse(Read("secret-policy-1.json"), PolicyType.Resource);

    [Fact]
    public void Never_outside_the_endpoint() => NeverOutside(Identity, Secret);

    [Fact]
    public void Never_outside_the_endpoint_finds_a_hole() =>
        Assert.ThrowsAny<Exception>(static () => NeverOutside(Identity, Secret with { Statements = [Secret.Statements[0] with { Effect = Effect.Allow }] }));

    [Fact]
    public void Whoever_calls_however() => NobodyOutside(Identity, Secret);

    [Fact]
    public void Whoever_calls_however_finds_a_hole() => Assert.ThrowsAny<Exception>(static () => NobodyOutside(
        Identity, Secret with { Statements = [Secret.Statements[0] with { Effect = Effect.Allow, Principal = new PrincipalElement { IsEveryone = true }, Condition = null }] }));

    [Fact]
    public void Old_and_new_agree() => Agree(Secret, Secret with { Statements = [.. Secret.Statements.Reverse()] });

    [Fact]
    public void Old_and_new_differ_by_one_character()
    {
        PolicyDocument typo = PolicyDocument.Parse(Read("secret-policy-1.json").Replace("vpce-1234a5678b9012c", "vpce-1234a5678b9012d", StringComparison.Ordinal), PolicyType.Resource);
        Assert.ThrowsAny<Exception>(() => Agree(Secret, typo));
    }

    [Fact]
    public void Wrapper_agrees() => WrapperAgrees(new Gate(ForgetsDenies: false));

    [Fact]
    public void Wrapper_that_forgets_denies_is_found() => Assert.ThrowsAny<Exception>(static () => WrapperAgrees(new Gate(ForgetsDenies: true)));

    private static void NeverOutside(PolicyDocument identityPolicy, PolicyDocument secretPolicy)
    {
        #region never outside
        VpcEndpoint endpoint = new() { Id = "vpce-1234a5678b9012c", VpcId = "vpc-1a2b3c4d", Type = VpcEndpointType.Interface, State = VpcEndpointState.Available };
        PolicySet policies = new() { Identity = AttachedPolicies.Of(identityPolicy), Resource = AttachedPolicies.Of(secretPolicy) };
        CompiledPolicySet compiled = PolicyCompiler.Compile(policies);
        PolicyEvaluator evaluator = new();

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(NearArbitraries.CallsNear(policies, endpoint), call =>
        {
            bool isOutside = call.Endpoint?.Id != endpoint.Id || call.ForwardedBy.Count > 0;
            bool reads = call.Action.Equals("secretsmanager:GetSecretValue", StringComparison.OrdinalIgnoreCase);
            return !(reads && isOutside && evaluator.Evaluate(compiled, call.Build()).IsAllowed);
        }));
        #endregion
    }

    private static void NobodyOutside(PolicyDocument identityPolicy, PolicyDocument secretPolicy)
    {
        #region whoever calls
        VpcEndpoint perimeter = new() { Id = "vpce-1234a5678b9012c", VpcId = "vpc-1a2b3c4d", Type = VpcEndpointType.Interface, State = VpcEndpointState.Available };
        PolicySet attached = new() { Identity = AttachedPolicies.Of(identityPolicy), Resource = AttachedPolicies.Of(secretPolicy) };

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(NearArbitraries.SituationsNear(attached, perimeter), situation =>
        {
            bool isInside = situation.Call.Endpoint?.Id == perimeter.Id && situation.Call.ForwardedBy.Count == 0;
            bool reads = situation.Call.Action.Equals("secretsmanager:GetSecretValue", StringComparison.OrdinalIgnoreCase);
            return isInside || !reads || !situation.Decide().IsAllowed;
        }));
        #endregion
    }

    private static void Agree(PolicyDocument oldPolicy, PolicyDocument newPolicy)
    {
        PolicyEvaluator evaluator = new();

        #region old and new
        CompiledPolicy before = PolicyCompiler.Compile(oldPolicy);
        CompiledPolicy after = PolicyCompiler.Compile(newPolicy);
        Arbitrary<AuthorizationRequest> near = Arb.From(Gen.OneOf(NearGen.Request(oldPolicy), NearGen.Request(newPolicy)), PolicyShrink.Request);

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(near, request =>
            evaluator.Evaluate(before, request).Decision == evaluator.Evaluate(after, request).Decision));
        #endregion
    }

    private static void WrapperAgrees(Gate gate)
    {
        #region wrapper
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(5_000), Prop.ForAll(PolicyArbitraries.PolicyCases(), question =>
            gate.Allows(PolicyWriter.Write(question.Document), question.Document.Type, question.Request) == question.Decide().IsAllowed));
        #endregion
    }

    private static string Read(string file) => File.ReadAllText(Repository.PathTo("src", "PolicyEngine.Cli", "Examples", file));

    /// <summary>A user's own code around the library.</summary>
    private sealed record Gate(bool ForgetsDenies)
    {
        internal bool Allows(string json, PolicyType type, AuthorizationRequest request)
        {
            PolicyDocument document = PolicyDocument.Parse(json, type);
            if (ForgetsDenies) document = document with { Statements = [.. document.Statements.Where(static s => s.Effect == Effect.Allow)] };
            return new PolicyEvaluator().Evaluate(PolicyCompiler.Compile(document), request).IsAllowed;
        }
    }
}
