using System.Collections.Immutable;

namespace PolicyEngine.Tests.Evaluation;

/// <summary>What policies decide against what was recorded.</summary>
public class ReplayComparisonTests
{
    private const string Allow = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""";
    private const string AllowIfKnown = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/team":"red"}}}}""";

    [Theory]
    [InlineData(Allow, AccessOutcome.Allowed, ReplayAgreement.Agrees)]
    [InlineData(Deny, AccessOutcome.Allowed, ReplayAgreement.DisagreesOnDecision)]
    [InlineData(Deny, AccessOutcome.Denied, ReplayAgreement.Agrees)]
    [InlineData(Allow, AccessOutcome.Denied, ReplayAgreement.DisagreesOnDecision)]
    [InlineData(Allow, AccessOutcome.NotADenial, ReplayAgreement.CannotTell)]
    [InlineData(Deny, AccessOutcome.NotAuthenticated, ReplayAgreement.CannotTell)]
    [InlineData(AllowIfKnown, AccessOutcome.Allowed, ReplayAgreement.CannotTell)]
    [InlineData(AllowIfKnown, AccessOutcome.Denied, ReplayAgreement.CannotTell)]
    public void A116_compares_decisions(string identity, AccessOutcome outcome, ReplayAgreement expected) => Assert.Equal(expected, ReplayComparison.Compare([Explain(identity)], outcome));

    [Theory]
    [InlineData(PolicyKind.Identity, DenialEffect.ExplicitDeny, ReplayAgreement.Agrees)]
    [InlineData(PolicyKind.Identity, DenialEffect.Unknown, ReplayAgreement.Agrees)]
    [InlineData(PolicyKind.Identity, DenialEffect.ImplicitDeny, ReplayAgreement.DisagreesOnDecision)]
    [InlineData(PolicyKind.ServiceControl, DenialEffect.ImplicitDeny, ReplayAgreement.DisagreesOnPolicyKind)]
    [InlineData(null, DenialEffect.Unknown, ReplayAgreement.Agrees)]
    public void A116_compares_kinds_of_policies(PolicyKind? kind, DenialEffect effect, ReplayAgreement expected) =>
        Assert.Equal(expected, ReplayComparison.Compare([Explain(Deny)], AccessOutcome.Denied, new AccessDenial { Kind = kind, Effect = effect }));

    [Fact]
    public void A116_a_denial_of_another_action_tells_nothing()
    {
        Assert.True(DenialMessage.TryParse("User: x is not authorized to perform: iam:PassRole", out DenialMessage? message));
        Assert.Equal(ReplayAgreement.CannotTell, ReplayComparison.Compare([Explain(Allow)], AccessOutcome.Denied, new AccessDenial { Message = message }));
    }

    [Fact]
    public void A111_alternatives_must_agree()
    {
        Assert.Equal(ReplayAgreement.Agrees, ReplayComparison.Join(ReplayAgreement.Agrees, ReplayAgreement.Agrees));
        Assert.Equal(ReplayAgreement.CannotTell, ReplayComparison.Join(ReplayAgreement.Agrees, ReplayAgreement.DisagreesOnDecision));
        Assert.Equal(ReplayAgreement.CannotTell, ReplayComparison.Join());
        Assert.Equal(ReplayAgreement.CannotTell, ReplayComparison.Compare([], AccessOutcome.Allowed));
    }

    [Fact]
    public void A06_all_checks_of_a_call_must_be_allowed() =>
        Assert.Equal(ReplayAgreement.Agrees, ReplayComparison.Compare([Explain(Allow), Explain(Deny)], AccessOutcome.Denied, new AccessDenial { Kind = PolicyKind.Identity }));

    [Fact]
    public void A116_one_uncertain_check_tells_nothing()
    {
        Assert.Equal(ReplayAgreement.CannotTell, ReplayComparison.Compare([Explain(Deny), Explain(AllowIfKnown)], AccessOutcome.Denied));
        Assert.Equal(ReplayAgreement.CannotTell, ReplayComparison.Compare([Explain(Allow), Explain(AllowIfKnown)], AccessOutcome.Denied));
    }

    [Fact]
    public void A116_a_denial_of_the_action_of_one_check_is_compared()
    {
        Assert.True(DenialMessage.TryParse("User: x is not authorized to perform: sns:ListTopics", out DenialMessage? message));
        AuthorizationExplanation other = Asking.Evaluator.Explain(PolicyCompiler.Compile(new PolicySet()), AuthorizationStack.Ask());
        Assert.Equal(ReplayAgreement.Agrees, ReplayComparison.Compare([Explain(Deny), other], AccessOutcome.Denied, new AccessDenial { Message = message }));
    }

    private static AuthorizationExplanation Explain(string identity)
    {
        PolicySet policies = new() { Identity = PolicySlot.Of(PolicyDocument.Parse(identity, PolicyType.Identity)) };
        RequestContext context = new RequestContextBuilder().SetUnknown("aws:PrincipalTag/").Build();
        AuthorizationRequest request = new(RequestPrincipal.FromArn("arn:aws:iam::111122223333:user/Ana"), "sns:ListTopics", "*", context);
        return Asking.Evaluator.Explain(PolicyCompiler.Compile(policies), request);
    }
}
