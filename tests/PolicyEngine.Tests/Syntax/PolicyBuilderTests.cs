using System.Collections.Immutable;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Syntax;

/// <summary>Documents built in code: data stays data, and what the parser refuses is not built.</summary>
public class PolicyBuilderTests
{
    /// <summary>What comes before and after the data, so that a piece of the one and a piece of the other could join.</summary>
    [Theory]
    [InlineData("", "*")]
    [InlineData("", "${aws:username}")]
    [InlineData("", "${*}")]
    [InlineData("$", "{aws:username}")]
    [InlineData("$$", "{*}")]
    [InlineData("$", "{")]
    [InlineData("{", "aws:username}")]
    [InlineData("", "a}b{c'd")]
    public void L_178_data_of_a_hole_matches_itself_only(string before, string data)
    {
        PolicyPattern pattern = $"arn:aws:s3:::b/{data}/k";
        if (before == "$") pattern = $"arn:aws:s3:::b/${data}/k";
        if (before == "$$") pattern = $"arn:aws:s3:::b/$${data}/k";
        if (before == "{") pattern = $"arn:aws:s3:::b/{{{data}/k";
        CompiledPolicy policy = PolicyCompiler.Compile(new PolicyBuilder(PolicyType.Identity).Allow(s => s.Action("s3:GetObject").Resource(pattern)).Build());
        PolicyEngine.RequestContext context = TestPolicy.Context(("aws:username", "x"));
        Assert.True(TestPolicy.Ask(policy, context, resource: $"arn:aws:s3:::b/{before}{data}/k").IsAllowed);
        Assert.False(TestPolicy.Ask(policy, context, resource: $"arn:aws:s3:::b/{before}x/k").IsAllowed);
        Assert.False(TestPolicy.Ask(policy, context, resource: "arn:aws:s3:::b/x/k").IsAllowed);
    }

    [Fact]
    public void A_pattern_whose_text_was_read_no_longer_changes()
    {
        PolicyPattern pattern = $"a{1}";
        Assert.Equal("a1", pattern.Text);
        Assert.Throws<InvalidOperationException>(() => pattern.AppendLiteral("*"));
        Assert.Throws<InvalidOperationException>(() => pattern.AppendFormatted("x"));
        Assert.Equal(PolicyPattern.Literal("a1"), pattern);
    }

    [Theory]
    [InlineData("PE2002", PolicyType.Identity, false)]
    [InlineData("PE2003", PolicyType.Identity, true)]
    [InlineData("PE2006", PolicyType.Resource, true)]
    public void What_the_parser_refuses_is_not_built(string id, PolicyType type, bool full)
    {
        PolicyBuilder builder = new PolicyBuilder(type).Allow(s =>
        {
            if (!full) s.Action("s3:GetObject");
            else if (type == PolicyType.Identity) s.Everyone().Action("s3:GetObject").Resource("*");
            else s.Principal(PrincipalType.Aws).Action("s3:GetObject").Resource("*");
        });
        Assert.False(builder.TryBuild(out _, out ImmutableArray<Diagnostic> found));
        Assert.Contains(found, d => d.Id == id && d.Severity == DiagnosticSeverity.Error);
        Assert.Throws<PolicyDiagnosticException>(builder.Build);
    }

    [Fact]
    public void Twins_exclude_each_other_and_keys_stand_once()
    {
        new PolicyBuilder(PolicyType.Resource).Deny(static statement =>
        {
            statement.Action("s3:*").Resource("*").Everyone().When("StringEquals", "aws:SourceVpc", "vpc-1");
            Assert.Throws<InvalidOperationException>(() => statement.NotAction("s3:*"));
            Assert.Throws<InvalidOperationException>(() => statement.NotResource("*"));
            Assert.Throws<InvalidOperationException>(() => statement.NotPrincipal(PrincipalType.Aws, "111122223333"));
            Assert.Throws<InvalidOperationException>(() => statement.Principal(PrincipalType.Aws, "111122223333"));
            Assert.Throws<ArgumentException>(() => statement.When("StringEquals", "AWS:sourcevpc", "vpc-2"));
            Assert.Throws<ArgumentException>(() => statement.When("stringEquals", "aws:SourceVpc", "vpc-2"));
        }).Build();
    }
}
