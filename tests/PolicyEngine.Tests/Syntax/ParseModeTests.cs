namespace PolicyEngine.Tests.Syntax;

/// <summary>L-7 and section 1.9: what a strict reading refuses, what a stored document may hold, and what text is tolerated on request.</summary>
public class ParseModeTests
{
    /// <summary>What the stored mode tolerates, and what it says about it.</summary>
    [Theory]
    [InlineData("PE2003", PolicyType.Identity, """{"Id":"x","Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""")]
    [InlineData("PE2009", PolicyType.Managed, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""")]
    [InlineData("PE2013", PolicyType.Identity, """{"Statement":{"Sid":"a b","Effect":"Deny","Action":"*","Resource":"*"}}""")]
    [InlineData("PE2012", PolicyType.Identity, """{"Statement":[{"Sid":"a","Effect":"Deny","Action":"*","Resource":"*"},{"Sid":"a","Effect":"Deny","Action":"*","Resource":"*"}]}""")]
    [InlineData("PE2006", PolicyType.Identity, """{"Statement":[]}""")]
    [InlineData("PE2006", PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":[],"Resource":"*"}}""")]
    [InlineData("PE2006", PolicyType.Resource, """{"Statement":{"Effect":"Deny","Principal":{},"Action":"*","Resource":"*"}}""")]
    [InlineData("PE3005", PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringEquals":{"k:v":[]}}}}""")]
    [InlineData("PE2007", PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":["*",null]}}""")]
    [InlineData("PE3011", PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"s*:Get","Resource":"*"}}""")]
    [InlineData("PE3021", PolicyType.Session, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws:sqs"}}""")]
    [InlineData("PE3031", PolicyType.Resource, """{"Statement":{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::111122223333:role/*"},"Action":"*","Resource":"*"}}""")]
    [InlineData("PE3031", PolicyType.Resource, """{"Statement":{"Effect":"Deny","Principal":{"Service":"*.amazonaws.com"},"Action":"*","Resource":"*"}}""")]
    [InlineData("PE3031", PolicyType.Trust, """{"Statement":{"Effect":"Deny","Principal":{"Federated":"arn:aws:iam::111122223333:saml-provider/*"},"Action":"sts:AssumeRoleWithSAML"}}""")]
    [InlineData("PE3032", PolicyType.Resource, """{"Statement":{"Effect":"Deny","Principal":{"AWS":"${aws:username}"},"Action":"*","Resource":"*"}}""")]
    [InlineData("PE2016", PolicyType.Resource, """{"Statement":{"Effect":"Allow","NotPrincipal":{"AWS":"111122223333"},"Action":"*","Resource":"*"}}""")]
    [InlineData("PE3053", PolicyType.Identity, """{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"IpAddress":{"k:v":"10.1"}}}}""")]
    [InlineData("PE3041", PolicyType.Identity, """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"IpAddress":{"k:v":"${aws:SourceIp}"}}}}""")]
    [InlineData("PE3040", PolicyType.Identity, """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::${b"}}""")]
    [InlineData("PE3060", PolicyType.VpcEndpoint, """{"Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringLike":{"aws:SourceVpc":"vpc-*"}}}}""")]
    [InlineData("PE3023", PolicyType.Resource, """{"Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"arn:aws:s3:::"}}""")]
    [InlineData("PE3033", PolicyType.Resource, """{"Statement":{"Effect":"Deny","Principal":{"Federated":"accounts.google.com"},"Action":"*","Resource":"*"}}""")]
    public void Stored_tolerates_what_strict_refuses(string id, PolicyType type, string json)
    {
        ParseResult<PolicyDocument> strict = TestPolicy.Parse(json, type);
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(strict.Diagnostics, d => d.Id == id).Severity);
        Assert.False(strict.Success);
        ParseResult<PolicyDocument> stored = TestPolicy.Parse(json, type, ParseMode.Stored);
        Assert.True(stored.Success, string.Join('\n', stored.Diagnostics));
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(stored.Diagnostics, d => d.Id == id).Severity);
    }

    [Theory]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Action":"s3:*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Comment":"x"}}""")]
    [InlineData("""{"Statement":{"Effect":"deny","Action":"*","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":[["*"]],"Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"stringEquals":{"k:v":"x"}}}}""")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","NotResource":["*",null]}}""")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"nonsense","Resource":"*"}}""")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"},}""")]
    public void Stored_refuses_all_else(string json) => Assert.False(TestPolicy.Parse(json, PolicyType.Identity, ParseMode.Stored).Success);

    [Theory]
    [InlineData(PolicyType.ServiceControl, """{"Version":"2012-10-17","Id":"x","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}""")]
    [InlineData(PolicyType.ResourceControl, """{"Version":"2012-10-17","Id":"x","Statement":{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}}""")]
    public void L_21_stored_tolerates_an_Id_in_identity_types_only(PolicyType type, string json) =>
        Assert.Equal("PE2003", Assert.Single(TestPolicy.Parse(json, type, ParseMode.Stored).Diagnostics, static d => d.Severity == DiagnosticSeverity.Error).Id);

    [Theory]
    [InlineData("ab${*}")]
    [InlineData("a${?}b")]
    public void L_49_an_escaped_wildcard_needs_no_ordinary_characters_round_it(string value)
    {
        string json = """
            {"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringLike":{"k:v":"VALUE"}}}}
            """.Replace("VALUE", value, StringComparison.Ordinal);
        Assert.Empty(TestPolicy.Parse(json, PolicyType.VpcEndpoint).Diagnostics);
        Assert.Contains(TestPolicy.Parse(json.Replace("2012-", "2008-", StringComparison.Ordinal), PolicyType.VpcEndpoint).Diagnostics, static d => d.Id == "PE3062");
    }

    [Fact]
    public void Tolerant_text_takes_comments_and_trailing_commas_with_a_warning_each()
    {
        const string json = """
            { // the whole policy
              "Version": "2012-10-17",
              "Statement": [ { "Effect": "Allow", "Action": ["s3:*", /* , */ ], "Resource": "*", }, ],
            } /* end */
            """;
        PolicyText text = PolicyText.FromString(json);
        ParseResult<PolicyDocument> tolerant = PolicyParser.Parse(text, new PolicyParserOptions { TolerantText = true });
        Assert.True(tolerant.Success);
        Assert.Equal(3, tolerant.Diagnostics.Count(static d => d.Id == "PE1005"));
        Assert.Equal(4, tolerant.Diagnostics.Count(static d => d.Id == "PE1006"));
        Assert.All(tolerant.Diagnostics, static d => Assert.Equal(DiagnosticSeverity.Warning, d.Severity));
        Assert.False(PolicyParser.Parse(text).Success);
    }

    [Fact]
    public void One_run_shows_all_mistakes()
    {
        const string json = """
            {"Version":"2012-10-17","Sttement":1,"Statement":[
              7,
              {"Effect":"allow","Action":["s3","s3:Get*",4],"Resource":"bucket"},
              {"Effect":"Deny","Actions":"*","Resource":"*","Condition":{"StringEqual":{"k:v":"x"},"Bool":{"k:v":"maybe"}}},
              {"Effect":"Allow","Action":"s3:*","Resource":"*"}],"Statement":[]}
            """;
        (string, string)[] found = [.. TestPolicy.Parse(json).Diagnostics.Where(static d => d.Severity == DiagnosticSeverity.Error).Select(static d => (d.Id, d.Path))];
        (string, string)[] expected =
        [
            ("PE2001", "Sttement"), ("PE2004", "Statement[0]"), ("PE2010", "Statement[1].Effect"), ("PE3010", "Statement[1].Action[0]"),
            ("PE2004", "Statement[1].Action[2]"), ("PE3020", "Statement[1].Resource"), ("PE2002", "Statement[2]"), ("PE2001", "Statement[2].Actions"),
            ("PE3001", "Statement[2].Condition.StringEqual"), ("PE3052", "Statement[2].Condition.Bool.k:v"), ("PE1013", ""),
        ];
        Assert.Equal(expected, found);
    }

    [Fact]
    public void The_users_own_document_is_read_tolerantly_and_shown_at_its_comma()
    {
        const string json = "{\"Statement\": [{\"Effect\": \"Allow\",\n  \"Principal\": \"*\", \"Action\": \"s3:*\",\n  \"Resource\": \"*\",\n}]}";
        Diagnostic comma = Assert.Single(TestPolicy.Parse(json, PolicyType.Resource).Diagnostics, static d => d.Severity == DiagnosticSeverity.Error);
        Assert.Equal(("PE1006", new LinePosition(3, 18)), (comma.Id, comma.Position));
    }
}
