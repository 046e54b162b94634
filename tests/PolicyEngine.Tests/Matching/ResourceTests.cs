namespace PolicyEngine.Tests.Matching;

/// <summary>L-70 to L-80: resource patterns beside resources, part by part.</summary>
public class ResourceTests
{
    [Theory]
    [InlineData("arn:aws:s3:*::b", "arn:aws:s3:::b", 'T')]
    [InlineData("arn:aws:s3:*::b", "arn:aws:S3:::b", 'I')]
    [InlineData("arn:aws:s3:*::b", "ARN:aws:s3:::b", 'I')]
    [InlineData("arn:aws:s3:*::b", "urn:aws:s3:::b", 'F')]
    [InlineData("arn:aws:s3:*::b", "arn:aws:S3:::c", 'F')]
    [InlineData("arn:aws:s3:*::b", "arn:aws:S3::1:b", 'F')]
    [InlineData("arn:aws:s3:::b", "arn:aws:S3:::b", 'I')]
    [InlineData("arn:aws:s3:::b", "arn:aws:s3:::B", 'F')]
    [InlineData("arn:aws:s3:::b", "arn:aws:ſ3:::b", 'I')]
    [InlineData("arn:aws:s3:::b", "urn:aws:s3:::b", 'F')]
    [InlineData("arn:aws:s3:::b*", "arn:aws:s3:::b:k", 'T')]
    public void L76_letter_case_before_the_resource_part(string pattern, string resource, char expected) => Assert.Equal(expected, Ask(pattern, resource));

    [Theory]
    [InlineData("arn:aws:sqs:*:1:q", "arn:aws:sqs:eu:west:1:q", 'I')]
    [InlineData("arn:aws:sqs:*:1:q", "arn:aws:sqs:eu:west:far:1:q", 'I')]
    [InlineData("arn:aws:sqs:*:1:q", "arn:aws:sqs:eu:west:2:q", 'F')]
    [InlineData("arn:aws:sqs:*:1:q", "arn:aws:sqs:eu:west:1:r", 'F')]
    [InlineData("arn:aws:sqs:e*:1:q", "arn:aws:sqs:eu:west:1:q", 'I')]
    [InlineData("arn:aws:sqs:f*:1:q", "arn:aws:sqs:eu:west:1:q", 'F')]
    [InlineData("arn:aws:sqs:e*u:1:q", "arn:aws:sqs:eu:u:1:q", 'F')]
    [InlineData("arn:aws:sqs:?:1:q", "arn:aws:sqs:a:b:1:q", 'F')]
    [InlineData("arn:a*:sqs:eu:1:q", "arn:aws:x:y:sqs:eu:1:q", 'I')]
    [InlineData("arn:aws:*:eu:1:q", "arn:aws:a:b:eu:1:q", 'I')]
    [InlineData("arn:aws:sqs:eu:*:q", "arn:aws:sqs:eu:1:2:q", 'I')]
    [InlineData("arn:aws:sqs:eu:*:q", "arn:aws:sqs:eu:1:2:3", 'F')]
    [InlineData("arn:aws:*:*:*:q", "arn:aws:a:b:c:d:e:q", 'I')]
    [InlineData("arn:aws:*:*:*:q", "arn:aws:a:b:c:d", 'F')]
    [InlineData("arn:aws:*:*:*:q:*", "arn:aws:a:b:c:d:q:e", 'I')]
    [InlineData("arn:aws:sqs:*:1:", "arn:aws:sqs:eu:west:1:", 'I')]
    [InlineData("arn:aws:sqs:*::q", "arn:aws:sqs:eu:west::q", 'I')]
    [InlineData("arn:aws:sqs:*:1:${k:q}", "arn:aws:sqs:eu:west:1:q", 'I')]
    [InlineData("arn:aws:sqs:*:1:${k:q}", "arn:aws:sqs:eu:west:1:r", 'F')]
    [InlineData("arn:aws:sqs:eu:*:${k:q}*", "arn:aws:sqs:eu:1:b:q1", 'I')]
    [InlineData("arn:aws:sqs:eu:*:${k:q}*", "arn:aws:sqs:eu:1:b:c1", 'F')]
    [InlineData("arn:aws:sqs:eu:*:${k:q}${k:q}${k:q}${k:q}${k:q}${k:q}${k:q}${k:q}${k:q}*", "arn:aws:sqs:eu:1:b:qqqqqqqqq1", 'I')]
    [InlineData("arn:aws:sqs:eu:*:${k:q}${k:q}${k:q}${k:q}${k:q}${k:q}${k:q}${k:q}${k:q}*", "arn:aws:sqs:eu:1:b:qqqq1", 'F')]
    [InlineData("arn:aws:sqs:*:1:q", "arm:aws:sqs:eu:west:1:q", 'F')]
    [InlineData("arn:aws:sqs:*:1:q", "arn:aws:sqs:eu::q", 'F')]
    public void L74_a_star_at_the_end_of_a_part_may_cross_colons(string pattern, string resource, char expected) =>
        Assert.Equal(expected, Ask(pattern, resource, TestPolicy.Context(("k:q", "q"))));

