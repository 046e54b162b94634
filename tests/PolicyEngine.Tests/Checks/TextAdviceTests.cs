using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>When advice about ARNs, accounts, principals and actions is given, and when it is not.</summary>
public class TextAdviceTests
{
    [Theory]
    [InlineData("arn:aws:sqs:us-west:111122223333:q", "PE4031")]
    [InlineData("arn:aws:sqs:us-west-0:111122223333:q", "PE4031")]
    [InlineData("arn:aws:sqs:us-west-2a:111122223333:q", "PE4031")]
    [InlineData("arn:aws:sqs:US-WEST-2:111122223333:q", "PE4031")]
    [InlineData("arn:aws:sqs:uswest2:111122223333:q", "PE4031")]
    [InlineData("arn:aws:sqs:uk-west-2:111122223333:q", "PE4031")]
    [InlineData("arn:aws:sqs:us-up-2:111122223333:q", "PE4031")]
    [InlineData("arn:aws:sqs:111122223333:us-west-2:q", "PE4031 PE4033")]
    [InlineData("arn:aws:sqs:us-gov-west-1:111122223333:q", "PE4032")]
    [InlineData("arn:aws-cn:sqs:us-east-1:111122223333:q", "PE4032")]
    [InlineData("arn:aws:sqs:us-west-2:11112222333:q", "PE4033")]
    [InlineData("arn:aws:iam::ACCOUNT-ID:role/r", "PE4033")]
    [InlineData("arn:aws:sqs:us-west-2:111122223333:q", "")]
    [InlineData("arn:aws:sqs:ap-southeast-7:111122223333:q", "")]
    [InlineData("arn:aws:sqs:mx-central-1:111122223333:q", "")]
    [InlineData("arn:aws-us-gov:sqs:us-gov-east-1:111122223333:q", "")]
    [InlineData("arn:aws-cn:sqs:cn-northwest-1:111122223333:q", "")]
    [InlineData("arn:aws-iso-b:sqs:us-isob-east-1:111122223333:q", "")]
    [InlineData("arn:aws-eusc:sqs:eusc-de-east-1:111122223333:q", "")]
    [InlineData("arn:aws:sqs:us-*:*:q", "")]
    [InlineData("arn:aws:sqs:*:1111*:q", "")]
    [InlineData("arn:aws:s3:::b", "")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", "")]
    [InlineData("arn:aws:health:global::event/*", "")]
    [InlineData("arn:aws:s3:::b/arn:aws:sqs:us-west:1:q", "")]
    [InlineData("arn:aws:sqs:${aws:RequestedRegion}:111122223333:q", "")]
    [InlineData("arn:aws:sqs", "")]
    public void A83_Regions_and_accounts_that_cannot_exist(string arn, string expected)
    {
        string[] ids = ["PE4031", "PE4032", "PE4033"];
        Assert.Equal(expected, string.Join(' ', Found(PolicyType.Identity, "Allow", $"\"Resource\":\"{arn}\"").Where(ids.Contains)));
        if (arn.Split(':').Length < 6) return;
        Assert.Equal(expected, string.Join(' ', Found(PolicyType.Identity, "Allow", $"\"Condition\":{{\"ArnLike\":{{\"aws:SourceArn\":\"{arn}\"}}}}").Where(ids.Contains)));
    }

    [Theory]
    [InlineData("StringEquals", "aws:SourceAccount", "11112222333", true)]
    [InlineData("StringNotEquals", "AWS:resourceaccount", "1111-2222-3333", true)]
    [InlineData("StringEquals", "kms:CallerAccount", "ACCOUNT", true)]
    [InlineData("StringEquals", "kms:CallerAccount", "<ACCOUNT>", false)]
    [InlineData("StringEquals", "aws:SourceAccount", "111122223333", false)]
    [InlineData("StringEquals", "aws:PrincipalAccount", "anonymous", false)]
    [InlineData("StringEquals", "aws:ResourceAccount", "${aws:PrincipalAccount}", false)]
    [InlineData("StringLike", "aws:SourceAccount", "1111*", false)]
    [InlineData("StringEquals", "aws:PrincipalTag/account", "11", false)]
    public void A83_values_of_account_keys(string op, string key, string value, bool expected) =>
        Assert.Equal(expected, Found(PolicyType.Identity, "Deny", $"\"Condition\":{{\"{op}\":{{\"{key}\":\"{value}\"}}}}").Contains("PE4033"));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/Bob", "PE4034")]
    [InlineData("arn:aws:iam::111122223333:user/Bob 444455556666", "PE4034 PE4035")]
    [InlineData("arn:aws:iam::111122223333:user/Bob 111122223333", "")]
    [InlineData("arn:aws:iam::111122223333:user/Bob arn:aws:iam::111122223333:root", "")]
    [InlineData("arn:aws:iam::111122223333:role/path/R 111122223333", "PE4034")]
    [InlineData("arn:aws:iam::111122223333:role/path/R arn:aws:sts::111122223333:assumed-role/R/s", "PE4034 PE4034")]
    [InlineData("arn:aws:iam::111122223333:role/path/R arn:aws:sts::111122223333:assumed-role/R/s 111122223333", "")]
    [InlineData("arn:aws:iam::111122223333:role/R arn:aws:sts::111122223333:assumed-role/S/s 111122223333", "PE4034 PE4034")]
    [InlineData("arn:aws:sts::111122223333:federated-user/f 111122223333", "PE4034")]
    [InlineData("arn:aws:sts::111122223333:federated-user/f arn:aws:iam::111122223333:user/Bob 111122223333", "")]
    [InlineData("111122223333", "PE4035")]
    [InlineData("*", "")]
    [InlineData("AIDAEXAMPLEEXAMPLE00", "")]
    public void A37_the_chain_in_NotPrincipal(string principals, string expected)
    {
        string list = string.Join(',', principals.Split(' ').Select(static p => $"\"{p}\""));
        Assert.Equal(expected, string.Join(' ', OfChains(Found(PolicyType.Resource, "Deny", $"\"NotPrincipal\":{{\"AWS\":[{list}]}}"))));
        Assert.Empty(OfChains(Found(PolicyType.Resource, "Deny", $"\"Principal\":{{\"AWS\":[{list}]}}")));

        static IEnumerable<string> OfChains(IEnumerable<string> found) => found.Where(static id => id is "PE4034" or "PE4035");
    }

    [Theory]
    [InlineData("secretsmanager:CreateSecret", true)]
    [InlineData("SecretsManager:create*", true)]
    [InlineData("secretsmanager:ListSecrets", true)]
    [InlineData("kms:CreateKey", true)]
    [InlineData("secretsmanager:List*", false)]
    [InlineData("secretsmanager:*", false)]
    [InlineData("secretsmanager:GetSecretValue", false)]
    [InlineData("secretsmanager:CreateWhatever", false)]
    [InlineData("kms:Create*", false)]
    [InlineData("kms:Decrypt", false)]
    [InlineData("s3:CreateBucket", false)]
    public void A59_actions_without_an_existing_resource(string action, bool expected)
    {
        string elements = $"\"Principal\":{{\"AWS\":\"111122223333\"}},\"Action\":\"{action}\"";
        Assert.Equal(expected, Found(PolicyType.Resource, "Allow", elements).Contains("PE4038"));
        Assert.DoesNotContain("PE4038", Found(PolicyType.VpcEndpoint, "Allow", elements), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("sns:Publish", true)]
    [InlineData("lambda:*", true)]
    [InlineData("kms:RetireGrant", true)]
    [InlineData("s3:*", false)]
    [InlineData("kms:Decrypt", false)]
    public void A27_services_without_RCPs(string action, bool expected)
    {
        Assert.Equal(expected, Found(PolicyType.ResourceControl, "Deny", $"\"Principal\":\"*\",\"Action\":\"{action}\"").Contains("PE4039"));
        Assert.DoesNotContain("PE4039", Found(PolicyType.ServiceControl, "Deny", $"\"Action\":\"{action}\""), StringComparer.Ordinal);
    }

    /// <summary>Every document of the specification's good patterns is without advice.</summary>
    [Theory]
    [InlineData(PolicyType.VpcEndpoint, """{"Statement":[{"Action":"*","Effect":"Allow","Principal":"*","Resource":"*"}]}""")]
    [InlineData(PolicyType.Resource, """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"secretsmanager:*","Resource":"*","Condition":{"StringNotEqualsIfExists":{"aws:SourceVpc":"vpc-1a2b3c4d"},"BoolIfExists":{"aws:ViaAWSService":"false","aws:PrincipalIsAWSService":"false"},"ArnNotLikeIfExists":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/Service"}}}]}""")]
    public void Good_patterns_are_without_advice(PolicyType type, string text) => Assert.Empty(PolicyChecker.Check(TestPolicy.Parse(text, type).GetValueOrThrow()));

    private static List<string> Found(PolicyType type, string effect, string elements)
    {
        PolicyText text = PolicyText.FromString(TestPolicy.Document(effect, elements));
        return [.. PolicyChecker.CheckText(text, new PolicyParserOptions { Type = type }).Where(static d => d.Severity != DiagnosticSeverity.Error).Select(static d => d.Id).Where(static id => id is not "PE6104")];
    }
}
