using PolicyEngine.Cli.Cases;
using PolicyEngine.Cli.Running;
using PolicyEngine.Reference;

namespace PolicyEngine.Conformance;

/// <summary>Each case against the reference: what the library is compared with must itself be right.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Decisions => CaseTests.Decisions;

    public static TheoryData<string> Authorizations => CaseTests.Authorizations;

    [Theory]
    [MemberData(nameof(Decisions))]
    public void The_reference_decides_as_expected(string id)
    {
        DocumentCase question = Assert.IsType<DocumentCase>(CaseFolder.All.Single(r => r.Id == id).Case);
        PolicyDocument document = PolicyParser.Parse(question.Policy, question.OptionsFor(question.PolicyType)).GetValueOrThrow();
        ReferenceDecision decision = ReferencePolicy.Decide(document, question.Request);
        if (question.Expected == Expectation.Indeterminate) Assert.False(decision.IsCertain);
        else Assert.Equal(question.Expected.ToString(), decision.Outcome.ToString());
    }

    [Theory]
    [MemberData(nameof(Authorizations))]
    public void The_reference_decides_by_all_policies_in_play_as_expected(string id)
    {
        AuthorizationCase question = Assert.IsType<AuthorizationCase>(CaseFolder.All.Single(r => r.Id == id).Case);
        PolicySet policies = ParsedPolicies.Of(question, PolicyDefaults.Nothing).Set;
        ReferenceAuthorizationDecision decision = ReferenceAuthorization.Decide(policies, question.Request, AuthorizationOptions.Default);
        if (question.Expected == Expectation.Indeterminate) Assert.False(decision.IsCertain);
        else Assert.Equal(question.Expected.ToString(), decision.Outcome.ToString());
    }
}
