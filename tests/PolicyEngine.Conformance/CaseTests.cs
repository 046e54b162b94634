using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Running;
using PolicyEngine.Syntax;

namespace PolicyEngine.Conformance;

/// <summary>Each case against the library.</summary>
public sealed class CaseTests
{
    public static TheoryData<string> Decisions => [.. CaseFolder.All.Where(static r => r.Case is DocumentCase).Select(static r => r.Id!)];

    public static TheoryData<string> Authorizations => [.. CaseFolder.All.Where(static r => r.Case is AuthorizationCase).Select(static r => r.Id!)];

    public static TheoryData<string> Texts => [.. CaseFolder.All.Where(static r => r.Case is ParseCase).Select(static r => r.Id!)];

    [Theory]
    [MemberData(nameof(Decisions))]
    public void Decides_as_expected(string id)
    {
        DocumentCase question = Assert.IsType<DocumentCase>(Find(id));
        CompiledPolicy policy = PolicyCompiler.Compile(Parse(question).GetValueOrThrow());
        PolicyDecision decision = new PolicyEvaluator().Evaluate(policy, question.Request);
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
        PolicyDecision decision = evaluator.Evaluate(policy, question.Request);
        PolicyExplanation explanation = evaluator.Explain(policy, question.Request);
        Assert.Equal(decision.Decision, explanation.Decision);
        Assert.Equal(decision.IsCertain, explanation.IsCertain);
        Assert.Equal(decision.IsCertain, explanation.Diagnostics.IsEmpty);
        bool denies = decision.Decision == Decision.ExplicitDeny;
        IEnumerable<int> applying = explanation.Statements.Where(s => s.Applies && (s.Effect == Effect.Deny) == denies).Select(static s => s.Index);
        Assert.Equal(applying, decision.GetStatements().Select(static s => s.Index));
    }

    [Theory]
    [MemberData(nameof(Authorizations))]
    public void All_policies_in_play_decide_as_expected(string id)
    {
        AuthorizationCase question = Assert.IsType<AuthorizationCase>(Find(id));
        AuthorizationDecision decision = new PolicyEvaluator().Evaluate(Compile(question), question.Request);
        if (question.Expected == Expectation.Indeterminate) Assert.False(decision.IsCertain);
        else Assert.Equal(question.Expected.ToString(), decision.Decision.ToString());
    }

    [Theory]
    [MemberData(nameof(Authorizations))]
    public void Explains_what_all_policies_in_play_decide(string id)
    {
        AuthorizationCase question = Assert.IsType<AuthorizationCase>(Find(id));
        CompiledPolicySet policies = Compile(question);
        PolicyEvaluator evaluator = new();
        AuthorizationDecision decision = evaluator.Evaluate(policies, question.Request);
        AuthorizationExplanation explanation = evaluator.Explain(policies, question.Request);
        Assert.Equal(decision, explanation.Decision);
        Assert.Equal(decision.IsAllowed || !decision.IsCertain, explanation.Message is null);
        if (explanation.Message?.PolicyType is not null) Assert.Contains(explanation.Layers, layer => layer.Kind == explanation.Primary && layer is { IsDenier: true, IsCertain: true });
        Assert.Equal(decision.GetDependencies(), explanation.Dependencies);
        Assert.Equal(decision.BestCase != decision.Decision, !explanation.Dependencies.IsEmpty);
        if (decision.Decision == Decision.ExplicitDeny)
        {
            Assert.Equal(explanation.Deniers, explanation.Layers.Where(static l => l is { IsDenier: true, Outcome: LayerOutcome.Denies }).Select(static l => l.Kind).Distinct());
            Assert.All(decision.GetStatements(), static s => Assert.Equal(Effect.Deny, s.Effect));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Accepts_or_refuses_as_expected(string id)
    {
        ParseCase question = Assert.IsType<ParseCase>(Find(id));
        ParseResult<PolicyDocument> parsed = PolicyParser.Parse(question.Policy, question.OptionsFor(question.PolicyType));
        Assert.True(parsed.Success == question.ExpectedValid, string.Join('\n', parsed.Diagnostics));
    }

    private static Case Find(string id) => CaseFolder.All.Single(r => r.Id == id).Case!;

    private static ParseResult<PolicyDocument> Parse(DocumentCase question) =>
        PolicyParser.Parse(question.Policy, question.OptionsFor(question.PolicyType));

    private static CompiledPolicySet Compile(AuthorizationCase question)
    {
        ParsedPolicies policies = ParsedPolicies.Of(question, PolicyDefaults.Nothing);
        Assert.False(policies.HasErrors, string.Join('\n', policies.Diagnostics));
        return PolicyCompiler.Compile(policies.Set);
    }
}
