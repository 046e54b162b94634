using PolicyEngine.Cli.Cases;
using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Syntax;

namespace PolicyEngine.Conformance;

/// <summary>Each case against the library.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Decisions => [.. CaseFolder.All.Where(static r => r.Case is DocumentCase).Select(static r => r.Id!)];

    public static TheoryData<string> Texts => [.. CaseFolder.All.Where(static r => r.Case is ParseCase).Select(static r => r.Id!)];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Decides_as_expected(string id)
    {
        DocumentCase question = Assert.IsType<DocumentCase>(Find(id));
        CompiledPolicy policy = PolicyCompiler.Compile(Parse(question).GetValueOrThrow());
        PolicyDecision decision = new PolicyEvaluator().Evaluate(policy, question.Request.Authorization);
        if (question.Expected == Expectation.Indeterminate) Assert.False(decision.IsCertain);
        else Assert.Equal(question.Expected.ToString(), decision.Decision.ToString());
    }

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Explains_what_it_decides(string id)
    {
        DocumentCase question = Assert.IsType<DocumentCase>(Find(id));
        CompiledPolicy policy = PolicyCompiler.Compile(Parse(question).GetValueOrThrow());
        PolicyEvaluator evaluator = new();
        PolicyDecision decision = evaluator.Evaluate(policy, question.Request.Authorization);
        PolicyExplanation explanation = evaluator.Explain(policy, question.Request.Authorization);
        Assert.Equal(decision.Decision, explanation.Decision);
        Assert.Equal(decision.IsCertain, explanation.IsCertain);
        Assert.Equal(decision.IsCertain, explanation.Diagnostics.IsEmpty);
        bool denies = decision.Decision == Decision.ExplicitDeny;
        IEnumerable<int> applying = explanation.Statements.Where(s => s.Applies && (s.Effect == Effect.Deny) == denies).Select(static s => s.Index);
        Assert.Equal(applying, decision.GetStatements().Select(static s => s.Index));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Accepts_or_refuses_as_expected(string id)
    {
        ParseCase question = Assert.IsType<ParseCase>(Find(id));
        ParseResult<PolicyDocument> parsed = Parse(question);
        Assert.True(parsed.Success == question.ExpectedValid, string.Join('\n', parsed.Diagnostics));
    }

    private static Case Find(string id) => CaseFolder.All.Single(r => r.Id == id).Case!;

    private static ParseResult<PolicyDocument> Parse(Case question) =>
        PolicyParser.Parse(question.Policy, question.Level.ToOptions(question.PolicyType));
}
