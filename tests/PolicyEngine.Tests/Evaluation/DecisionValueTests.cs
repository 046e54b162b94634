namespace PolicyEngine.Tests.Evaluation;

/// <summary>Decisions as values: equality, the worst of several, and the default value.</summary>
public class DecisionValueTests
{
    private const string Maybe = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"k:v":"1"}}}}""";
    private const string Malformed = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"NumericEquals":{"k:n":"x"}}}}""";
    private static readonly RequestContext Unknown = new RequestContextBuilder().SetUnknown("k:v").Set("k:n", "1").Build();
    private static AuthorizationDecision Allowed => Decide(PolicySets.Everything(PolicyType.Identity));
    private static AuthorizationDecision Silent => Decide(PolicySets.Nothing(PolicyType.Identity));
    private static AuthorizationDecision Denied => Decide(PolicySets.DenyAll(PolicyType.Identity));
    private static AuthorizationDecision Hoping => Decide(Maybe);
    private static AuthorizationDecision Doubtful => Decide(Malformed);
    private static AuthorizationDecision ByRoot => new PolicySet().Decide(PolicySets.Ask(RequestPrincipal.Root(PolicySets.Account)));

    [Fact]
    public void Decisions_that_differ_in_anything_differ()
    {
        AuthorizationDecision[] all = [Allowed, Silent, Denied, Hoping, Doubtful, ByRoot];
        foreach ((int i, AuthorizationDecision one) in all.Index())
        {
            foreach ((int j, AuthorizationDecision other) in all.Index())
            {
                Assert.Equal(i == j, one == other);
                Assert.Equal(i != j, one != other);
                Assert.Equal(i == j, one.Equals((object)other));
                if (i == j) Assert.Equal(one.GetHashCode(), other.GetHashCode());
            }
        }

        Assert.False(Allowed.Equals(null));
        Assert.False(Allowed.Equals(Decision.Allowed));
        Assert.Equal(6, all.Select(static decision => decision.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Decisions_of_one_document_that_differ_in_anything_differ()
    {
        PolicyDecision allowed = TestPolicy.Ask(TestPolicy.Compile(PolicySets.Everything(PolicyType.Identity)));
        PolicyDecision noMatch = TestPolicy.Ask(TestPolicy.Compile(PolicySets.Nothing(PolicyType.Identity)));
        PolicyDecision uncertain = TestPolicy.Ask(TestPolicy.Compile(Maybe), Unknown);
        Assert.Equal(("Allowed", "ImplicitDeny", "ImplicitDeny (uncertain)"), (allowed.ToString(), noMatch.ToString(), uncertain.ToString()));
        Assert.True(allowed != noMatch && noMatch != uncertain && allowed == TestPolicy.Ask(TestPolicy.Compile(PolicySets.Everything(PolicyType.Identity))));
        Assert.False(noMatch.Equals((object)uncertain));
        Assert.False(noMatch.Equals("ImplicitDeny"));
        Assert.Equal(3, new[] { allowed, noMatch, uncertain, allowed }.Select(static decision => decision.GetHashCode()).Distinct().Count());
    }

    [Fact]
    public void Q53_the_default_decision_has_no_statements_and_is_not_certain()
    {
        Assert.Equal((Decision.ImplicitDeny, false, true), (default(AuthorizationDecision).Decision, default(AuthorizationDecision).IsCertain, default(AuthorizationDecision).GetStatements().IsEmpty));
        Assert.Empty(default(AuthorizationDecision).DependsOn());
        Assert.Empty(default(PolicyDecision).GetStatements());
        Assert.Equal(default, AuthorizationDecision.Combine());
        Assert.False(AuthorizationDecision.Combine(default, default).IsCertain);
    }

    [Fact]
    public void Q53_what_is_combined_with_nothing_is_not_certain()
    {
        foreach (AuthorizationDecision decision in (AuthorizationDecision[])[Allowed, Silent, Denied])
        {
            AuthorizationDecision both = AuthorizationDecision.Combine(decision, default);
            Assert.Equal((false, false), (both.IsAllowed, both.IsCertain));
            Assert.Equal(both, AuthorizationDecision.Combine(default, decision));
        }
    }

    [Fact]
    public void The_worst_of_several_checks_counts()
    {
        Assert.Equal(Allowed, AuthorizationDecision.Combine(Allowed, Allowed));
        Assert.Equal(Silent, AuthorizationDecision.Combine(Allowed, Silent));
        Assert.Equal(Silent, AuthorizationDecision.Combine(Silent, Allowed));
        Assert.Equal(Denied, AuthorizationDecision.Combine(Silent, Denied, Allowed));
        Assert.Equal(Denied, AuthorizationDecision.Combine(Denied, Silent));
        Assert.Equal(Hoping, AuthorizationDecision.Combine(Hoping, Allowed));
        Assert.Equal(Decision.ImplicitDeny, AuthorizationDecision.Combine(Hoping, Silent).BestCase);
        Assert.Equal(Decision.ImplicitDeny, AuthorizationDecision.Combine(Silent, Hoping).BestCase);
        Assert.True(AuthorizationDecision.Combine(Doubtful, Silent).IsCertain);
        Assert.False(AuthorizationDecision.Combine(Allowed, Doubtful).IsCertain);
    }

    /// <summary>The cause is that of the first check that is as bad as the worst.</summary>
    [Fact]
    public void The_first_of_equally_bad_checks_is_the_cause()
    {
        Assert.Equal(DecisionCause.RootUser, AuthorizationDecision.Combine(ByRoot, Allowed).Cause);
        Assert.Equal(DecisionCause.Policies, AuthorizationDecision.Combine(Allowed, ByRoot).Cause);
    }

    [Fact]
    public void Each_name_that_several_checks_hang_on_is_given_once()
    {
        AuthorizationDecision both = AuthorizationDecision.Combine(Hoping, Allowed, Hoping);
        Assert.Equal((Decision.ImplicitDeny, Decision.Allowed), (both.Decision, both.BestCase));
        Assert.Equal("k:v", Assert.Single(both.DependsOn()));
        Assert.Empty(AuthorizationDecision.Combine(Hoping, Silent).DependsOn());
        Assert.Equal(2, AuthorizationDecision.Combine(Denied, Allowed, Denied).GetStatements().Length);
    }

    private static AuthorizationDecision Decide(string identity) =>
        new PolicySet().With(PolicyType.Identity, identity).Decide(PolicySets.Ask(context: Unknown));
}
