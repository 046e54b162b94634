namespace PolicyEngine.Tests.Diagnostics;

public sealed class RuleLinksTests
{
    [Theory]
    [InlineData("A-30", "/resource-policy-grants.md#a-30")]
    [InlineData("L-172, A-86", "/policy-variables.md#l-172")]
    [InlineData("A-46", "/organization-policies.md#a-46")]
    [InlineData("A-50", "/special-resources.md#a-50")]
    public void A_rule_has_an_address(string rule, string end)
    {
        Uri link = RuleLinks.Find(rule)!;
        Assert.EndsWith(end, link.AbsoluteUri, StringComparison.Ordinal);
        Assert.Equal(Uri.UriSchemeHttps, link.Scheme);
        Assert.DoesNotContain("//", link.AbsolutePath, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A-")]
    [InlineData("A30")]
    [InlineData("a-30")]
    [InlineData("X-1")]
    [InlineData("L--1")]
    [InlineData("L-1x")]
    [InlineData("L- 1")]
    [InlineData("L-99999999999")]
    [InlineData(", A-30")]
    public void Another_text_has_none(string text) => Assert.Null(RuleLinks.Find(text));

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(static () => RuleLinks.Find(null!));
}
