using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>C-31: what is not worth a finding, each beside what still is.</summary>
public class QuietTests
{
    [Theory]
    [InlineData("PE4002", "\"ForAllValues:StringEquals\":{\"aws:CalledVia\":\"x\"}", true)]
    [InlineData("PE4002", "\"ForAllValues:StringEquals\":{\"aws:TagKeys\":\"x\"}", false)]
    [InlineData("PE4002", "\"ForAllValues:StringEquals\":{\"aws:CalledVia\":\"x\"},\"Null\":{\"aws:CalledVia\":\"false\"}", false)]
    [InlineData("PE4002", "\"ForAllValues:StringEquals\":{\"aws:CalledVia\":\"x\"},\"Null\":{\"aws:CalledVia\":\"true\"}", true)]
    [InlineData("PE4002", "\"ForAllValues:StringEquals\":{\"aws:CalledVia\":\"x\"},\"ForAnyValue:StringLike\":{\"aws:CalledVia\":\"*\"}", false)]
    [InlineData("PE4002", "\"ForAllValues:StringEquals\":{\"aws:CalledVia\":\"x\"},\"ForAllValues:StringLike\":{\"aws:CalledVia\":\"*\"}", true)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":\"x\"}", true)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:PrincipalAccount\":\"111122223333\"}", false)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:RequestedRegion\":\"eu-west-1\"}", false)]
    [InlineData("PE4006", "\"DateNotEquals\":{\"aws:CurrentTime\":\"2026-01-01T00:00:00Z\"}", false)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":\"\"}", false)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":[\"\",\"x\"]}", true)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":\"x\"},\"StringLike\":{\"aws:principaltag/team\":\"*\"}", false)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":\"x\"},\"StringLikeIfExists\":{\"aws:PrincipalTag/team\":\"*\"}", true)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":\"x\"},\"StringEquals\":{\"aws:ResourceTag/team\":\"${aws:PrincipalTag/team}\"}", false)]
    [InlineData("PE4006", "\"StringNotEquals\":{\"aws:PrincipalTag/team\":\"x\"},\"StringEquals\":{\"aws:ResourceTag/team\":\"${aws:PrincipalTag/team, 'none'}\"}", true)]
    [InlineData("PE4014", "\"NumericEquals\":{\"s3:max-keys\":7}", true)]
    [InlineData("PE4014", "\"Bool\":{\"aws:SecureTransport\":true}", false)]
    public void C31_conditions_of_an_Allow(string id, string condition, bool isFound) => Assert.Equal(isFound, Has(id, PolicyType.Identity, With("Allow", condition)));

    [Theory]
    [InlineData(PolicyType.Identity, "\"arn:aws:s3:::b/${aws:PrincipalTag/team}\"", false)]
    [InlineData(PolicyType.Identity, "[\"arn:aws:s3:::b/${aws:PrincipalTag/team}\",\"arn:aws:s3:::c\"]", true)]
    public void C31_a_variable_in_Resource_demands_its_key(PolicyType type, string resource, bool isFound) =>
        Assert.Equal(isFound, Has("PE4006", type, $$$$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":{{{{resource}}}},"Condition":{"StringNotEquals":{"aws:PrincipalTag/team":"x"}}}"""));

    /// <summary>Anonymous callers, whom policies of resources see, have no account.</summary>
    [Fact]
    public void C31_a_key_of_users_and_roles_can_be_missing_from_calls_to_a_resource() =>
        Assert.True(Has("PE4006", PolicyType.Resource, """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalAccount":"111122223333"}}}"""));

    [Theory]
    [InlineData("\"ForAnyValue:StringEquals\":{\"aws:SourceVpc\":\"vpc-1a2b3c4d\"}", "PE4003", DiagnosticSeverity.Information)]
    [InlineData("\"ForAllValues:StringEquals\":{\"aws:SourceVpc\":\"vpc-1a2b3c4d\"}", "PE4003", DiagnosticSeverity.Warning)]
    [InlineData("\"ForAllValues:StringEquals\":{\"s3:prefix\":\"a\"}", "PE4003", DiagnosticSeverity.Information)]
    [InlineData("\"ForAnyValue:StringEquals\":{\"s3:prefix\":\"a\"}", "PE4003", null)]
    [InlineData("\"StringEquals\":{\"aws:TagKeys\":\"a\"}", "PE4004", DiagnosticSeverity.Warning)]
    [InlineData("\"StringEquals\":{\"dynamodb:LeadingKeys\":\"a\"}", "PE4004", DiagnosticSeverity.Information)]
    public void C31_how_many_values_a_key_has(string condition, string id, DiagnosticSeverity? severity) =>
        Assert.Equal(severity, Find(PolicyType.Identity, With("Deny", condition)).SingleOrDefault(each => each.Id == id)?.Severity);

    [Theory]
    [InlineData("arn:aws:s*:::b", true)]
    [InlineData("arn:*:s3:::b", false)]
    public void C31_wildcards_in_the_service_of_an_ARN(string resource, bool isFound) => Assert.Equal(isFound, Has("PE4017", PolicyType.Identity, $$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":"{{resource}}"}"""));

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"aws:PrincipalServiceName\":\"logs.amazonaws.com\"", false)]
    public void C31_a_named_service_is_exempt_from_a_Deny_by_network(string exemption, bool isFound) =>
        Assert.Equal(isFound, Has("PE4029", PolicyType.Resource, $$$$"""{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"{{{{exemption}}}} }}}"""));

    [Theory]
    [InlineData("arn:aws:sqs:us-west-2:myaccount:q", true)]
    [InlineData("arn:aws:sqs:us-west-2:<account>:q", false)]
    [InlineData("arn:aws:ssm:us-west-2:aws:parameter/x", false)]
    [InlineData("arn:aws:iam::cloudfront:user/x", false)]
    public void PE4033_knows_the_words_of_AWS(string resource, bool isFound) => Assert.Equal(isFound, Has("PE4033", PolicyType.Identity, $$"""{"Effect":"Allow","Action":"sqs:*","Resource":"{{resource}}"}"""));

    [Theory]
    [InlineData("Allow", true)]
    [InlineData("Deny", false)]
    public void PE4021_is_of_an_Allow(string effect, bool isFound) => Assert.Equal(isFound, Has("PE4021", PolicyType.Trust, $$"""{"Effect":"{{effect}}","Principal":"*","Action":"sts:AssumeRole"}"""));

    [Theory]
    [InlineData("${aws:username}", true)]
    [InlineData("${ORG}", false)]
    public void PE3041_a_variable_in_a_Sid_stays_as_it_is(string sid, bool isFound) => Assert.Equal(isFound, Has("PE3041", PolicyType.Resource, $$"""{"Sid":"{{sid}}","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}"""));

    /// <summary>IAM Roles Anywhere brings tags from the certificate.</summary>
    [Theory]
    [InlineData("aws:PrincipalTag/x509Subject/CN", false)]
    [InlineData("aws:PrincipalTag/team", true)]
    public void PE6052_leaves_tags_of_certificates(string key, bool isFound) => Assert.Equal(isFound, Has(
        "PE6052",
        PolicyType.Trust,
        """{"Effect":"Allow","Principal":{"Service":"rolesanywhere.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"],"Condition":{"StringEquals":{"KEY":"a"}}}""".Replace("KEY", key, StringComparison.Ordinal)));

    /// <summary>The action that sets a key may stand in another statement.</summary>
    [Fact]
    public void PE6060_counts_all_statements()
    {
        const string assume = """{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Condition":{"StringLike":{"aws:RequestTag/Project":"*"}}}""";
        Assert.True(Has("PE6060", PolicyType.Trust, assume));
        Assert.False(Has("PE6060", PolicyType.Trust, assume + """,{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:TagSession"}"""));
    }

    private static bool Has(string id, PolicyType type, string statement) => Find(type, statement).Any(each => each.Id == id);

    private static string With(string effect, string condition) => $$$"""{"Effect":"{{{effect}}}","Action":"s3:GetObject","Resource":"*","Condition":{ {{{condition}}} }}""";

    private static Finding[] Find(PolicyType type, string statement)
    {
        PolicyText text = PolicyText.FromString($$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""");
        PolicyParserOptions options = new() { Type = type };
        Assert.True(PolicyParser.Parse(text, options).Success, statement);
        return [.. PolicyChecker.CheckText(text, options)];
    }
}
