using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>C-70 and the following: where the checks that AWS lacks end.</summary>
public class OwnCheckTests
{
    [Theory]
    [InlineData("""{"Effect":"Deny","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Null":{"aws:MultiFactorAuthAge":"true"}}}""", false)]
    [InlineData("""{"Effect":"Deny","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"false"}}},{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Null":{"aws:MultiFactorAuthAge":"true"}}}""", true)]
    [InlineData("""{"Effect":"Deny","Action":"ec2:*","Resource":"*","Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"}}}""", false)]
    public void C72_a_Deny_that_demands_MFA(string statements, bool isFound) => Assert.Equal(isFound, Has("PE6105", PolicyType.Identity, statements));

    [Theory]
    [InlineData("BoolIfExists", "true", true)]
    [InlineData("Bool", "true", false)]
    [InlineData("BoolIfExists", "false", false)]
    public void C72_an_Allow_that_demands_MFA(string op, string value, bool isFound) =>
        Assert.Equal(isFound, Has("PE6106", PolicyType.Identity, $$$"""{"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"{{{op}}}":{"aws:MultiFactorAuthPresent":"{{{value}}}"} }}"""));

    [Theory]
    [InlineData("StringEquals", "aws:SourceAccount", "111122223333", "never holds")]
    [InlineData("StringNotEqualsIfExists", "aws:SourceAccount", "111122223333", "always holds")]
    [InlineData("Null", "aws:SourceAccount", "true", null)]
    [InlineData("StringNotEquals", "aws:PrincipalServiceName", "logs.amazonaws.com", null)]
    [InlineData("StringEquals", "aws:PrincipalServiceName", "logs.amazonaws.com", "never holds")]
    public void C73_keys_that_users_and_roles_never_have(string op, string key, string value, string? words)
    {
        Finding? found = Find(PolicyType.Identity, $$$"""{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"{{{op}}}":{"{{{key}}}":"{{{value}}}"} }}""").SingleOrDefault(static each => each.Id == "PE6113");
        Assert.Equal(words is null, found is null);
        if (words is not null) Assert.Contains(words, found!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"s3:*\"", true)]
    [InlineData("[\"sts:AssumeRole\",\"sts:TagSession\"]", false)]
    public void C73_anonymous_callers_are_not_of_sts(string action, bool isFound) => Assert.Equal(isFound, Has(
        "PE6122", PolicyType.ResourceControl, """{"Effect":"Deny","Principal":"*","Action":ACTION,"Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},"Bool":{"aws:PrincipalIsAWSService":"false"}}}""".Replace("ACTION", action, StringComparison.Ordinal)));

