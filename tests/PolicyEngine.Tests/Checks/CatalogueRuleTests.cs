using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>The definitions that checks against the catalogue go by: C-50 to C-59.</summary>
public class CatalogueRuleTests
{
    private static readonly string[] Forms = ["PE6010", "PE6011", "PE6012", "PE6013", "PE6014"];

    [Theory]
    [InlineData("\"Action\":\"s3:GetObjekt\"", DiagnosticSeverity.Warning)]
    [InlineData("\"NotAction\":\"s3:GetObjekt\"", DiagnosticSeverity.Information)]
    [InlineData("\"Action\":[\"*\",\"s3:GetObject\",\"S3:getobjec?\"]", null)]
    public void C50_an_action_pattern_exists_where_it_matches_an_action(string element, DiagnosticSeverity? severity)
    {
        Finding[] found = Find($$"""{"Effect":"Deny",{{element}},"Resource":"*"}""", "PE4036");
        Assert.Equal(severity, found.SingleOrDefault()?.Severity);
    }

    [Theory]
    [InlineData("arn:aws:s3:::ledger", "")]
    [InlineData("arn:aws:s3:*:*:ledger/*", "")]
    [InlineData("arn:aws:s3::111122223333:ledger/a", "PE6010")]
    [InlineData("arn:aws:s3:eu-west-1::ledger", "PE6011")]
    [InlineData("arn:aws:s3:eu-west-1:111122223333:accesspoint/ledger", "")]
    [InlineData("arn:aws:iam::111122223333:role/a/b", "")]
    [InlineData("arn:aws:iam::${aws:PrincipalAccount}:role/a", "")]
    [InlineData("arn:aws:lambda::111122223333:function:f", "PE6012")]
    [InlineData("arn:aws:lambda:eu-west-1::function:f", "PE6013")]
    [InlineData("arn:aws:lambda:::function:f", "PE6012 PE6013")]
    [InlineData("arn:aws:iam::aws:policy/ReadOnlyAccess", "")]
    [InlineData("arn:aws:ssm:eu-west-1::document/AWS-RunShellScript", "")]
    [InlineData("arn:aws:kms:eu-west-1::alias/aws/s3", "")]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:functions/f", "PE6014")]
    [InlineData("arn:aws:lambda:eu-west-1:111122223333:fun*", "")]
    [InlineData("arn:aws:execute-api:eu-west-1:111122223333:abc/$connect", "")]
    [InlineData("arn:aws:cloudformation:eu-west-1:aws:transform/Serverless-2016-10-31", "")]
    [InlineData("arn:aws:*:eu-west-1:111122223333:x", "")]
    [InlineData("arn:aws:lambda:eu-west-1:<account>:functions/f", "")]
    [InlineData("*", "")]
    public void C51_a_resource_is_compared_with_the_forms_of_its_service(string resource, string ids) =>
        Assert.Equal(ids, string.Join(' ', Find($$"""{"Effect":"Allow","Action":"*","Resource":"{{resource}}"}""", Forms).Select(static each => each.Id)));

    [Theory]
    [InlineData("aws:SourceVPCE", "")]
    [InlineData("aws:ResourceTag/any", "")]
    [InlineData("aws:Sourcevpces", "PE6030")]
    [InlineData("ec2:osuser", "")]
    [InlineData("ec2:ResourceTag/team", "")]
    [InlineData("sts:ExternalId", "")]
    [InlineData("token.actions.githubusercontent.com:sub", "")]
    [InlineData("oidc.eks.eu-west-1.amazonaws.com/id/X:aud", "")]
    [InlineData("nosuchservice:Key", "PE6031")]
    [InlineData("ec2:NoSuchKey", "PE6032")]
    [InlineData("ec2:<key>", "")]
    public void C52_a_key_exists_where_anything_lists_it(string key, string ids) =>
        Assert.Equal(ids, string.Join(' ', Find($$$$"""{"Effect":"Allow","Action":"ec2:StartInstances","Resource":"*","Condition":{"StringEquals":{"{{{{key}}}}":"x"}}}""", "PE6030", "PE6031", "PE6032").Select(static each => each.Id)));

