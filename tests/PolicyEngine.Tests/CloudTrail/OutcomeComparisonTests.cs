using PolicyEngine.CloudTrail;
using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.CloudTrail;

/// <summary>What policies decide against what was recorded.</summary>
public class OutcomeComparisonTests
{
    private const string Allow = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""";
    private const string AllowIfKnown = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"red"}}}}""";

    [Theory]
    [InlineData(Allow, AccessOutcome.Allowed, OutcomeAgreement.Agrees)]
    [InlineData(Deny, AccessOutcome.Allowed, OutcomeAgreement.DisagreesOnDecision)]
    [InlineData(Deny, AccessOutcome.Denied, OutcomeAgreement.Agrees)]
    [InlineData(Allow, AccessOutcome.Denied, OutcomeAgreement.DisagreesOnDecision)]
    [InlineData(Allow, AccessOutcome.NotADenial, OutcomeAgreement.CannotTell)]
    [InlineData(Deny, AccessOutcome.NotAuthenticated, OutcomeAgreement.CannotTell)]
    [InlineData(AllowIfKnown, AccessOutcome.Allowed, OutcomeAgreement.CannotTell)]
    [InlineData(AllowIfKnown, AccessOutcome.Denied, OutcomeAgreement.CannotTell)]
    public void A116_compares_decisions(string identity, AccessOutcome outcome, OutcomeAgreement expected) => Assert.Equal(expected, OutcomeComparison.Compare([Explain(identity)], outcome));

    [Theory]
    [InlineData(PolicyType.Identity, Decision.ExplicitDeny, OutcomeAgreement.Agrees)]
    [InlineData(PolicyType.Identity, null, OutcomeAgreement.Agrees)]
    [InlineData(PolicyType.Identity, Decision.ImplicitDeny, OutcomeAgreement.DisagreesOnDecision)]
    [InlineData(PolicyType.ServiceControl, Decision.ImplicitDeny, OutcomeAgreement.DisagreesOnPolicyKind)]
    [InlineData(null, null, OutcomeAgreement.Agrees)]
    public void A116_compares_kinds_of_policies(PolicyType? kind, Decision? effect, OutcomeAgreement expected) =>
        Assert.Equal(expected, OutcomeComparison.Compare([Explain(Deny)], AccessOutcome.Denied, new AccessDenial { PolicyType = kind, Effect = effect }));

    [Fact]
    public void A116_a_denial_of_another_action_tells_nothing()
    {
        Assert.True(DenialMessage.TryParse("User: x is not authorized to perform: iam:PassRole", out DenialMessage? message));
        Assert.Equal(OutcomeAgreement.CannotTell, OutcomeComparison.Compare([Explain(Allow)], AccessOutcome.Denied, new AccessDenial { Message = message }));
    }

    [Fact]
    public void A111_alternatives_must_agree()
    {
        Assert.Equal(OutcomeAgreement.Agrees, OutcomeComparison.Join(OutcomeAgreement.Agrees, OutcomeAgreement.Agrees));
        Assert.Equal(OutcomeAgreement.CannotTell, OutcomeComparison.Join(OutcomeAgreement.Agrees, OutcomeAgreement.DisagreesOnDecision));
        Assert.Equal(OutcomeAgreement.CannotTell, OutcomeComparison.Join());
        Assert.Equal(OutcomeAgreement.CannotTell, OutcomeComparison.Compare([], AccessOutcome.Allowed));
    }

    [Fact]
    public void A06_all_checks_of_a_call_must_be_allowed() =>
        Assert.Equal(OutcomeAgreement.Agrees, OutcomeComparison.Compare([Explain(Allow), Explain(Deny)], AccessOutcome.Denied, new AccessDenial { PolicyType = PolicyType.Identity }));

    [Fact]
    public void A116_one_uncertain_check_tells_nothing()
    {
        Assert.Equal(OutcomeAgreement.CannotTell, OutcomeComparison.Compare([Explain(Deny), Explain(AllowIfKnown)], AccessOutcome.Denied));
        Assert.Equal(OutcomeAgreement.CannotTell, OutcomeComparison.Compare([Explain(Allow), Explain(AllowIfKnown)], AccessOutcome.Denied));
    }

    [Fact]
    public void A116_a_denial_of_the_action_of_one_check_is_compared()
    {
        Assert.True(DenialMessage.TryParse("User: x is not authorized to perform: sns:ListTopics", out DenialMessage? message));
        AuthorizationExplanation other = TestPolicy.Evaluator.Explain(PolicyCompiler.Compile(new PolicySet()), PolicySets.Ask());
        Assert.Equal(OutcomeAgreement.Agrees, OutcomeComparison.Compare([Explain(Deny), other], AccessOutcome.Denied, new AccessDenial { Message = message }));
    }

    private static AuthorizationExplanation Explain(string identity)
    {
        PolicySet policies = new() { Identity = AttachedPolicies.Of(PolicyDocument.Parse(identity, PolicyType.Identity)) };
        RequestContext context = new RequestContextBuilder().SetUnknown("aws:PrincipalTag/").Build();
        AuthorizationRequest request = new(RequestPrincipal.FromArn("arn:aws:iam::111122223333:user/Ana"), "sns:ListTopics", "*", context);
        return TestPolicy.Evaluator.Explain(PolicyCompiler.Compile(policies), request);
    }
}
