using FsCheck;
using FsCheck.Fluent;

namespace PolicyEngine.Tests.Laws;

/// <summary>Policies of all kinds around one request, made from a seed and shrunk part by part.</summary>
public static class StackGenerators
{
    public static Arbitrary<AuthorizationCase> Cases() => Arb.From(Gen.Choose(0, int.MaxValue - 1).Select(AuthorizationCaseMaker.Make), static c => c.Shrink());
}
