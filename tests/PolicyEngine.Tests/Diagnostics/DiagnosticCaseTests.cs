using System.Globalization;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Diagnostics;

/// <summary>Each diagnostic id: a text that raises it, the element it names, and what its span cuts out.</summary>
public class DiagnosticCaseTests
{
    private const string Head = """{"Version":"2012-10-17","Statement":{"Effect":"Allow",""";

    /// <summary>Id, policy type, text, path, and the text of the span.</summary>
    public static TheoryData<string, PolicyType, string, string, string> Cases => new()
    {
        { "PE1001", PolicyType.Identity, " \n", "", "" },
        { "PE1002", PolicyType.Identity, "\uFEFF{}", "", "\uFEFF" },
        { "PE1003", PolicyType.Identity, "{\"Id\":\"\uD800\"}", "", "\uFFFD" },
        { "PE1004", PolicyType.Identity, "{'Id':1}", "", "'" },
        { "PE1005", PolicyType.Identity, "{/*x*/\"Statement\":[]}", "", "/*x*/" },
        { "PE1006", PolicyType.Identity, "{\"Statement\":[],}", "", "," },
        { "PE1007", PolicyType.Identity, "{\"Statement\":[]}{}", "", "{" },
        { "PE1008", PolicyType.Identity, "{\"Statement\":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}", "Statement[0]", "[" },
        { "PE1010", PolicyType.Resource, """{"Id":"\uDC00"}""", "Id", "\"\\uDC00\"" },
        { "PE1011", PolicyType.Identity, "{\"Sid\":\"日\"}", "", "日" },
        { "PE1012", PolicyType.Identity, "[1]", "", "[" },
        { "PE1013", PolicyType.Identity, """{"Version":"2012-10-17","\u0056ersion":"2012-10-17"}""", "", "\"\\u0056ersion\"" },
        { "PE2001", PolicyType.Identity, Head + """ "Comment":"x"}}""", "Statement.Comment", "\"Comment\"" },
        { "PE2002", PolicyType.Identity, """{"Statement":[{"Effect":"Deny","Action":"*"}]}""", "Statement[0]", """{"Effect":"Deny","Action":"*"}""" },
        { "PE2003", PolicyType.Identity, """{"Id":"x"}""", "Id", "\"Id\"" },
        { "PE2004", PolicyType.Identity, Head + """ "Action":["s3:*",7]}}""", "Statement.Action[1]", "7" },
        { "PE2005", PolicyType.Identity, """{"Statement":{"Action":"*","NotAction":"*"}}""", "Statement", """{"Action":"*","NotAction":"*"}""" },
        { "PE2006", PolicyType.Identity, Head + """ "Action":[]}}""", "Statement.Action", "[]" },
        { "PE2007", PolicyType.Identity, Head + """ "Resource":["*",null]}}""", "Statement.Resource[1]", "null" },
        { "PE2008", PolicyType.Identity, """{"Version":"2012"}""", "Version", "\"2012\"" },
        { "PE2009", PolicyType.Managed, """{"Version":"2008-10-17"}""", "", "\"2008-10-17\"" },
        { "PE2010", PolicyType.Identity, """{"Statement":{"Effect":"allow"}}""", "Statement.Effect", "\"allow\"" },
        { "PE2011", PolicyType.ResourceControl, Head + """ "Principal":"*","Action":"s3:*","Resource":"*"}}""", "Statement.Effect", "\"Allow\"" },
        { "PE2012", PolicyType.Identity, """{"Statement":[{"Sid":"a"},{"Sid":"a"}]}""", "Statement[1].Sid", "\"a\"" },
        { "PE2013", PolicyType.Identity, """{"Statement":[{"Sid":"a b"}]}""", "Statement[0].Sid", "\"a b\"" },
        { "PE2014", PolicyType.Resource, Head + """ "Principal":{"aws":"*"}}}""", "Statement.Principal.aws", "\"aws\"" },
        { "PE2015", PolicyType.Resource, Head + """ "Principal":"111122223333"}}""", "Statement.Principal", "\"111122223333\"" },
        { "PE2016", PolicyType.Resource, Head + """ "NotPrincipal":"*"}}""", "Statement.NotPrincipal", "\"*\"" },
        { "PE2017", PolicyType.ResourceControl, Head + """ "Principal":{"AWS":"*"}}}""", "Statement.Principal", """{"AWS":"*"}""" },
        { "PE2018", PolicyType.Identity, Head + """ "Condition":{"NumericEquals":{"k:v":1e3}}}}""", "Statement.Condition.NumericEquals.k:v", "1e3" },
        { "PE3001", PolicyType.Identity, Head + """ "Condition":{"stringEquals":{}}}}""", "Statement.Condition.stringEquals", "\"stringEquals\"" },
        { "PE3002", PolicyType.Identity, Head + """ "Condition":{"NullIfExists":{}}}}""", "Statement.Condition.NullIfExists", "\"NullIfExists\"" },
        { "PE3003", PolicyType.Identity, Head + """ "Condition":{"StringEquals":{"kv":"x"}}}}""", "Statement.Condition.StringEquals", "\"kv\":\"x\"" },
        { "PE3004", PolicyType.Identity, Head + """ "Condition":{"StringEquals":{"k:v":"x","K:V":"y"}}}}""", "Statement.Condition.StringEquals", "\"K:V\":\"y\"" },
        { "PE3005", PolicyType.Identity, Head + """ "Condition":{"StringEquals":{"k:v":[]}}}}""", "Statement.Condition.StringEquals.k:v", "\"k:v\":[]" },
        { "PE3010", PolicyType.Identity, Head + """ "Action":["*","s3"]}}""", "Statement.Action[1]", "\"s3\"" },
        { "PE3011", PolicyType.Identity, Head + """ "Action":"s*:Get"}}""", "Statement.Action", "\"s*:Get\"" },
        { "PE3012", PolicyType.Trust, Head + """ "Action":"s3:Get"}}""", "Statement.Action", "\"s3:Get\"" },
        { "PE3013", PolicyType.ResourceControl, Head + """ "Action":"*"}}""", "Statement.Action", "\"*\"" },
        { "PE6022", PolicyType.Resource, Head + """ "Principal":"*","Action":"ecr:BatchGetImage","Resource":"*"}}""", "Statement.Resource", "\"*\"" },
        { "PE3020", PolicyType.Identity, Head + """ "Resource":"bucket"}}""", "Statement.Resource", "\"bucket\"" },
        { "PE3021", PolicyType.Session, Head + """ "Resource":"arn:aws:sqs"}}""", "Statement.Resource", "\"arn:aws:sqs\"" },
        { "PE3022", PolicyType.Identity, Head + """ "Resource":"arn:awz:s3:::b"}}""", "Statement.Resource", "\"arn:awz:s3:::b\"" },
        { "PE3023", PolicyType.Resource, Head + """ "Resource":"arn:aws:s3:::"}}""", "Statement.Resource", "\"arn:aws:s3:::\"" },
        { "PE3030", PolicyType.Resource, Head + """ "Principal":{"AWS":"1234"}}}""", "Statement.Principal.AWS", "\"1234\"" },
        { "PE3031", PolicyType.Resource, Head + """ "Principal":{"AWS":"arn:aws:iam::111122223333:role/*"}}}""", "Statement.Principal.AWS", "\"arn:aws:iam::111122223333:role/*\"" },
        { "PE3032", PolicyType.Resource, Head + """ "Principal":{"AWS":["${aws:username}"]}}}""", "Statement.Principal.AWS[0]", "\"${aws:username}\"" },
        { "PE3033", PolicyType.Resource, Head + """ "Principal":{"Federated":"accounts.google.com"}}}""", "Statement.Principal.Federated", "\"Federated\":\"accounts.google.com\"" },
        { "PE3040", PolicyType.Identity, Head + """ "Resource":"arn:aws:s3:::${b"}}""", "Statement.Resource", "\"arn:aws:s3:::${b\"" },
        { "PE3041", PolicyType.Identity, Head + """ "Condition":{"IpAddress":{"k:v":"${aws:SourceIp}"}}}}""", "Statement.Condition.IpAddress.k:v", "\"${aws:SourceIp}\"" },
        { "PE3050", PolicyType.Identity, Head + """ "Condition":{"NumericEquals":{"k:v":"x"}}}}""", "Statement.Condition.NumericEquals.k:v", "\"x\"" },
        { "PE3051", PolicyType.Identity, Head + """ "Condition":{"DateEquals":{"k:v":["2026"]}}}}""", "Statement.Condition.DateEquals.k:v[0]", "\"2026\"" },
        { "PE3052", PolicyType.Identity, Head + """ "Condition":{"Bool":{"k:v":"yes"}}}}""", "Statement.Condition.Bool.k:v", "\"yes\"" },
        { "PE3053", PolicyType.Identity, Head + """ "Condition":{"IpAddress":{"k:v":"10.1"}}}}""", "Statement.Condition.IpAddress.k:v", "\"10.1\"" },
        { "PE3054", PolicyType.Identity, Head + """ "Condition":{"BinaryEquals":{"k:v":"QUI"}}}}""", "Statement.Condition.BinaryEquals.k:v", "\"QUI\"" },
        { "PE3055", PolicyType.Identity, Head + """ "Condition":{"ArnLike":{"k:v":"*"}}}}""", "Statement.Condition.ArnLike.k:v", "\"*\"" },
        { "PE3060", PolicyType.VpcEndpoint, Head + """ "Condition":{"StringLike":{"aws:SourceVpc":"vpc-1*"}}}}""", "Statement.Condition.StringLike.aws:SourceVpc", "\"vpc-1*\"" },
        { "PE3061", PolicyType.VpcEndpoint, Head + """ "Condition":{"NumericEquals":{"aws:PrincipalAccount":"1"}}}}""", "Statement.Condition.NumericEquals.aws:PrincipalAccount", "\"aws:PrincipalAccount\":\"1\"" },
        { "PE3062", PolicyType.VpcEndpoint, Head + """ "Condition":{"StringLike":{"k:v":"abc*def"}}}}""", "Statement.Condition.StringLike.k:v", "\"abc*def\"" },
        { "PE3063", PolicyType.VpcEndpoint, Head + """ "Resource":["arn:aws:sqs:*:1111*:q"]}}""", "Statement.Resource[0]", "\"arn:aws:sqs:*:1111*:q\"" },
    };

