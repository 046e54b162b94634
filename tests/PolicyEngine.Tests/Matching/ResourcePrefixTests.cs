using PolicyEngine.Matching;

namespace PolicyEngine.Tests.Matching;

/// <summary>What resource patterns are indexed by.</summary>
public class ResourcePrefixTests
{
    [Theory]
    [InlineData("arn:aws:s3:::b/k*", "arn:aws:s3:::b/k")]
    [InlineData("arn:aws:s3:::b", "arn:aws:s3:::b")]
    [InlineData("arn:aws:s3:::*", null)]
    [InlineData("arn:aws:sqs:*:1:queue", null)]
    [InlineData("arn:aws:s3:::b/${aws:username}", null)]
    [InlineData("arn:aws:ſ3:::b", null)]
    public void A_prefix_is_told_only_where_nothing_else_can_match(string pattern, string? prefix) => Assert.Equal(prefix, Compile(pattern).LiteralPrefix);

    [Theory]
    [InlineData("arn:aws:s3:::*longest*", "longest")]
    [InlineData("arn:aws:s3:::*ab*longest*abc", "longest")]
    [InlineData("arn:aws:sqs:*:1:*longest*", "longest")]
    [InlineData("arn:aws:s3:::*longest${aws:username}", null)]
    [InlineData("arn:aws:sqs:${aws:username}:1:*longest*", null)]
    public void A_required_substring_is_in_each_match(string pattern, string? substring) => Assert.Equal(substring, Compile(pattern).RequiredSubstring);

    private static RequestPattern Compile(string text) =>
        ResourcePattern.Compile(text, variables: true, completes: false, allowsShorthand: false, isNegated: false, static part => part);
}
