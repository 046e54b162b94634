using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>One pattern covers another where it matches all that the other matches.</summary>
public class PatternCoverTests
{
    [Theory]
    [InlineData("s3:*", "s3:GetObject", true)]
    [InlineData("*", "s3:GetObject", true)]
    [InlineData("*:*", "s3:Get*", true)]
    [InlineData("S3:get*", "s3:GetObject*", true)]
    [InlineData("s3:Get?bject", "s3:GetObject", true)]
    [InlineData("s3:Get?bject", "s3:Get*bject", false)]
    [InlineData("s3:GetObject", "s3:Get*", false)]
    [InlineData("s3:*Object", "s3:GetObject", true)]
    [InlineData("s3:*Object", "s3:GetObjectAcl", false)]
    [InlineData("s3:*a*b*", "s3:xaxbx", true)]
    public void Actions(string cover, string pattern, bool isCovered) => Assert.Equal(isCovered, PatternCover.CoversAction(cover, pattern));

    [Theory]
    [InlineData("*", "arn:aws:s3:::b/*", true)]
    [InlineData("arn:aws:s3:::b/*", "*", false)]
    [InlineData("arn:aws:s3:::b*", "arn:aws:s3:::b/*", true)]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b*", false)]
    [InlineData("arn:aws:sqs:*:111122223333:*", "arn:aws:sqs:us-west-2:111122223333:q:x", true)]
    [InlineData("arn:aws:sqs:*:q", "arn:aws:sqs:us-west-2:111122223333:q", false)]
    [InlineData("arn:aws:s3:::b/*", "arn:aws:s3:::b/${aws:username}/x", true)]
    [InlineData("arn:aws:s3:::b/${aws:username}/*", "arn:aws:s3:::b/${aws:username}/x", true)]
    [InlineData("arn:aws:s3:::b/${aws:userid}/*", "arn:aws:s3:::b/${aws:username}/x", false)]
    [InlineData("arn:aws:s3:::b/????????????????", "arn:aws:s3:::b/${aws:username}", false)]
    public void Resources(string cover, string pattern, bool isCovered) => Assert.Equal(isCovered, PatternCover.CoversResource(cover, pattern, variables: true));

    /// <summary>Many wildcards take no more than the product of the lengths.</summary>
    [Fact]
    public void Many_wildcards_end() => Assert.False(PatternCover.Covers(string.Concat(Enumerable.Repeat("a*", 500)) + "b", new string('a', 2_000), variables: false));
}