    /// <summary>Ids that need more than a text; each has a test of its own below.</summary>
    private static readonly string[] Others =
    [
        "PE1009", "PE1099", "PE2019", "PE5001", "PE5002", "PE5301", "PE5302", "PE5303", "PE5304", "PE5305", "PE5306", "PE5401",
        .. Endpoints.EndpointDiagnosticTests.Ids,
    ];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_id_names_its_element_and_cuts_its_text(string id, PolicyType type, string text, string path, string cut)
    {
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString(text), new PolicyParserOptions { Type = type });
        Diagnostic found = Assert.Single(result.Diagnostics, diagnostic => diagnostic.Id == id && diagnostic.Path == path && Cut(diagnostic) == cut);
        Assert.Equal(result.Diagnostics.Any(static d => d.Severity == DiagnosticSeverity.Error), !result.Success);
        Assert.False(found.Message.EndsWith('.'));
        Assert.Contains(found.Position.ToString(), DiagnosticFormatter.FormatLine(found), StringComparison.Ordinal);
        Assert.Contains("^", DiagnosticFormatter.FormatSnippet(found), StringComparison.Ordinal);

        static string Cut(Diagnostic diagnostic) => diagnostic.Source.Slice(diagnostic.Span);
    }

    [Fact]
    public void Every_id_of_the_catalogue_has_a_case() => Assert.Equal(
        DiagnosticCatalog.All.Select(static d => d.Id),
        Cases.Select(static row => row.Data.Item1).Concat(Others).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [Fact]
    public void PE1009_a_text_beyond_the_limit_is_not_read() =>
        Assert.Equal("PE1009", Assert.Single(PolicyParser.Parse(PolicyText.FromString("{}{}"), new PolicyParserOptions { MaxBytes = 3 }).Diagnostics).Id);

    [Fact]
    public void PE1099_says_that_there_were_more_and_errors_push_warnings_out()
    {
        string incomplete = string.Join(',', Enumerable.Range(0, 150).Select(static i => $"\"arn:aws:sqs:{i}\""));
        string text = Head + $$$""" "Principal":"*","Action":"sqs:*","Resource":[{{{incomplete}}},""]}}""";
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString(text), new PolicyParserOptions { Type = PolicyType.Resource, Mode = ParseMode.Stored });
        Assert.Equal(101, result.Diagnostics.Length);
        Assert.Equal("PE1099", result.Diagnostics[^1].Id);
        Assert.Contains(result.Diagnostics, static d => d.Id == "PE3020");
        Assert.Equal(99, result.Diagnostics.Count(static d => d.Id == "PE3021"));
    }

    [Fact]
    public void PE2019_a_quota_is_a_warning()
    {
        string text = TestPolicy.Document("Allow", "\"Sid\":\"" + new string('a', 6200) + "\"");
        ParseResult<PolicyDocument> result = PolicyParser.Parse(PolicyText.FromString(text), new PolicyParserOptions { Type = PolicyType.Managed });
        Assert.True(result.Success);
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(result.Diagnostics, static d => d.Id == "PE2019").Severity);
        Assert.Empty(PolicyParser.Parse(PolicyText.FromString(text), new PolicyParserOptions { Type = PolicyType.Managed, Quota = PolicyQuota.None }).Diagnostics);
    }

    [Theory]
    [InlineData("PE5001", "abc")]
    [InlineData("PE5002", null)]
    public void PE5001_and_PE5002_tell_of_each_undecided_statement(string id, string? value)
    {
        CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document("Deny", """
            "Condition":{"NumericLessThan":{"k:v":"5"}}
            """));
        RequestContextBuilder context = new();
        _ = value is null ? context.SetUnknown("k:v") : context.Set("k:v", value);
        PolicyExplanation explanation = TestPolicy.Evaluator.Explain(policy, new AuthorizationRequest(RequestPrincipal.Anonymous, "s3:Get", "*", context.Build()));
        Diagnostic warning = Assert.Single(explanation.Diagnostics);
        Assert.Equal((id, "Statement", Decision.ExplicitDeny, false), (warning.Id, warning.Path, explanation.Decision, explanation.IsCertain));
    }

    [Fact]
    public void The_catalogue_page_is_the_code()
    {
        string[] rows = [.. File.ReadLines(Repository.PathTo("src", "PolicyEngine", "Diagnostics", "README.md")).Where(static line => line.StartsWith("| PE", StringComparison.Ordinal))];
        Assert.Equal(
            DiagnosticCatalog.All.Select(static d => string.Create(CultureInfo.InvariantCulture, $"| {d.Id} | {d.DefaultSeverity} | {d.Rule} | {d.Title} | {d.Help} |")),
            rows,
            StringComparer.Ordinal);
    }
}
