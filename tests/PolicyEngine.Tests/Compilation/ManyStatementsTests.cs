using System.Globalization;
using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.Compilation;

/// <summary>More statements than one word has bits: they are looked up, and decide as few do.</summary>
public class ManyStatementsTests
{
    private const string Everything = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}";

    /// <summary>The Allow is visited before the Deny.</summary>
    [Theory]
    [InlineData("arn:aws:s3:::b/k", Decision.ExplicitDeny)]
    [InlineData("arn:aws:s3:::c/k", Decision.Allowed)]
    public void A_deny_wins_over_an_allow_that_was_found_first(string resource, Decision expected)
    {
        string[] statements = [Everything, .. Enumerable.Range(0, 80).Select(static n => Statement("Allow", "s3:*", $"arn:aws:s3:::other-{n}/*")), Statement("Deny", "s3:*", "arn:aws:s3:::b/*")];
        Assert.Equal(expected, Decide(statements, resource: resource));
        Assert.Equal(expected, Decide([.. statements.Reverse()], resource: resource));
    }

    /// <summary>The 1st and the 65th action differ, whatever place they have in a word.</summary>
    [Fact]
    public void Actions_beyond_the_64th_are_matched_for_themselves()
    {
        string[] statements = [.. Enumerable.Range(0, 130).Select(static n => Statement(n == 64 ? "Deny" : "Allow", $"s3:Act{n}", "*"))];
        Assert.Equal(Decision.Allowed, Decide(statements, "s3:Act0"));
        Assert.Equal(Decision.ExplicitDeny, Decide(statements, "s3:Act64"));
        Assert.Equal(Decision.Allowed, Decide(statements, "s3:Act129"));
        Assert.Equal(Decision.ImplicitDeny, Decide(statements, "s3:Act130"));
    }

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    public void The_last_of_as_many_statements_as_a_word_has_bits_counts(int count)
    {
        string[] statements = [.. Enumerable.Range(0, count - 1).Select(static n => Statement("Allow", "sqs:*", $"arn:aws:sqs:eu-west-1:111122223333:q{n}")), Everything];
        Assert.Equal(Decision.Allowed, Decide(statements));
        Assert.Equal(Decision.ExplicitDeny, Decide([.. statements, Everything.Replace("Allow", "Deny", StringComparison.Ordinal)]));
    }

    /// <summary>A policy that does not apply is passed over, and the one behind it is not.</summary>
    [Fact]
    public void Policies_that_take_no_part_are_passed_over()
    {
        string many = Document([Everything, .. Enumerable.Range(0, 80).Select(static n => Statement("Allow", "s3:*", $"arn:aws:s3:::other-{n}/*"))]);
        PolicySet set = new PolicySet().With(PolicyType.VpcEndpoint, PolicySets.Nothing(PolicyType.VpcEndpoint)).With(PolicyType.Identity, many);
        Assert.True(set.Decide(PolicySets.Ask()).IsAllowed);
        Assert.False(set.Decide(PolicySets.Ask(endpoint: new PolicyEngine.RequestEndpoint(PolicyEngine.VpcEndpointType.Interface))).IsAllowed);
    }

    [Fact]
    public void What_cannot_be_compiled_is_refused()
    {
        PolicyDocument endpoint = TestPolicy.Parse("""{"Statement":{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}}""", PolicyType.VpcEndpoint).GetValueOrThrow();
        ArgumentException misplaced = Assert.Throws<ArgumentException>(() => PolicyCompiler.Compile(new PolicySet { Identity = AttachedPolicies.Of(endpoint) }));
        Assert.Contains("A policy of type VpcEndpoint cannot be attached as Identity.", misplaced.Message, StringComparison.Ordinal);
        PolicyLevel[] levels = [.. Enumerable.Repeat(new PolicyLevel("x"), ushort.MaxValue + 1)];
        Assert.Contains("too many levels", Assert.Throws<ArgumentException>(() => PolicyCompiler.Compile(new PolicySet { ServiceControl = AttachedPolicies.OfLevels(levels) })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => PolicyCompiler.Compile((PolicyDocument)null!));
        Assert.Throws<ArgumentNullException>(() => PolicyCompiler.Compile((PolicySet)null!));
        Assert.Throws<ArgumentNullException>(() => new PolicyLevel(null!));
        Assert.Contains("no policies of this type", Assert.Throws<ArgumentOutOfRangeException>(static () => new PolicySet()[PolicyType.Trust]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attached_policies_are_none_unknown_or_levels()
    {
        Assert.Equal((false, true, true), (AttachedPolicies.None.IsAttached, AttachedPolicies.None.IsKnown, AttachedPolicies.None.Levels.Count == 0));
        Assert.Equal((false, false), (AttachedPolicies.Unknown.IsAttached, AttachedPolicies.Unknown.IsKnown));
        Assert.Equal((true, true, ""), (AttachedPolicies.Of().IsAttached, AttachedPolicies.Of().IsKnown, AttachedPolicies.Of().Levels[0].Name));
        Assert.Equal("", AttachedPolicies.OfLevels().Levels[0].Name);
        Assert.Equal("ou", AttachedPolicies.OfLevels(new PolicyLevel("ou")).Levels[0].Name);
    }

    [Theory]
    [InlineData("NumericEquals", "1")]
    [InlineData("Bool", "true")]
    [InlineData("IpAddress", "10.0.0.1")]
    [InlineData("DateEquals", "2026-01-01")]
    public void L181_a_variable_under_an_operator_without_variables_is_undecided(string op, string value)
    {
        PolicyEngine.RequestContext context = TestPolicy.Context(("k:v", value));
        Assert.Equal('I', TestPolicy.Outcome(TestPolicy.Condition(op, "k:v", "${k:v}"), context));
        Assert.Equal('T', TestPolicy.Outcome(TestPolicy.Condition(op, "k:v", "${k:v}", value), context));
    }

    private static string Statement(string effect, string action, string resource) =>
        string.Create(CultureInfo.InvariantCulture, $"{{\"Effect\":\"{effect}\",\"Action\":\"{action}\",\"Resource\":\"{resource}\"}}");

    private static string Document(string[] statements) => $"{{\"Version\":\"2012-10-17\",\"Statement\":[{string.Join(',', statements)}]}}";

    private static Decision Decide(string[] statements, string action = TestPolicy.Action, string resource = TestPolicy.Resource)
    {
        CompiledPolicy policy = TestPolicy.Compile(Document(statements), mode: ParseMode.Stored);
        return TestPolicy.Ask(policy, action: action, resource: resource).Decision;
    }
}
