using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>The definitions that checks of grants, sign-in and holes go by: C-60 to C-79.</summary>
public class MeaningRuleTests
{
    [Theory]
    [InlineData("iam:PassRole", "arn:aws:iam::111122223333:role/a*", true)]
    [InlineData("iam:PassRole", "arn:aws:iam::111122223333:role/abc*", false)]
    [InlineData("iam:PassRole", "arn:aws:iam::111122223333:*", true)]
    [InlineData("iam:PassRole", "arn:aws:iam::111122223333:user/*", false)]
    [InlineData("iam:pass*", "*", true)]
    [InlineData("iam:CreateServiceLinkedRole", "arn:aws:iam::*:role/aws-service-role/*", true)]
    [InlineData("iam:CreateServiceLinkedRole", "arn:aws:iam::*:role/aws-service-role/ecs.amazonaws.com/*", false)]
    public void C60_a_resource_is_wide_by_its_beginning(string action, string resource, bool isTold) =>
        Assert.Equal(isTold, Find(PolicyType.Identity, Statement("Allow", action, resource), "PE6070", "PE6071").Length > 0);

    [Theory]
    [InlineData("", "PE6050")]
    [InlineData("{\"Bool\":{\"aws:SecureTransport\":\"true\"}}", "PE6051")]
    [InlineData("{\"StringEquals\":{\"kms:CallerAccount\":\"111122223333\"}}", "")]
    [InlineData("{\"StringEquals\":{\"aws:SourceAccount\":\"111122223333\"}}", "")]
    [InlineData("{\"Null\":{\"aws:Referer\":\"false\"}}", "PE6050")]
    public void C61_a_service_is_told_with_its_source(string condition, string ids) =>
        Assert.Equal(ids, Ids(PolicyType.Resource, Statement("Allow", "sns:Publish", "*", condition, """{"Service":"events.amazonaws.com"}"""), "PE6050", "PE6051"));

    [Theory]
    [InlineData("[\"sts:AssumeRoleWithSAML\",\"sts:AssumeRoleWithWebIdentity\"]", "[\"arn:aws:iam::111122223333:saml-provider/A\",\"accounts.google.com\"]", "")]
    [InlineData("\"sts:AssumeRoleWithSAML\"", "\"accounts.google.com\"", "PE6053")]
    [InlineData("\"sts:AssumeRole\"", "\"accounts.google.com\"", "PE6053")]
    [InlineData("\"sts:AssumeRoleWithWebIdentity\"", "\"accounts.google.com\"", "")]
    public void C62_an_action_is_that_of_its_provider(string actions, string providers, string ids) =>
        Assert.Equal(ids, Ids(PolicyType.Trust, $$$"""{"Effect":"Allow","Principal":{"Federated":{{{providers}}}},"Action":{{{actions}}}}""", "PE6053"));

    [Theory]
    [InlineData("repo:octo/site:*", "PE6057")]
    [InlineData("repo:octo/site", "PE6057")]
    [InlineData("repo:octo/site:ref:refs/heads/*", "")]
    [InlineData("repo:octo*/site:ref:refs/heads/main", "PE6057")]
    public void C63_a_branch_of_GitHub_is_named(string sub, string ids) => Assert.Equal(ids, Ids(
        PolicyType.Trust,
        $$$$"""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringLike":{"token.actions.githubusercontent.com:sub":"{{{{sub}}}}"}}}""",
        "PE6055", "PE6056", "PE6057"));

    [Theory]
    [InlineData("{\"StringNotEquals\":{\"aws:PrincipalAccount\":\"111122223333\"}}", "PE6061")]
    [InlineData("{\"StringEquals\":{\"aws:PrincipalAccount\":\"111122223333\"}}", "")]
    [InlineData("{\"StringNotEquals\":{\"aws:SourceAccount\":\"111122223333\"}}", "PE6062 PE6063")]
    [InlineData("{\"StringNotEquals\":{\"aws:SourceAccount\":\"111122223333\"},\"Null\":{\"aws:SourceAccount\":\"false\"},\"Bool\":{\"aws:PrincipalIsAWSService\":\"true\"}}", "")]
    public void C64_a_control_policy_tells_services_and_users_apart(string condition, string ids) =>
        Assert.Equal(ids, Ids(PolicyType.ResourceControl, Statement("Deny", "s3:*", "*", condition, "\"*\""), "PE6061", "PE6062", "PE6063"));