    [Theory]
    [InlineData("arn:aws:s3:::b/${k:none}", "Resource", 'F')]
    [InlineData("arn:aws:s3:::b/${k:none}", "NotResource", 'I')]
    [InlineData("arn:aws:s3:::b/${k:none, 'k'}", "Resource", 'T')]
    [InlineData("arn:aws:s3:::b/${k:list}", "Resource", 'I')]
    [InlineData("arn:aws:s3:::${k:b}/k", "Resource", 'T')]
    [InlineData("arn:aws:${k:s}:::b/k", "Resource", 'I')]
    [InlineData("arn:aws:${k:s}:::b/x", "Resource", 'F')]
    [InlineData("arn:aws:s3:::b/${k:", "Resource", 'I')]
    [InlineData("arn:aws:s3:::b/${k:v1}${k:v2}${k:v3}${k:v4}${k:v5}${k:v6}${k:v7}${k:v8}${k:v9}", "Resource", 'F')]
    [InlineData("arn:aws:s3:::b/${k:b, 'x'}${k:v2, ''}${k:v3, ''}${k:v4, ''}${k:v5, ''}${k:v6, ''}${k:v7, ''}${k:v8, ''}${k:v9, 'k'}", "Resource", 'F')]
    [InlineData("arn:aws:s3:::${k:b}${k:v2, ''}${k:v3, ''}${k:v4, ''}${k:v5, ''}${k:v6, ''}${k:v7, ''}${k:v8, ''}${k:v9, '/'}k", "Resource", 'T')]
    public void L174_variables(string pattern, string element, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "{{{element}}}":"{{{pattern}}}"
        """, TestPolicy.Context(("k:b", "b"), ("k:s", "s3"), ("k:list", new[] { "k" }))));

    /// <summary>Each variable has its own value, in whatever part it is; one before the resource part leaves a match undecided.</summary>
    [Theory]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:eu:1:q", 'I')]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:1:eu:q", 'F')]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:eu:q:1", 'F')]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:q:1:eu", 'F')]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:EU:1:q", 'I')]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:Q:1:eu", 'F')]
    [InlineData("arn:aws:sqs:${k:r}:*:${k:a}/${k:q}", "arn:aws:sqs:eu:x:1/q", 'I')]
    [InlineData("arn:aws:sqs:${k:r}:*:${k:a}/${k:q}", "arn:aws:sqs:eu:x:q/1", 'F')]
    [InlineData("arn:aws:sqs:${k:r}*:${k:a}:${k:q}", "arn:aws:sqs:eu:west:1:q", 'I')]
    [InlineData("arn:aws:sqs:${k:r}*:${k:a}:${k:q}", "arn:aws:sqs:eu:west:q:1", 'F')]
    [InlineData("arn:aws:sqs:${k:r}*:${k:a}:${k:q}", "arn:aws:sqs:1:west:eu:q", 'F')]
    [InlineData("arn:aws:sqs:${k:r}${k:r}${k:r}${k:r}${k:r}:${k:a}${k:a}${k:a}:${k:q}${k:q}", "arn:aws:sqs:eueueueueu:111:qq", 'I')]
    [InlineData("arn:aws:sqs:${k:r}${k:r}${k:r}${k:r}${k:r}:${k:a}${k:a}${k:a}:${k:q}${k:q}", "arn:aws:sqs:eueueueueu:11q:1q", 'F')]
    public void L174_variables_of_several_parts(string pattern, string resource, char expected) =>
        Assert.Equal(expected, Ask(pattern, resource, TestPolicy.Context(("k:r", "eu"), ("k:a", "1"), ("k:q", "q"))));

    [Theory]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:eu:1:q", 'T')]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:1:eu:q", 'F')]
    [InlineData("arn:aws:sqs:${k:r}:${k:a}:${k:q}", "arn:aws:sqs:eu:q:1", 'F')]
    [InlineData("arn:aws:sqs:*:${k:a}:${k:r}-${k:q}", "arn:aws:sqs:x:1:eu-q", 'T')]
    [InlineData("arn:aws:sqs:*:${k:a}:${k:r}-${k:q}", "arn:aws:sqs:x:1:q-eu", 'F')]
    public void L174_variables_of_several_parts_of_an_arn_that_is_a_value(string pattern, string value, char expected) =>
        Assert.Equal(expected, TestPolicy.Outcome(TestPolicy.Condition("ArnLike", "k:arn", pattern), TestPolicy.Context(("k:r", "eu"), ("k:a", "1"), ("k:q", "q"), ("k:arn", value))));

    /// <summary>A malformed variable is one however many ways there are to read the others.</summary>
    [Fact]
    public void L180_a_malformed_variable_beside_many_spellings()
    {
        RequestContextBuilder builder = new();
        for (int i = 0; i < 7; i++) builder.Set($"k:v{i}", "1").Set($"K:v{i}", "2");
        string pattern = "arn:aws:s3:::b/" + string.Concat(Enumerable.Range(0, 7).Select(static i => $"${{k:v{i}}}")) + "${";
        Assert.Equal('I', Ask(pattern, TestPolicy.Resource, builder.Build()));
    }

    [Theory]
    [InlineData("arn:aws:s3", 'T', 'I')]
    [InlineData("arn:aws:s3:::b", 'F', 'F')]
    [InlineData("arn:aws:sqs", 'F', 'F')]
    [InlineData("***", 'T', 'T')]
    public void L75_a_pattern_with_parts_missing(string pattern, char identity, char session)
    {
        Assert.Equal(identity, Ask(pattern, TestPolicy.Resource));
        Assert.Equal(session, TestPolicy.Outcome($$$"""
            "Resource":"{{{pattern}}}"
            """, type: PolicyType.Session));
    }

    [Theory]
    [InlineData("arn:aws:execute-api:eu-west-1:111122223333:api/stage/GET", 'T')]
    [InlineData("arn:aws:execute-api:eu-west-1:111122223333:/stage/GET", 'T')]
    [InlineData("arn:aws:execute-api:eu-west-1:111122223333:stage", 'F')]
    [InlineData("arn:aws:execute-api:eu-west-1:111122223333:api:x/stage/GET", 'T')]
    [InlineData("arn:aws:s3:::api/stage/GET", 'F')]
    public void L80_the_shorthand_of_api_gateway_takes_any_api(string resource, char expected) => Assert.Equal(expected, TestPolicy.Outcome("""
        "Principal":"*","Resource":"execute-api:/stage/*"
        """, type: PolicyType.Resource, action: "execute-api:Invoke", resource: resource));

    [Theory]
    [InlineData("s3:Get*", "s3:GetObject", 'T')]
    [InlineData("S3:get?bject", "s3:GetObject", 'T')]
    [InlineData("s3:Get", "s3:GetObject", 'F')]
    [InlineData("*:Get*", "s3:GetObject", 'I')]
    [InlineData("s*:Get*", "s3:GetObject", 'I')]
    [InlineData("s*:Get*", "ec2:GetObject", 'F')]
    [InlineData("s*:Put*", "s3:GetObject", 'F')]
    [InlineData("*", "GetObject", 'T')]
    public void L61_L62_actions(string pattern, string action, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "Action":"{{{pattern}}}"
        """, action: action));

    private static char Ask(string pattern, string resource, RequestContext? context = null) => TestPolicy.Outcome($$$"""
        "Resource":"{{{pattern}}}"
        """, context, resource: resource);
}
