using System.Collections.Immutable;
using System.Globalization;
using PolicyEngine.Checks;
using PolicyEngine.Facts;

namespace PolicyEngine.Tests.Checks;

/// <summary>Each kind of advice: a text that raises it, the element it names, and what its span cuts out.</summary>
public class AdviceCaseTests
{
    private const string Head = """{"Version":"2012-10-17","Statement":{"Effect":"Allow",""";

    private const string Deny = """{"Version":"2012-10-17","Statement":{"Effect":"Deny",""";

    /// <summary>Id, policy type, text, path, and the text of the span.</summary>
    public static TheoryData<string, PolicyType, string, string, string> Cases => new()
    {
        { "PE4001", PolicyType.Identity, """{"Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:username}"}}""", "Statement.Resource", "\"arn:aws:s3:::${aws:username}\"" },
        { "PE4002", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"ForAllValues:StringEquals":{"aws:CalledVia":"x"}}}}""", "Statement.Condition.ForAllValues:StringEquals.aws:CalledVia", "\"aws:CalledVia\":\"x\"" },
        { "PE4003", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"aws:SourceVpc":"x"}}}}""", "Statement.Condition.ForAnyValue:StringEquals.aws:SourceVpc", "\"aws:SourceVpc\":\"x\"" },
        { "PE4004", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:TagKeys":"x"}}}}""", "Statement.Condition.StringEquals.aws:TagKeys", "\"aws:TagKeys\":\"x\"" },
        { "PE4005", PolicyType.Identity, """{"Statement":{"Action":"*","Resource":"*","Effect":"Deny","Condition":{"ForAnyValue:StringNotEquals":{"k:v":"x"}}}}""", "Statement.Condition.ForAnyValue:StringNotEquals.k:v", "\"k:v\":\"x\"" },
        { "PE4006", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"StringNotEquals":{"k:v":"x"}}}}""", "Statement.Condition.StringNotEquals.k:v", "\"k:v\":\"x\"" },
        { "PE4008", PolicyType.Identity, Head + """ "Resource":"*","NotAction":"iam:*"}}""", "Statement", "\"iam:*\"" },
        { "PE4009", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"StringEquals":{"k:v":"a*"}}}}""", "Statement.Condition.StringEquals.k:v", "\"a*\"" },
        { "PE4010", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"ArnLike":{"aws:PrincipalArn":"arn:aws:sts::*:assumed-role/r/s"}}}}""", "Statement.Condition.ArnLike.aws:PrincipalArn", "\"arn:aws:sts::*:assumed-role/r/s\"" },
        { "PE4011", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"IpAddress":{"k:v":"203.0.113.1/24"}}}}""", "Statement.Condition.IpAddress.k:v", "\"203.0.113.1/24\"" },
        { "PE4012", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":"10.0.0.0/8"}}}}""", "Statement.Condition.IpAddress.aws:SourceIp", "\"10.0.0.0/8\"" },
        { "PE4013", PolicyType.VpcEndpoint, Head + """ "Action":"*","Resource":"*","Principal":"*","Condition":{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}}""", "Statement.Condition.IpAddress.aws:SourceIp", "\"aws:SourceIp\":\"203.0.113.0/24\"" },
        { "PE4014", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"NumericEquals":{"k:v":7}}}}""", "Statement.Condition.NumericEquals.k:v", "7" },
        { "PE4015", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"ForAnyValue:Null":{"k:v":"true"}}}}""", "Statement.Condition.ForAnyValue:Null.k:v", "\"k:v\":\"true\"" },
        { "PE4016", PolicyType.Identity, Head + """ "Resource":"*","Action":"s3:Get Object"}}""", "Statement.Action", "\"s3:Get Object\"" },
        { "PE4017", PolicyType.Identity, Head + """ "Action":"*","Resource":"arn:aws:s*:::b"}}""", "Statement.Resource", "\"arn:aws:s*:::b\"" },
        { "PE4018", PolicyType.Identity, Head + """ "Action":"*","Resource":"arn:aws:sqs:*:${aws:PrincipalAccount}:q"}}""", "Statement.Resource", "\"arn:aws:sqs:*:${aws:PrincipalAccount}:q\"" },
        { "PE4019", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"Bool":{"k:v":"${aws:SecureTransport}"}}}}""", "Statement.Condition.Bool.k:v", "\"${aws:SecureTransport}\"" },
        { "PE4020", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"Bool":{}}}}""", "Statement.Condition.Bool", "\"Bool\":{}" },
        { "PE4021", PolicyType.Trust, Head + """ "Principal":{"AWS":"111122223333"},"Action":"sts:*"}}""", "Statement.Action", "\"sts:*\"" },
        { "PE4022", PolicyType.VpcEndpoint, Head + """ "Action":"*","Resource":"*","Principal":"*","Condition":{"StringLike":{"k:v":"*"}}}}""", "Statement.Condition.StringLike.k:v", "\"*\"" },
        { "PE4023", PolicyType.Identity, Head + """ "Action":"*","Resource":"arn:aws:s3:::"}}""", "Statement.Resource", "\"arn:aws:s3:::\"" },
        { "PE4024", PolicyType.Identity, Deny + """ "Action":"*","Resource":"*","Condition":{"NotIpAddress":{"aws:SourceIp":"203.0.113.0/24"}}}}""", "Statement.Condition.NotIpAddress.aws:SourceIp", "\"aws:SourceIp\":\"203.0.113.0/24\"" },
        { "PE4025", PolicyType.Resource, Head + """ "Action":"*","Resource":"*","Principal":{"AWS":"111122223333"},"Condition":{"StringEquals":{"aws:sourceVpc":"vpc-1"}}}}""", "Statement.Condition.StringEquals.aws:sourceVpc", "\"aws:sourceVpc\":\"vpc-1\"" },
        { "PE4026", PolicyType.ServiceControl, Deny + """ "Resource":"*","Action":["s3:*","sts:*"],"Condition":{"StringNotEquals":{"aws:VpceOrgID":"o-1"}}}}""", "Statement.Condition.StringNotEquals.aws:VpceOrgID", "\"aws:VpceOrgID\":\"o-1\"" },
        { "PE4027", PolicyType.ServiceControl, Deny + """ "Resource":"*","Action":"sts:*","Condition":{"Null":{"aws:VpceOrgID":"false"}}}}""", "Statement.Condition.Null.aws:VpceOrgID", "\"aws:VpceOrgID\":\"false\"" },
        { "PE4028", PolicyType.VpcEndpoint, Head + """ "Resource":"*","Principal":"*","Action":"sts:*","Condition":{"StringEquals":{"aws:VpceAccount":"111122223333"}}}}""", "Statement.Condition.StringEquals.aws:VpceAccount", "\"aws:VpceAccount\":\"111122223333\"" },
        { "PE4029", PolicyType.Resource, Deny + """ "Action":"*","Resource":"*","Principal":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1"}}}}""", "Statement.Condition.StringNotEquals.aws:SourceVpce", "\"aws:SourceVpce\":\"vpce-1\"" },
        { "PE4030", PolicyType.VpcEndpoint, Head + """ "Resource":"*","Principal":{"AWS":["111122223333"]},"Action":"s3:*"}}""", "Statement.Principal.AWS[0]", "\"111122223333\"" },
        { "PE4031", PolicyType.Identity, Head + """ "Action":"*","Resource":"arn:aws:sqs:us-west:111122223333:q"}}""", "Statement.Resource", "\"arn:aws:sqs:us-west:111122223333:q\"" },
        { "PE4032", PolicyType.Identity, Head + """ "Action":"*","Resource":["arn:aws:sqs:cn-north-1:111122223333:q"]}}""", "Statement.Resource[0]", "\"arn:aws:sqs:cn-north-1:111122223333:q\"" },
        { "PE4033", PolicyType.Identity, Head + """ "Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:SourceAccount":"1111-2222-3333"}}}}""", "Statement.Condition.StringEquals.aws:SourceAccount", "\"1111-2222-3333\"" },
        { "PE4034", PolicyType.Resource, Deny + """ "Action":"*","Resource":"*","NotPrincipal":{"AWS":"arn:aws:iam::111122223333:user/Bob"}}}""", "Statement.NotPrincipal.AWS", "\"arn:aws:iam::111122223333:user/Bob\"" },
        { "PE4035", PolicyType.Resource, Deny + """ "Action":"*","Resource":"*","NotPrincipal":{"AWS":["111122223333"]}}}""", "Statement.NotPrincipal.AWS[0]", "\"111122223333\"" },
        { "PE4036", PolicyType.Identity, Head + """ "Resource":"*","Action":"s3:GetObjekt"}}""", "Statement.Action", "\"s3:GetObjekt\"" },
        { "PE4037", PolicyType.Identity, Head + """ "Resource":"*","Action":"s4:GetObject"}}""", "Statement.Action", "\"s4:GetObject\"" },
        { "PE4038", PolicyType.Resource, Head + """ "Resource":"*","Principal":"*","Action":["secretsmanager:Create*"]}}""", "Statement.Action[0]", "\"secretsmanager:Create*\"" },
        { "PE4039", PolicyType.ResourceControl, Deny + """ "Resource":"*","Principal":"*","Action":"sns:Publish"}}""", "Statement.Action", "\"sns:Publish\"" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_id_names_its_element_and_cuts_its_text(string id, PolicyType type, string text, string path, string cut)
    {
        PolicyParserOptions options = new() { Type = type };
        ImmutableArray<Finding> all = PolicyChecker.CheckText(PolicyText.FromString(text), options);
        Finding found = Assert.Single(all, diagnostic => diagnostic.Id == id && diagnostic.Path == path && Cut(diagnostic) == cut);
        Assert.False(found.Message.EndsWith('.'));
        Assert.Contains(found.Position.ToString(), found.ToString(), StringComparison.Ordinal);
        Assert.Contains("^", DiagnosticFormatter.FormatSnippet(found.Diagnostic), StringComparison.Ordinal);
        Assert.DoesNotContain(PolicyParser.Parse(PolicyText.FromString(text), options).Diagnostics, diagnostic => diagnostic.Id == id);

        static string Cut(Finding diagnostic) => diagnostic.Source.Slice(diagnostic.Span);
    }

    [Fact]
    public void Every_kind_of_advice_has_a_case() => Assert.Equal(
        PolicyChecker.Descriptors.Select(static d => d.Id),
        Cases.Select(static row => row.Data.Item1).Concat(RuleCases.All.Select(static row => row.Id)).Concat(SetCheckTests.Ids).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Theory]
    [InlineData("PE4036", "s3:GetObjekt")]
    [InlineData("PE4037", "s4:GetObject")]
    public void PE4036_and_PE4037_ask_a_list_of_actions(string id, string action)
    {
        PolicyCheckerOptions options = PolicyCheckerOptions.Default with { Actions = ActionCatalogue.Create(["s3:GetObject"]) };
        PolicyDocument document = PolicyDocument.Parse(Head + $$$""" "Action":["s3:get*","*","{{{action}}}"],"Resource":"*"}}""");
        Finding found = Assert.Single(PolicyChecker.Check(document, options), static each => each.Id.StartsWith("PE403", StringComparison.Ordinal));
        Assert.Equal((id, "Statement.Action[2]", $"\"{action}\""), (found.Id, found.Path, found.Source.Slice(found.Span)));
        Assert.Contains($"'{action}'", found.Message, StringComparison.Ordinal);
    }

    /// <summary>Which services send a key, and which have resource control policies, is a table that can be newer than the package.</summary>
    [Fact]
    public void PE4039_asks_the_tables_of_the_options()
    {
        PolicyDocument document = TestPolicy.Parse(TestPolicy.Document("Deny", "\"Principal\":\"*\",\"Action\":\"sns:Publish\""), PolicyType.ResourceControl).GetValueOrThrow();
        const string tables = """
            {"asOf":"2030-01","resourceControl":{"prefixes":["sns"],"exemptActions":[]},"endpointKeys":{},"noPermissionActions":[],"endpointServicesWithoutPolicy":[],"eventSources":{},"networkActivitySources":[]}
            """;
        Assert.Equal("PE4039", Assert.Single(PolicyChecker.Check(document)).Id);
        Assert.Empty(PolicyChecker.Check(document, PolicyCheckerOptions.Default with { Services = ServiceTables.Parse(tables) }));
    }

    [Fact]
    public void The_catalogue_page_is_the_code()
    {
        string[] rows = [.. File.ReadLines(Repository.PathTo("src", "PolicyEngine.Checks", "README.md")).Where(static line => line.StartsWith("| PE", StringComparison.Ordinal))];
        Assert.Equal(
            PolicyChecker.Descriptors.Select(static d => string.Create(CultureInfo.InvariantCulture, $"| {d.Id} | {d.DefaultSeverity} | {d.Rule} | {d.Title} | {d.Help} |")),
            rows,
            StringComparer.Ordinal);
    }

    /// <summary>An id names one finding, whichever package reports it.</summary>
    [Fact]
    public void No_id_is_the_parsers_and_a_checks()
    {
        Assert.DoesNotContain(DiagnosticCatalog.All, static d => d.Id.StartsWith("PE4", StringComparison.Ordinal));
        Assert.DoesNotContain(PolicyChecker.Descriptors, static d => DiagnosticCatalog.All.Any(own => own.Id == d.Id));
        Assert.Equal(PolicyChecker.Descriptors.Length, PolicyChecker.Descriptors.Select(static d => d.Id).Distinct(StringComparer.Ordinal).Count());
    }
}