    [Theory]
    [InlineData("{\"IpAddress\":{\"aws:SourceIp\":[\"0.0.0.0/1\",\"128.0.0.0/1\"]}}", true)]
    [InlineData("{\"IpAddress\":{\"aws:SourceIp\":[\"8.0.0.0/8\",\"9.0.0.0/8\"]}}", true)]
    [InlineData("{\"IpAddress\":{\"aws:SourceIp\":[\"10.0.0.0/8\",\"172.16.0.0/12\"]}}", false)]
    [InlineData("{\"IpAddress\":{\"aws:SourceIp\":\"2001:db8::/31\"}}", true)]
    [InlineData("{\"IpAddress\":{\"aws:SourceIp\":\"2001:db8::/32\"}}", false)]
    [InlineData("{\"StringLike\":{\"aws:userid\":\"*:name\"}}", true)]
    [InlineData("{\"StringLike\":{\"aws:userid\":\"AROAX:*\"}}", false)]
    [InlineData("{\"StringLike\":{\"aws:PrincipalOrgID\":\"*\"}}", true)]
    [InlineData("{\"Bool\":{\"aws:PrincipalIsAWSService\":\"true\"}}", false)]
    [InlineData("{\"Bool\":{\"aws:PrincipalIsAWSService\":\"false\"}}", true)]
    [InlineData("{\"ForAllValues:StringEquals\":{\"aws:PrincipalOrgPaths\":\"o-a1b2c3d4e5/*\"}}", true)]
    [InlineData("{\"Null\":{\"aws:SourceVpce\":\"false\"}}", true)]
    public void C71_a_limit_names_somebody(string condition, bool isOpen) =>
        Assert.Equal(isOpen, Find(PolicyType.Resource, Statement("Allow", "sqs:SendMessage", "*", condition, "\"*\""), "PE6104").Length > 0);