    [Theory]
    [InlineData("StringEquals", "s3:prefix", "\"s3:GetObject\"", true)]
    [InlineData("StringEquals", "s3:prefix", "\"s3:Get*\"", false)]
    [InlineData("Null", "s3:prefix", "\"s3:GetObject\"", false)]
    [InlineData("StringEquals", "s3:prefix", "\"s3:ListBucket\"", false)]
    [InlineData("StringEquals", "aws:PrincipalTag/x", "\"s3:GetObject\"", false)]
    public void C53_a_key_is_told_where_a_named_action_lacks_it(string op, string key, string action, bool isTold) =>
        Assert.Equal(isTold, Find($$$$"""{"Effect":"Allow","Action":{{{{action}}}},"Resource":"*","Condition":{"{{{{op}}}}":{"{{{{key}}}}":"true"}}}""", "PE6033").Length > 0);

    [Theory]
    [InlineData("AWS::SQS::Queue", "sqs:*", "arn:aws:sqs:eu-west-1:111122223333:q", "")]
    [InlineData("AWS::SQS::Queue", "sns:Publish", "*", "PE6019")]
    [InlineData("AWS::SQS::Queue", "sqs:SendMessage", "arn:aws:sns:eu-west-1:111122223333:q", "PE6020")]
    [InlineData("AWS::S3::Bucket", "s3:GetObject", "arn:aws:s3:eu-west-1:111122223333:accesspoint/a", "PE6020")]
    [InlineData("AWS::KMS::Key", "kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/*", "")]
    [InlineData("AWS::Backup::BackupVault", "sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:q", "")]
    [InlineData(null, "sns:Publish", "arn:aws:sqs:eu-west-1:111122223333:q", "")]
    public void C54_a_policy_of_a_known_type_is_about_that_type(string? resourceType, string action, string resource, string ids)
    {
        string statement = $$$$"""{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"{{{{action}}}}","Resource":"{{{{resource}}}}"}""";
        PolicyCheckerOptions options = PolicyCheckerOptions.Default with { ResourceType = resourceType };
        Finding[] found = [.. PolicyChecker.Check(PolicyDocument.Parse(Document(statement), PolicyType.Resource), options).Where(static each => each.Id is "PE6019" or "PE6020")];
        Assert.Equal(ids, string.Join(' ', found.Select(static each => each.Id)));
    }

    [Theory]
    [InlineData("NumericEquals", "aws:username", DiagnosticSeverity.Warning)]
    [InlineData("Bool", "aws:username", DiagnosticSeverity.Information)]
    [InlineData("IpAddress", "aws:PrincipalArn", DiagnosticSeverity.Warning)]
    [InlineData("StringEquals", "aws:PrincipalArn", null)]
    [InlineData("ArnEquals", "aws:SecureTransport", DiagnosticSeverity.Warning)]
    [InlineData("StringEquals", "aws:SecureTransport", DiagnosticSeverity.Information)]
    [InlineData("Bool", "aws:MultiFactorAuthAge", DiagnosticSeverity.Warning)]
    [InlineData("NumericEquals", "aws:EpochTime", null)]
    [InlineData("DateEquals", "aws:EpochTime", null)]
    [InlineData("Bool", "aws:CurrentTime", DiagnosticSeverity.Warning)]
    [InlineData("StringEquals", "aws:SourceIp", DiagnosticSeverity.Warning)]
    [InlineData("StringEquals", "s3:max-keys", DiagnosticSeverity.Information)]
    [InlineData("ArnLike", "aws:PrincipalTag/boss", null)]
    [InlineData("Null", "aws:SourceIp", null)]
    public void C55_an_operator_is_for_the_type_of_its_key(string op, string key, DiagnosticSeverity? severity) =>
        Assert.Equal(severity, Find($$$$"""{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*","Condition":{"{{{{op}}}}":{"{{{{key}}}}":"{{{{ValueOf(op)}}}}"}}}""", "PE6034").SingleOrDefault()?.Severity);

    [Theory]
    [InlineData("aws:userid", "StringLike", "AROAX:*", "")]
    [InlineData("aws:userid", "StringLike", "AROA*", "PE6039")]
    [InlineData("aws:userid", "StringEquals", "AROAX:${aws:username}", "")]
    [InlineData("aws:userid", "StringEquals", "${aws:PrincipalTag/id}:name", "")]
    [InlineData("aws:userid", "StringEquals", "AROA${aws:PrincipalTag/id}:name", "PE6040")]
    [InlineData("aws:SourceVpce", "StringLike", "vpce-*", "PE6039")]
    [InlineData("aws:SourceVpce", "StringEquals", "vpce-*", "")]
    [InlineData("aws:SourceAccount", "StringEquals", "${aws:PrincipalAccount}", "")]
    [InlineData("aws:SourceAccount", "StringEquals", "${ORG_ID}", "")]
    [InlineData("aws:SourceAccount", "StringEquals", "${aws:username}", "PE6040")]
    [InlineData("aws:username", "StringLike", "a*", "")]
    public void C57_identifiers_are_listed_in_full(string key, string op, string value, string ids) =>
        Assert.Equal(ids, string.Join(' ', Find($$$$"""{"Effect":"Allow","Action":"s3:ListBucket","Resource":"*","Condition":{"{{{{op}}}}":{"{{{{key}}}}":"{{{{value}}}}"}}}""", "PE6039", "PE6040").Select(static each => each.Id)));

