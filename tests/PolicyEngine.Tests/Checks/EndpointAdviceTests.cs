using System.Collections.Immutable;
using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>When advice about endpoints is given and, as important, when it is not.</summary>
public class EndpointAdviceTests
{
    private const string NotOurIp = "\"NotIpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}";
    private const string NotOurVpce = "\"StringNotEquals\":{\"aws:sourceVpce\":\"vpce-1\"}";
    private const string Exempt = "\"BoolIfExists\":{\"aws:ViaAWSService\":\"false\",\"aws:PrincipalIsAWSService\":\"false\"}";

    [Theory]
    [InlineData(NotOurIp, true)]
    [InlineData("\"IpAddressIfExists\":{\"aws:sourceip\":\"203.0.113.0/24\"}", true)]
    [InlineData(NotOurIp + ",\"Bool\":{\"aws:ViaAWSService\":\"false\"}", true)]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}", false)]
    [InlineData("\"ForAnyValue:NotIpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}", false)]
    [InlineData("\"NotIpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\",\"aws:VpcSourceIp\":\"10.0.0.0/8\"}", false)]
    [InlineData(NotOurIp + ",\"StringNotEqualsIfExists\":{\"aws:SourceVpc\":\"vpc-1\"}", false)]
    [InlineData(NotOurIp + ",\"Null\":{\"aws:SourceVpce\":\"true\"}", false)]
    [InlineData(NotOurIp + ",\"Null\":{\"aws:SourceIp\":\"false\"}", false)]
    public void A72_a_Deny_by_source_address(string condition, bool expected)
    {
        foreach (PolicyType type in (PolicyType[])[PolicyType.Identity, PolicyType.ServiceControl, PolicyType.Resource, PolicyType.ResourceControl])
        {
            Assert.Equal(expected, Found(type, Deny(type, condition)).Contains("PE4024"));
        }

        Assert.DoesNotContain("PE4024", Found(PolicyType.VpcEndpoint, Deny(PolicyType.VpcEndpoint, condition)), StringComparer.Ordinal);
        Assert.DoesNotContain("PE4024", Found(PolicyType.Identity, Deny(PolicyType.Identity, condition).Replace("Deny", "Allow", StringComparison.Ordinal)), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("\"Principal\":{\"AWS\":\"111122223333\"}", true)]
    [InlineData("\"Principal\":\"*\"", true)]
    [InlineData("\"Principal\":{\"Service\":\"sns.amazonaws.com\"}", false)]
    [InlineData("\"Principal\":{\"AWS\":\"111122223333\"},\"Resource\":\"arn:aws:sqs:us-east-1:444455556666:q\"", false)]
    [InlineData("\"Principal\":{\"AWS\":[\"111122223333\",\"arn:aws:iam::444455556666:role/r\"]},\"Resource\":\"arn:aws:sqs:us-east-1:444455556666:q\"", true)]
    [InlineData("\"Principal\":{\"AWS\":\"111122223333\"},\"Action\":\"kms:*\"", false)]
    [InlineData("\"Principal\":\"*\",\"Action\":\"execute-api:Invoke\"", false)]
    public void A14_an_Allow_pinned_to_a_VPC_by_principal(string elements, bool expected)
    {
        string text = TestPolicy.Document("Allow", elements + ",\"Condition\":{\"StringEquals\":{\"aws:sourceVpc\":\"vpc-1\"}}");
        Assert.Equal(expected, Found(PolicyType.Resource, text).Contains("PE4025"));
        Assert.DoesNotContain("PE4025", Found(PolicyType.VpcEndpoint, text), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}", true)]
    [InlineData("\"IpAddress\":{\"aws:VpcSourceIp\":\"10.0.0.0/8\"}", true)]
    [InlineData("\"Null\":{\"aws:SourceVpce\":\"false\"}", true)]
    [InlineData("\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}", false)]
    [InlineData("\"IpAddress\":{\"aws:SourceIp\":\"203.0.113.0/24\"}", false)]
    public void A14_an_Allow_pinned_by_key(string condition, bool expected)
    {
        string text = TestPolicy.Document("Allow", "\"Principal\":\"*\",\"Condition\":{" + condition + "}");
        Assert.Equal(expected, Found(PolicyType.Resource, text).Contains("PE4025"));
    }

    [Theory]
    [InlineData("\"Action\":\"s3:*\"", NotOurVpce, false)]
    [InlineData("\"Action\":\"*\"", NotOurVpce, false)]
    [InlineData("\"NotAction\":\"s3:ListBucket\"", NotOurVpce, false)]
    [InlineData("\"Action\":[\"s3:GetObject\",\"s3:Put*\"]", NotOurVpce, false)]
    [InlineData("\"Action\":\"s3:GetObject\"", NotOurVpce, true)]
    [InlineData("\"Action\":\"s3:*\"", "\"Bool\":{\"aws:SecureTransport\":\"false\"}", true)]
    public void A14_a_Deny_beside_the_Allow_does_restrict(string action, string condition, bool expected)
    {
        string text = $$$"""
            {"Statement":[
              {"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["s3:GetObject","s3:PutObject"],"Resource":"*","Condition":{"StringEquals":{"aws:SourceVpce":"vpce-1"} } },
              {"Effect":"Deny","Principal":"*",{{{action}}},"Resource":"*","Condition":{ {{{condition}}} }}]}
            """;
        Assert.Equal(expected, Found(PolicyType.Resource, text).Contains("PE4025"));
    }

    [Theory]
    [InlineData("Deny", "\"secretsmanager:*\"", "\"StringNotEquals\":{\"aws:VpceOrgID\":\"o-1\"}", "PE4026")]
    [InlineData("Deny", "\"secretsmanager:GetSecretValue\"", "\"StringNotEqualsIfExists\":{\"aws:VpceAccount\":\"111122223333\"}", "PE4026")]
    [InlineData("Deny", "\"sqs:*\"", "\"StringNotEquals\":{\"aws:VpceAccount\":\"111122223333\"}", "PE4026")]
    [InlineData("Deny", "\"*\"", "\"ForAllValues:StringNotLike\":{\"aws:VpceOrgPaths\":\"o-1/*\"}", "PE4026")]
    [InlineData("Deny", "\"sqs:*\"", "\"StringNotEquals\":{\"aws:VpceAccount\":\"111122223333\",\"aws:VpceOrgID\":\"o-1\"}", "")]
    [InlineData("Deny", "\"sqs:*\"", "\"StringNotEquals\":{\"aws:VpceOrgID\":\"o-1\"}", "")]
    [InlineData("Deny", "\"s3:*\"", "\"StringNotEquals\":{\"aws:VpceOrgID\":\"o-1\"}", "")]
    [InlineData("Deny", "\"secretsmanager:*\"", "\"StringNotEquals\":{\"aws:VpceOrgID\":\"o-1\",\"aws:SourceVpc\":\"vpc-1\"}", "")]
    [InlineData("Deny", "\"secretsmanager:*\"", "\"StringNotEquals\":{\"aws:SourceVpc\":\"vpc-1\"}", "")]
    [InlineData("Deny", "\"secretsmanager:*\"", "\"StringNotEquals\":{\"aws:VpceOrgID\":\"o-1\"},\"Null\":{\"aws:VpceOrgID\":\"false\"}", "PE4027")]
    [InlineData("Deny", "\"secretsmanager:*\"", "\"StringEquals\":{\"aws:VpceAccount\":\"111122223333\"}", "PE4027")]
    [InlineData("Deny", "\"s3:*\"", "\"StringNotEquals\":{\"aws:VpceOrgID\":\"o-1\"},\"Null\":{\"aws:VpceOrgID\":\"false\"}", "")]
    [InlineData("Allow", "\"secretsmanager:*\"", "\"StringEqualsIfExists\":{\"aws:VpceOrgID\":\"o-1\"}", "PE4027")]
    [InlineData("Allow", "\"secretsmanager:*\"", "\"StringEquals\":{\"aws:VpceOrgID\":\"o-1\"}", "PE4028")]
    [InlineData("Allow", "[\"s3:*\",\"kms:*\"]", "\"StringEquals\":{\"aws:VpceOrgID\":\"o-1\"}", "")]
    public void A73_keys_that_a_service_never_sends(string effect, string action, string condition, string expected)
    {
        string text = TestPolicy.Document(effect, $"\"Action\":{action},\"Condition\":{{{condition}}}");
        string[] ids = ["PE4026", "PE4027", "PE4028"];
        Assert.Equal(expected, string.Join(' ', Found(PolicyType.ServiceControl, text).Where(ids.Contains)));
    }

    [Theory]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", NotOurVpce, "aws:ViaAWSService and aws:PrincipalIsAWSService")]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", NotOurVpce + ",\"Bool\":{\"aws:ViaAWSService\":\"false\"}", "aws:PrincipalIsAWSService")]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", NotOurVpce + ",\"BoolIfExists\":{\"aws:PrincipalIsAWSService\":\"false\"}", "aws:ViaAWSService")]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", NotOurVpce + ",\"StringEquals\":{\"aws:PrincipalOrgID\":\"o-1\"}", "aws:ViaAWSService")]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", NotOurVpce + ",\"ArnNotLike\":{\"aws:PrincipalArn\":\"arn:aws:iam::*:role/x\"}", "aws:ViaAWSService and aws:PrincipalIsAWSService")]
    [InlineData(PolicyType.Resource, "\"Principal\":{\"AWS\":\"arn:aws:iam::111122223333:role/r\"}", NotOurVpce, "aws:ViaAWSService")]
    [InlineData(PolicyType.Resource, "\"NotPrincipal\":{\"AWS\":\"111122223333\"}", NotOurVpce, "aws:ViaAWSService and aws:PrincipalIsAWSService")]
    [InlineData(PolicyType.Resource, "\"NotPrincipal\":{\"Service\":\"logs.amazonaws.com\"}", NotOurVpce, "aws:ViaAWSService")]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", NotOurVpce + "," + Exempt, null)]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\",\"Action\":\"execute-api:Invoke\"", NotOurVpce, null)]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", "\"StringEquals\":{\"aws:SourceVpce\":\"vpce-1\"}", null)]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", NotOurVpce + ",\"Null\":{\"aws:SourceVpce\":\"false\"}", null)]
    [InlineData(PolicyType.Resource, "\"Principal\":\"*\"", "\"Null\":{\"aws:SourceVpce\":\"true\"}", "aws:ViaAWSService and aws:PrincipalIsAWSService")]
    [InlineData(PolicyType.ResourceControl, "\"Principal\":\"*\",\"Action\":\"s3:*\"", "\"StringNotEqualsIfExists\":{\"aws:VpceOrgID\":\"o-1\"}", "aws:ViaAWSService and aws:PrincipalIsAWSService")]
    [InlineData(PolicyType.ServiceControl, "\"Sid\":\"a\"", NotOurVpce, "aws:ViaAWSService")]
    [InlineData(PolicyType.ServiceControl, "\"Sid\":\"a\"", NotOurVpce + ",\"Bool\":{\"aws:ViaAWSService\":\"false\"}", null)]
    [InlineData(PolicyType.Identity, "\"Sid\":\"a\"", NotOurIp, "aws:ViaAWSService")]
    [InlineData(PolicyType.Identity, "\"Sid\":\"a\"", NotOurIp + ",\"Null\":{\"aws:CalledVia\":\"true\"}", null)]
    [InlineData(PolicyType.VpcEndpoint, "\"Principal\":\"*\"", NotOurVpce, null)]
    public void A79_a_pinned_Deny_and_its_exemptions(PolicyType type, string elements, string condition, string? missing)
    {
        string text = TestPolicy.Document("Deny", $"{elements},\"Condition\":{{{condition}}}");
        Finding? found = Advice(text, type).SingleOrDefault(static d => d.Id == "PE4029");
        Assert.Equal(missing is null, found is null);
        if (missing is not null) Assert.Contains($"no exemption by {missing}, so", found!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"AWS\":\"111122223333\"", "\"s3:*\"", "*", DiagnosticSeverity.Warning)]
    [InlineData("\"AWS\":\"arn:aws:iam::111122223333:role/r\"", "\"dynamodb:GetItem\"", "*", DiagnosticSeverity.Warning)]
    [InlineData("\"AWS\":\"111122223333\"", "\"s3express:CreateSession\"", "*", DiagnosticSeverity.Warning)]
    [InlineData("\"AWS\":\"111122223333\"", "\"*\"", "arn:aws:s3:::b", DiagnosticSeverity.Warning)]
    [InlineData("\"AWS\":\"111122223333\"", "\"*\"", "*", DiagnosticSeverity.Information)]
    [InlineData("\"AWS\":\"111122223333\"", "\"*\"", "arn:aws:sqs:us-east-1:111122223333:q", null)]
    [InlineData("\"AWS\":\"111122223333\"", "\"secretsmanager:*\"", "*", null)]
    [InlineData("\"AWS\":\"*\"", "\"s3:*\"", "*", null)]
    public void A84_named_principals_where_the_endpoint_may_be_a_gateway(string principal, string action, string resource, DiagnosticSeverity? expected)
    {
        string text = TestPolicy.Document("Allow", $"\"Principal\":{{{principal}}},\"Action\":{action},\"Resource\":\"{resource}\"");
        Assert.Equal(expected, Advice(text, PolicyType.VpcEndpoint).SingleOrDefault(static d => d.Id == "PE4030")?.Severity);
        Assert.DoesNotContain("PE4030", Found(PolicyType.Resource, text), StringComparer.Ordinal);
    }

    [Fact]
    public void A86_variables_without_Version_in_an_endpoint_policy()
    {
        string text = TestPolicy.Document("Allow", "\"Principal\":\"*\",\"Condition\":{\"StringEquals\":{\"aws:ResourceAccount\":\"${aws:PrincipalAccount}\"}}", "2008-10-17");
        Finding found = Assert.Single(Advice(text, PolicyType.VpcEndpoint));
        Assert.Equal("PE4001", found.Id);
        Assert.Contains("A-86", found.Descriptor.Rule, StringComparison.Ordinal);
        Assert.Empty(Found(PolicyType.VpcEndpoint, text.Replace("2008", "2012", StringComparison.Ordinal)));
    }

    private static string Deny(PolicyType type, string condition)
    {
        string principal = type is PolicyType.Resource or PolicyType.ResourceControl or PolicyType.VpcEndpoint ? "\"Principal\":\"*\"," : "";
        return TestPolicy.Document("Deny", $"{principal}\"Action\":\"s3:GetObject\",\"Condition\":{{{condition}}}");
    }

    private static ImmutableArray<Finding> Advice(string text, PolicyType type) =>
        [.. PolicyChecker.CheckText(PolicyText.FromString(text), new PolicyParserOptions { Type = type }).Where(static d => d.Severity != DiagnosticSeverity.Error)];

    private static List<string> Found(PolicyType type, string text) =>
        [.. PolicyChecker.Check(TestPolicy.Parse(text, type).GetValueOrThrow()).Select(static d => d.Id)];
}