    [Theory]
    [InlineData("{\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-1a2b3c4d\"},\"Bool\":{\"aws:ViaAWSService\":\"false\"}}", false)]
    [InlineData("{\"Bool\":{\"aws:ViaAWSService\":\"false\"}}", true)]
    [InlineData("{\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-1a2b3c4d\"},\"StringEquals\":{\"aws:PrincipalTag/a\":\"b\"}}", true)]
    [InlineData("{\"ForAnyValue:StringNotEquals\":{\"aws:PrincipalOrgPaths\":\"o-a1b2c3d4e5/r-ab12/\"}}", true)]
    public void C71_a_fence_leaves_out_those_that_it_names(string condition, bool isOpen) =>
        Assert.Equal(isOpen, Find(PolicyType.Resource, $"[{Statement("Allow", "s3:GetObject", "*", "", "\"*\"")},{Statement("Deny", "s3:*", "*", condition, "\"*\"")}]", "PE6104").Length > 0);

    [Theory]
    [InlineData("Deny", "{\"NumericGreaterThanEquals\":{\"aws:MultiFactorAuthAge\":\"60\"}}", "PE6105")]
    [InlineData("Deny", "{\"Bool\":{\"aws:MultiFactorAuthPresent\":\"true\"}}", "")]
    [InlineData("Allow", "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"true\"}}", "PE6106")]
    [InlineData("Allow", "{\"BoolIfExists\":{\"aws:MultiFactorAuthPresent\":\"false\"}}", "")]
    public void C72_long_term_keys_have_no_MFA_keys(string effect, string condition, string ids) =>
        Assert.Equal(ids, Ids(PolicyType.Identity, Statement(effect, "ec2:*", "*", condition), "PE6105", "PE6106"));

    [Theory]
    [InlineData("{\"ArnLikeIfExists\":{\"aws:SourceArn\":\"arn:aws:s3:::b\"}}", "PE6113")]
    [InlineData("{\"Null\":{\"aws:SourceArn\":\"false\"}}", "")]
    [InlineData("{\"StringNotEquals\":{\"aws:PrincipalServiceName\":\"s3.amazonaws.com\"}}", "")]
    [InlineData("{\"StringEquals\":{\"aws:PrincipalServiceName\":\"s3.amazonaws.com\"}}", "PE6113")]
    public void C73_users_and_roles_have_no_source(string condition, string ids) => Assert.Equal(ids, Ids(PolicyType.Identity, Statement("Allow", "ec2:*", "*", condition), "PE6113"));

    [Theory]
    [InlineData("app.terraform.io", "aud", "PE6114")]
    [InlineData("app.terraform.io", "sub", "")]
    [InlineData("oidc.vercel.com", "sub", "PE6114")]
    [InlineData("idp.example.org", "aud", "")]
    public void C74_a_shared_provider_has_its_claim(string provider, string claim, string ids) => Assert.Equal(ids, Ids(
        PolicyType.Trust,
        $$$$"""{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/{{{{provider}}}}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"{{{{provider}}}}:{{{{claim}}}}":"x"}}}""",
        "PE6114"));

    [Theory]
    [InlineData(PolicyType.VpcEndpoint, true)]
    [InlineData(PolicyType.Resource, false)]
    [InlineData(PolicyType.ResourceControl, false)]
    public void C75_some_documents_must_allow(PolicyType type, bool isTold) =>
        Assert.Equal(isTold, Find(type, Statement("Deny", "s3:*", "*", "", "\"*\""), "PE6116").Length > 0);

    [Theory]
    [InlineData("aws:PrincipalOrgID", "o-short", true)]
    [InlineData("aws:PrincipalOrgID", "o-a1b2*", false)]
    [InlineData("aws:ResourceOrgPaths", "*/ou-1", false)]
    [InlineData("aws:userid", "arn:aws:iam::111122223333:user/a", true)]
    [InlineData("aws:PrincipalArn", "${aws:PrincipalArn}", false)]
    [InlineData("aws:PrincipalOrgID", "<organization>", false)]
    public void C76_values_are_of_the_kind_of_the_key(string key, string value, bool isTold) =>
        Assert.Equal(isTold, Find(PolicyType.Identity, Statement("Allow", "ec2:*", "*", $$$"""{"StringEquals":{"{{{key}}}":"{{{value}}}"}}"""), "PE6117").Length > 0);

    [Theory]
    [InlineData("{\"StringNotEquals\":{\"aws:SourceVpc\":\"vpc-1a2b3c4d\"}}", "arn:aws:sqs:eu-west-1:111122223333:q", false)]
    [InlineData("{\"StringNotEquals\":{\"aws:SourceVpc\":\"vpc-1a2b3c4d\"}}", "arn:aws:sqs:*:111122223333:q", true)]
    [InlineData("{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1a2b3c4d\"}}", "*", false)]
    [InlineData("{\"StringNotEquals\":{\"aws:SourceVpc\":\"vpc-1a2b3c4d\",\"aws:PrincipalAccount\":\"111122223333\"}}", "*", false)]
    public void C77_a_VPC_is_named_with_its_Region(string condition, string resource, bool isTold) =>
        Assert.Equal(isTold, Find(PolicyType.Resource, Statement("Deny", "sqs:*", resource, condition, "\"*\""), "PE6118").Length > 0);

    [Theory]
    [InlineData("com.amazonaws.eu-west-1.s3", "{\"StringEquals\":{\"aws:ResourceAccount\":\"111122223333\"}}", true)]
    [InlineData("com.amazonaws.eu-west-1.sqs", "{\"StringEquals\":{\"aws:ResourceAccount\":\"111122223333\"}}", false)]
    [InlineData("com.amazonaws.eu-west-1.s3", "{\"StringEquals\":{\"aws:SourceVpc\":\"vpc-1a2b3c4d\"}}", false)]
    public void C78_resources_of_AWS_are_let_through(string service, string condition, bool isTold)
    {
        PolicyCheckerOptions options = PolicyCheckerOptions.Default with { EndpointService = service };
        PolicyDocument document = PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":{{Statement("Allow", "*", "*", condition, "\"*\"")}}}""", PolicyType.VpcEndpoint);
        Assert.Equal(isTold, PolicyChecker.Check(document, options).Any(static each => each.Id == "PE6120"));
    }

    [Theory]
    [InlineData("s3:ListAllMyBuckets", "arn:aws:s3:::b", "PE6121")]
    [InlineData("s3:ListAllMyBuckets", "arn:aws:s3:::*", "")]
    [InlineData("s3:ListBucket", "arn:aws:s3:::b/*", "PE6017")]
    [InlineData("s3:List*", "arn:aws:s3:::b/*", "")]
    [InlineData("s3:NoSuchAction", "arn:aws:s3:::b/*", "")]
    public void C79_an_action_works_on_its_resources(string action, string resource, string ids) =>
        Assert.Equal(ids, Ids(PolicyType.Identity, Statement("Allow", action, resource), "PE6017", "PE6121"));

    private static string Statement(string effect, string action, string resource, string condition = "", string principal = "") =>
        $$"""{"Effect":"{{effect}}",{{(principal.Length == 0 ? "" : $"\"Principal\":{principal},")}}"Action":"{{action}}","Resource":"{{resource}}"{{(condition.Length == 0 ? "" : $",\"Condition\":{condition}")}}}""";

    private static string Ids(PolicyType type, string statement, params string[] ids) => string.Join(' ', Find(type, statement, ids).Select(static each => each.Id));

    private static Finding[] Find(PolicyType type, string statements, params string[] ids)
    {
        PolicyText text = PolicyText.FromString($$"""{"Version":"2012-10-17","Statement":{{statements}}}""");
        Assert.True(PolicyParser.Parse(text, new PolicyParserOptions { Type = type }).Success);
        return [.. PolicyChecker.CheckText(text, new PolicyParserOptions { Type = type }).Where(each => ids.Contains(each.Id, StringComparer.Ordinal))];
    }
}
