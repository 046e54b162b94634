using FsCheck;
using FsCheck.Fluent;
using PolicyEngine.Evaluation;
using PolicyEngine.FsCheck;
using PolicyEngine.Matching;
using PolicyEngine.Reference;

namespace PolicyEngine.Tests.Laws;

/// <summary>The library against the reference, which states the rules without regard to speed.</summary>
/// <remarks>The environment variable POLICYENGINE_CASES says how many cases are tried, default 10,000; POLICYENGINE_SEED from which seed.</remarks>
public class ReferenceLaws
{
    internal static readonly int Cases = CaseCount.Or(10_000);

    [Fact]
    public void Compiled_agrees_with_reference()
    {
        Arbitrary<PolicyCase> near = LawCases.ForReference();
        Differential.Check(nameof(Compiled_agrees_with_reference), Cases, Prop.ForAll(near, static c => Difference(c) is { } text ? false.Label(text) : true.ToProperty()));
    }

    /// <summary>How the library's answers differ from the reference's; null where they are the same.</summary>
    internal static string? Difference(PolicyCase question)
    {
        CompiledPolicy policy = PolicyCompiler.Compile(question.Document);
        PolicyDecision decision = TestPolicy.Evaluator.Evaluate(policy, question.Request);
        IEnumerable<Answer> answers = policy.Statements.Select(s => ToAnswer(StatementMatcher.Match(s, question.Request, RequestCharacteristics.BoundaryOf(question.Request.Principal), out _)));
        string library = Show(decision.Decision.ToString(), decision.IsCertain, decision.GetStatements().Select(static s => s.Index), answers);
        ReferenceDecision expected = ReferencePolicy.Decide(question.Document, question.Request);
        string reference = Show(expected.Outcome.ToString(), expected.IsCertain, expected.Statements, expected.Answers);
        return library == reference ? null : $"library: {library}; reference: {reference}";
    }

    private static string Show(string decision, bool isCertain, IEnumerable<int> statements, IEnumerable<Answer> answers) =>
        $"{decision}, certain {isCertain}, by [{string.Join(", ", statements)}], [{string.Join(", ", answers.Select(static a => $"{a.Value switch { true => "T", false => "F", _ => "I" }} {a.Causes}"))}]";

    private static Answer ToAnswer(MatchResult match)
    {
        if (!match.IsIndeterminate) return match.IsTrue;
        MatchResult plain = match.Because(MatchReason.None);
        Causes causes = plain == MatchResult.Undecided(MatchReason.None) ? Causes.Defect
            : plain == MatchResult.UnknownKey.Because(MatchReason.None) ? Causes.UnknownKey : Causes.Defect | Causes.UnknownKey;
        return new Answer(null, causes);
    }
}
