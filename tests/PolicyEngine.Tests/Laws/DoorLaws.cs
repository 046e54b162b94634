using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.FsCheck;

namespace PolicyEngine.Tests.Laws;

/// <summary>Q-1: the same call gets the same decision, whichever way it comes.</summary>
public class DoorLaws
{
    private static readonly Gen<ToldCall> Calls =
        from question in NearGen.AuthorizationCase
        from endpoint in EndpointGen.Endpoint
        from call in NearGen.Call(question.Policies, endpoint)
        from isPlain in Gen.Elements(true, false)
        from region in Gen.Elements("eu-west-1", "us-west-2")
        select new ToldCall(WithIdentity(question.Policies), isPlain ? Plain(call) : call, region);

    [Fact]
    public void Q1_all_doors_that_are_told_the_same_decide_alike() =>
        Differential.Check(nameof(Q1_all_doors_that_are_told_the_same_decide_alike), CaseCount.Or(250), Prop.ForAll(Arb.From(Calls), static told => Difference(told) is { } text ? false.Label(text) : true.ToProperty()));

    /// <summary>How the doors differ; null where they do not.</summary>
    private static string? Difference(ToldCall told)
    {
        bool isSound = told.ToBuilder().AllKeysGiven().TryBuild(out AuthorizationRequest whole, out ImmutableArray<RequestFault> faults);
        if (!isSound) return null;
        string expected = Doors.OfBuilder(told, whole);
        string?[] lines = Doors.OfLines(told, whole);
        (string Door, string? Answer)[] others =
        [
            ("request", Doors.OfRequest(told, whole)), ("case", lines[0]), ("request line", lines[1]), ("request line with absent", lines[2]), ("question", Doors.OfQuestion(told)),
        ];
        foreach ((string door, string? answer) in others)
        {
            if (answer is not null && answer != expected) return $"builder: {expected}; {door}: {answer}";
        }

        if (Doors.OfRecord(told) is not { } recorded) return null;
        AuthorizationDecision decision = new PolicyEvaluator().Evaluate(PolicyCompiler.Compile(told.Policies), whole);
        bool agrees = RankOf(recorded.Decision) >= RankOf(decision.Decision) && (!recorded.IsCertain || (recorded.Decision == decision.Decision && decision.IsCertain));
        return agrees ? null : $"builder: {expected}; record: {recorded.Decision}, certain {recorded.IsCertain}";
    }

    private static int RankOf(Decision decision) => decision switch
    {
        Decision.Allowed => 0,
        Decision.ImplicitDeny => 1,
        _ => 2,
    };

    /// <summary>K-3: identity policies that nobody gives are unknown to some doors and none to others, so that they are always told here.</summary>
    private static PolicySet WithIdentity(PolicySet policies) =>
        policies.Identity == AttachedPolicies.None ? policies with { Identity = AttachedPolicies.Of() } : policies;

    /// <summary>The call with nothing told of its caller but the ARN, as options have it.</summary>
    private static ApiCall Plain(ApiCall call) => call with
    {
        Principal = call.Principal with { UniqueId = null, CanonicalUserId = null, HasPermissionsBoundary = null },
        Keys = call.Keys,
    };
}