    [Theory]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":\"198.51.100.0/24\"}", false)]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":[\"0.0.0.0/1\",\"128.0.0.0/1\"]}", true)]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":[\"12.0.0.0/9\",\"12.128.0.0/9\",\"13.0.0.0/8\"]}", true)]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":[\"12.0.0.0/8\",\"14.0.0.0/8\"]}", false)]
    [InlineData("\"StringLike\":{\"aws:PrincipalOrgID\":\"*\"}", true)]
    [InlineData("\"ArnLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/Deploy\"}", true)]
    [InlineData("\"StringLike\":{\"aws:userid\":\"*:session\"}", true)]
    [InlineData("\"StringEqualsIfExists\":{\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"}", true)]
    [InlineData("\"Bool\":{\"aws:PrincipalIsAWSService\":\"true\"}", false)]
    public void C71_what_limits_a_grant_to_everyone(string condition, bool isFound) => Assert.Equal(isFound, Has(
        "PE6104", PolicyType.Resource, """{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::ledger/*","Condition":{CONDITION}}""".Replace("CONDITION", condition, StringComparison.Ordinal)));

    [Theory]
    [InlineData("repository", true)]
    [InlineData("job_workflow_ref", false)]
    [InlineData("aud", false)]
    public void C74_a_shared_provider_wants_its_claim(string claim, bool isFound) => Assert.Equal(isFound, Has(
        "PE6114", PolicyType.Trust, """{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"token.actions.githubusercontent.com:CLAIM":"x"}}}""".Replace("CLAIM", claim, StringComparison.Ordinal)));

    [Theory]
    [InlineData(PolicyType.PermissionsBoundary, "", true)]
    [InlineData(PolicyType.ServiceControl, "", false)]
    [InlineData(PolicyType.Identity, "", false)]
    [InlineData(PolicyType.VpcEndpoint, "\"Principal\":\"*\",", true)]
    public void C75_Denies_alone_where_nothing_else_can_allow(PolicyType type, string principal, bool isFound) =>
        Assert.Equal(isFound, Has("PE6116", type, """{"Effect":"Deny",PRINCIPAL"Action":"s3:*","Resource":"*"}""".Replace("PRINCIPAL", principal, StringComparison.Ordinal)));

    [Theory]
    [InlineData("aws:PrincipalOrgID", "o-a1b2c3d4e5", false)]
    [InlineData("aws:ResourceOrgID", "o-A1B2", true)]
    [InlineData("aws:PrincipalOrgID", "<my-org-id>", false)]
    [InlineData("aws:PrincipalOrgID", "${aws:ResourceOrgID}", false)]
    [InlineData("aws:SourceArn", "my-topic", true)]
    [InlineData("aws:userid", "arn:aws:iam::111122223333:user/x", true)]
    [InlineData("aws:userid", "AIDAEXAMPLEID00000001", false)]
    public void C76_values_of_the_kind_of_their_key(string key, string value, bool isFound) => Assert.Equal(isFound, Has(
        "PE6117", PolicyType.Resource, """{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{"KEY":"VALUE"}}}""".Replace("KEY", key, StringComparison.Ordinal).Replace("VALUE", value, StringComparison.Ordinal)));

    [Theory]
    [InlineData("Deny", "StringNotEquals", "", true)]
    [InlineData("Deny", "StringEquals", "", false)]
    [InlineData("Allow", "StringEquals", "", true)]
    [InlineData("Deny", "StringNotEquals", ",\"aws:PrincipalOrgID\":\"o-a1b2c3d4e5\"", false)]
    public void C77_a_VPC_without_a_Region(string effect, string op, string more, bool isFound) => Assert.Equal(isFound, Has(
        "PE6118", PolicyType.Resource, """{"Effect":"EFFECT","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::ledger/*","Condition":{"OP":{"aws:SourceVpc":"vpc-1a2b3c4d"MORE}}}""".Replace("EFFECT", effect, StringComparison.Ordinal).Replace("OP", op, StringComparison.Ordinal).Replace("MORE", more, StringComparison.Ordinal)));

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.s3", true)]
    [InlineData("com.amazonaws.eu-west-1.secretsmanager", false)]
    [InlineData(null, false)]
    public void C78_buckets_of_AWS_behind_an_endpoint_of_S3(string? service, bool isFound)
    {
        const string statement = """{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalAccount":"111122223333"}}}""";
        Assert.Equal(isFound, Find(PolicyType.VpcEndpoint, statement, PolicyCheckerOptions.Default with { EndpointService = service }).Any(static each => each.Id == "PE6120"));
    }

    [Theory]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::ledger\"", "PE6017", DiagnosticSeverity.Warning)]
    [InlineData("[\"sqs:SendMessage\",\"sqs:ListQueues\"]", "\"arn:aws:sqs:us-west-2:111122223333:q\"", "PE6017", null)]
    [InlineData("[\"s3:GetObject\",\"s3:*\"]", "\"arn:aws:s3:::ledger\"", "PE6017", DiagnosticSeverity.Warning)]
    [InlineData("\"s3:GetObject\"", "\"arn:aws:s3:::*\"", "PE6017", null)]
    [InlineData("\"ecr:GetAuthorizationToken\"", "\"arn:aws:ecr:*:*:*\"", "PE6121", null)]
    [InlineData("\"ecr:Get*\"", "\"arn:aws:ecr:us-west-2:111122223333:repository/a\"", "PE6121", null)]
    public void C79_statements_that_nothing_serves(string action, string resource, string id, DiagnosticSeverity? severity) =>
        Assert.Equal(severity, Find(PolicyType.Identity, $$"""{"Effect":"Allow","Action":{{action}},"Resource":{{resource}} }""").FirstOrDefault(each => each.Id == id)?.Severity);

    private static bool Has(string id, PolicyType type, string statements) => Find(type, statements).Any(each => each.Id == id);

    private static Finding[] Find(PolicyType type, string statements, PolicyCheckerOptions? options = null)
    {
        PolicyText text = PolicyText.FromString($$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");
        PolicyParserOptions reading = new() { Type = type };
        Assert.True(PolicyParser.Parse(text, reading).Success, statements);
        return [.. PolicyChecker.CheckText(text, reading, options)];
    }
}
