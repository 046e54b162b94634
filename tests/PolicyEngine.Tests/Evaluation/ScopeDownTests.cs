namespace PolicyEngine.Tests.Evaluation;

/// <summary>Q-8: scope-down policies, each of which must allow whatever grants.</summary>
public class ScopeDownTests
{
    private const PolicyType ScopeDown = PolicyType.ScopeDown;
    private static readonly PolicySet Granted = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity));
    private static readonly string Allow = PolicySets.Everything(ScopeDown);
    private static readonly string Silent = PolicySets.Nothing(ScopeDown);

    [Fact]
    public void Q8_each_is_a_layer_however_they_are_given()
    {
        PolicySet together = Granted.With(ScopeDown, Allow, Silent, Allow);
        PolicyDocument[] documents = [.. together.ScopeDown.Levels[0].Documents];
        PolicySet apart = Granted with { ScopeDown = AttachedPolicies.OfLevels([.. documents.Select(static document => new PolicyLevel("", document))]) };
        foreach (PolicySet policies in (PolicySet[])[together, apart])
        {
            AuthorizationExplanation explanation = policies.Explain(PolicySets.Ask(PolicySets.App));
            Assert.Equal(Decision.ImplicitDeny, explanation.Decision.Decision);
            Assert.Equal(ScopeDown, explanation.Primary);
            Assert.Equal([LayerOutcome.Allows, LayerOutcome.NoMatch, LayerOutcome.Allows], explanation.Layers.Where(static layer => layer.Kind == ScopeDown).Select(static layer => layer.Outcome));
        }
    }

    [Fact]
    public void Q8_a_level_is_named_by_the_place_of_its_policy()
    {
        DecidingStatement statement = Assert.Single(Granted.With(ScopeDown, Allow, Allow, PolicySets.DenyAll(ScopeDown)).Decide(PolicySets.Ask(PolicySets.App)).GetStatements());
        Assert.Equal((ScopeDown, "3", 0, 0), (statement.Kind, statement.Level, statement.Policy, statement.Index));
    }

    [Fact]
    public void Q8_there_are_at_most_three()
    {
        Assert.NotNull(PolicyCompiler.Compile(Granted.With(ScopeDown, Allow, Allow, Allow)));
        Assert.Contains("at most three", Assert.Throws<ArgumentException>(static () => PolicyCompiler.Compile(Granted.With(ScopeDown, Allow, Allow, Allow, Allow))).Message, StringComparison.Ordinal);
    }

    /// <summary>Credentials that are not temporary have none; what is evaluated all the same is limited.</summary>
    [Fact]
    public void Q8_only_temporary_credentials_have_them()
    {
        RequestPrincipal[] others =
        [
            RequestPrincipal.Root(PolicySets.Account), RequestPrincipal.Service("s3.amazonaws.com"), RequestPrincipal.Anonymous, RequestPrincipal.WebIdentity("accounts.google.com"),
            PolicySets.Alice with { Credentials = CredentialKind.LongTerm },
        ];
        PolicySet open = Granted.With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource));
        foreach (RequestPrincipal caller in others)
        {
            AuthorizationRequest request = PolicySets.Ask(caller);
            RequestFault fault = Assert.Single(open.With(ScopeDown, Allow).FindFaults(request));
            Assert.Equal(("A-98", true), (fault.Rule, fault.IsError));
            Assert.Contains("not temporary", fault.Message, StringComparison.Ordinal);
            Assert.Empty(open.FindFaults(request));
            Assert.True(open.Decide(request).IsAllowed);
            Assert.False(open.With(ScopeDown, Silent).Decide(request).IsAllowed);
            Assert.Equal(caller.Kind != CallerType.User, (open with { ScopeDown = AttachedPolicies.Unknown }).Decide(request).IsAllowed);
        }

        Assert.All([PolicySets.App, PolicySets.Alice], static caller => Assert.Empty(Granted.With(ScopeDown, Allow).FindFaults(PolicySets.Ask(caller))));
    }

    [Fact]
    public void Q8_the_message_gives_no_reason_where_they_alone_deny()
    {
        DenialMessage message = Granted.With(ScopeDown, PolicySets.DenyAll(ScopeDown)).Explain(PolicySets.Ask(PolicySets.App)).Message!;
        Assert.Equal(ScopeDown, message.PolicyType);
        Assert.EndsWith("on resource: arn:aws:s3:::b/k", message.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Calling GetScopedCredentials takes temporary credentials, whatever policies allow; what no page tells is neither allowed nor denied for certain.</summary>
    [Theory]
    [InlineData(CallerType.User, CredentialKind.LongTerm, Decision.ImplicitDeny, true)]
    [InlineData(CallerType.User, CredentialKind.SessionToken, Decision.Allowed, true)]
    [InlineData(CallerType.User, CredentialKind.Unknown, Decision.Allowed, true)]
    [InlineData(CallerType.RoleSession, CredentialKind.Role, Decision.Allowed, true)]
    [InlineData(CallerType.RoleSession, CredentialKind.Unknown, Decision.Allowed, true)]
    [InlineData(CallerType.User, CredentialKind.FederationToken, Decision.ImplicitDeny, false)]
    [InlineData(CallerType.Root, CredentialKind.Unknown, Decision.ImplicitDeny, true)]
    [InlineData(CallerType.Root, CredentialKind.LongTerm, Decision.ImplicitDeny, true)]
    [InlineData(CallerType.Root, CredentialKind.SessionToken, Decision.ImplicitDeny, false)]
    public void A19_temporary_credentials_alone_are_scoped_down(CallerType kind, CredentialKind credentials, Decision expected, bool isCertain)
    {
        RequestPrincipal caller = kind switch { CallerType.Root => RequestPrincipal.Root(PolicySets.Account), CallerType.User => PolicySets.Alice, _ => PolicySets.App };
        AuthorizationDecision decision = Granted.Decide(PolicySets.Ask(caller with { Credentials = credentials }, "STS:getscopedcredentials", "*"));
        Assert.Equal((expected, isCertain), (decision.Decision, decision.IsCertain));
        if (isCertain && expected != Decision.Allowed) Assert.Equal(DecisionCause.CredentialsCannotCall, decision.Cause);
    }
}
