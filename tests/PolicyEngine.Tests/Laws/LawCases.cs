using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Laws;

/// <summary>What laws are tried on: valid cases of the package, and hostile ones that hold what no parser lets pass.</summary>
/// <remarks>Half of each, but for the differentials, of whose cases three quarters are hostile.</remarks>
public sealed class LawCases
{
    private static readonly Gen<PolicyCase> Hostile = Gen.Choose(0, int.MaxValue - 1).Select(LanguageCaseGenerator.Make);
    private static readonly Gen<AuthorizationCase> HostileSet = Gen.Choose(0, int.MaxValue - 1).Select(AuthorizationCaseGenerator.Make);

    private LawCases()
    {
    }

    public static Arbitrary<PolicyCase> Cases() => Arb.From(Gen.OneOf(NearGen.AnyCase, Hostile), static question => PolicyShrink.Case(question));

    public static Arbitrary<AuthorizationCase> AuthorizationCases() => Arb.From(Gen.OneOf(NearGen.AuthorizationCase, HostileSet), static question => PolicyShrink.Case(question));

    public static Arbitrary<PolicyDocument> Documents() => Arb.From(Gen.OneOf(PolicyGen.AnyDocument, Hostile.Select(static question => question.Document)), PolicyShrink.Document);

    internal static Arbitrary<PolicyCase> ForReference() => Arb.From(Gen.Frequency((1, NearGen.AnyCase), (3, Hostile)), static question => PolicyShrink.Case(question));

    internal static Arbitrary<AuthorizationCase> ForPolicySetReference() => Arb.From(Gen.Frequency((1, NearGen.AuthorizationCase), (3, HostileSet)), static question => PolicyShrink.Case(question));
}
