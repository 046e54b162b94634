using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.FsCheck;
using PolicyEngine.Reference;
using ReferenceOutcome = PolicyEngine.Reference.ReferenceOutcome;

namespace PolicyEngine.Tests.Laws;

/// <summary>Policy sets: the library against the reference.</summary>
public class PolicySetReferenceLaws
{
    [Fact]
    public void Compiled_set_agrees_with_reference()
    {
        Arbitrary<AuthorizationCase> near = LawCases.ForPolicySetReference();
        Differential.Check(nameof(Compiled_set_agrees_with_reference), ReferenceLaws.Cases, Prop.ForAll(near, static c => Difference(c) is { } text ? false.Label(text) : true.ToProperty()));
    }

    /// <summary>How the library's decision differs from the reference's; null where they are the same.</summary>
    internal static string? Difference(AuthorizationCase question) => Difference(question, PolicyCompiler.Compile(question.Policies));

    internal static string? Difference(AuthorizationCase question, CompiledPolicySet policies)
    {
        AuthorizationDecision decision = new PolicyEvaluator(options: question.Options).Evaluate(policies, question.Request);
        ReferenceAuthorizationDecision expected = ReferenceAuthorization.Decide(question.Policies, question.Request, question.Options);
        Place[] statements = [.. decision.GetStatements().Select(static s => new Place(s.Kind, s.Level, s.Policy, s.Index))];
        bool agrees = ToOutcome(decision.Decision) == expected.Outcome && ToOutcome(decision.BestCase) == expected.BestCase
            && decision.IsCertain == expected.IsCertain && statements.SequenceEqual(expected.Statements);
        if (agrees) return null;
        return $"library: {Show(ToOutcome(decision.Decision), ToOutcome(decision.BestCase), decision.IsCertain, statements)}; "
            + $"reference: {Show(expected.Outcome, expected.BestCase, expected.IsCertain, expected.Statements)}";
    }

    private static ReferenceOutcome ToOutcome(Decision decision) => decision switch
    {
        Decision.Allowed => ReferenceOutcome.Allowed,
        Decision.ExplicitDeny => ReferenceOutcome.ExplicitDeny,
        _ => ReferenceOutcome.ImplicitDeny,
    };

    private static string Show(ReferenceOutcome decision, ReferenceOutcome best, bool isCertain, IEnumerable<Place> statements) =>
        $"{decision}, best case {best}, certain {isCertain}, by [{string.Join(", ", statements.Select(static s => $"{s.Kind} {s.Level}[{s.Policy}].{s.Statement}"))}]";
}