    [Theory]
    [InlineData("StringEquals", "aws:ResourceTag/team", "\"Action\":\"iam:ListUsers\"", true)]
    [InlineData("ForAllValues:StringEquals", "aws:ResourceTag/team", "\"Action\":\"iam:ListUsers\"", false)]
    [InlineData("StringNotEquals", "aws:ResourceTag/team", "\"Action\":\"iam:ListUsers\"", false)]
    [InlineData("StringEquals", "aws:PrincipalTag/team", "\"Action\":\"iam:ListUsers\"", false)]
    [InlineData("StringEquals", "aws:ResourceTag/team", "\"Action\":\"ec2:*\"", false)]
    [InlineData("StringEquals", "aws:ResourceTag/team", "\"Action\":\"nosuch:Thing\"", false)]
    [InlineData("StringEquals", "aws:ResourceTag/team", "\"NotAction\":\"iam:*\"", true)]
    public void C58_tags_are_told_where_no_action_has_them(string op, string key, string action, bool isTold) =>
        Assert.Equal(isTold, Find($$$$"""{"Effect":"Deny",{{{{action}}}},"Resource":"*","Condition":{"{{{{op}}}}":{"{{{{key}}}}":"x"}}}""", "PE6041").Length > 0);

    [Theory]
    [InlineData("[\"s3:Get*\",\"s3:*\",\"s3:GetObject\"]", "Statement.Action[0] Statement.Action[2]")]
    [InlineData("[\"s3:Get?\",\"s3:Get*\"]", "Statement.Action[0]")]
    [InlineData("[\"s3:Get?bject\",\"s3:Get*ject\"]", "Statement.Action[0]")]
    [InlineData("[\"s3:Get*\",\"s3:*Object\"]", "")]
    [InlineData("[\"s3:*\",\"S3:*\"]", "Statement.Action[1]")]
    public void C59_an_entry_is_redundant_that_another_one_covers(string actions, string paths) =>
        Assert.Equal(paths, string.Join(' ', Find($$"""{"Effect":"Allow","Action":{{actions}},"Resource":"*"}""", "PE6080").Select(static each => each.Path)));

    [Theory]
    [InlineData("[\"arn:aws:s3:::b/${aws:username}/*\",\"arn:aws:s3:::b/*\"]", "Statement.Resource[0]")]
    [InlineData("[\"arn:aws:s3:::b/${aws:username}/*\",\"arn:aws:s3:::b/????????????????/*\"]", "")]
    [InlineData("[\"arn:aws:sqs:*:1:q\",\"arn:aws:sqs:eu-west-1:1:q\"]", "Statement.Resource[1]")]
    [InlineData("[\"arn:aws:sqs:*\",\"arn:aws:sqs:eu-west-1:1:q\"]", "")]
    public void C59_resources_are_covered_part_by_part(string resources, string paths) =>
        Assert.Equal(paths, string.Join(' ', Find($$"""{"Effect":"Allow","Action":"*","Resource":{{resources}}}""", "PE6081").Select(static each => each.Path)));

    private static string ValueOf(string op) => op switch
    {
        "NumericEquals" => "1",
        "IpAddress" => "10.0.0.0/8",
        "ArnEquals" or "ArnLike" => "arn:aws:iam::111122223333:role/a",
        "DateEquals" => "2026-01-31T23:59:59Z",
        _ => "true",
    };

    private static string Document(string statement) => $$"""{"Version":"2012-10-17","Statement":{{statement}}}""";

    private static Finding[] Find(string statement, params string[] ids) =>
        [.. PolicyChecker.CheckText(PolicyText.FromString(Document(statement))).Where(each => ids.Contains(each.Id, StringComparer.Ordinal))];
}
