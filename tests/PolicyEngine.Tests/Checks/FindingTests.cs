using System.Globalization;
using System.Text.Json;
using PolicyEngine.Checks;

namespace PolicyEngine.Tests.Checks;

/// <summary>What a finding has beside its message, and which findings are told.</summary>
public class FindingTests
{
    private const string Unknown = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObjekt","Resource":"*"}]}""";

    [Fact]
    public void C1_a_check_refuses_nothing()
    {
        Assert.True(PolicyParser.Parse(PolicyText.FromString(Unknown)).Success);
        Assert.Contains(Check(Unknown), static finding => finding.Id == "PE4036");
    }

    [Fact]
    public void C3_a_finding_has_the_code_and_the_rank_of_AWS()
    {
        Finding found = Assert.Single(Check(Unknown));
        Assert.Equal(("PE4036", "INVALID_ACTION", AwsFindingType.Error, "Statement[0].Action"), (found.Id, found.Code, found.AwsType, found.Path));
        Assert.Equal("Perhaps 's3:GetObject' is meant.", found.Help);
        Assert.Contains("= help: Perhaps 's3:GetObject' is meant.", DiagnosticFormatter.FormatSnippet(found.Diagnostic), StringComparison.Ordinal);
        Assert.Equal("\"s3:GetObjekt\"", found.Source.Slice(found.Span));
        Assert.Equal(found.Descriptor.HelpUri, found.Link);
        Assert.Equal((false, "\"s3:GetObject\""), (found.Fix!.KeepsMeaning, found.Fix.Edits.Single().NewText));
        Assert.Empty(found.Related);
    }

    [Fact]
    public void C3_a_finding_has_the_shape_of_AWS()
    {
        const string text = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"IpAddress":{"aws:SourceIp":["203.0.113.0/24","10.0.0.0/8"]}}}]}""";
        Finding found = Check(text).Single(static each => each.Id == "PE4012");
        using JsonDocument json = JsonDocument.Parse(found.ToValidatePolicyFinding()!.ToJson());
        JsonElement own = json.RootElement;
        Assert.Equal(["findingDetails", "findingType", "issueCode", "learnMoreLink", "locations"], own.EnumerateObject().Select(static member => member.Name), StringComparer.Ordinal);
        Assert.Equal(("SUGGESTION", "PRIVATE_IP_ADDRESS_SUBSET"), (own.GetProperty("findingType").GetString(), own.GetProperty("issueCode").GetString()));
        Assert.EndsWith("#access-analyzer-reference-policy-checks-suggestion-private-ip-address-subset", own.GetProperty("learnMoreLink").GetString(), StringComparison.Ordinal);
        JsonElement place = Assert.Single(own.GetProperty("locations").EnumerateArray());
        Assert.Equal("""[{"value":"Statement"},{"index":0},{"value":"Condition"},{"value":"IpAddress"},{"value":"aws:SourceIp"},{"index":1}]""", place.GetProperty("path").GetRawText());
        JsonElement start = place.GetProperty("span").GetProperty("start");
        Assert.Equal((1, found.Span.Start, found.Span.Start), (start.GetProperty("line").GetInt32(), start.GetProperty("column").GetInt32(), start.GetProperty("offset").GetInt32()));
        Assert.Null(Check(Unknown.Replace("\"*\"", """ "*","Condition":{"StringNotEquals":{"s3:signatureversion":"a"}} """, StringComparison.Ordinal)).Single(static each => each.Id == "PE4006").ToValidatePolicyFinding());
    }

    /// <summary>A key with dots and brackets is one step.</summary>
    [Fact]
    public void C3_a_condition_key_is_one_step_of_a_path() => Assert.Equal(
        ["Statement", "Condition", "StringEquals", "aws:RequestTag/a.b[1]c"],
        new ValidatePolicyLocation("Statement.Condition.StringEquals.aws:RequestTag/a.b[1]c", default, PolicyText.FromString("")).Path.Select(static step => step.Value),
        StringComparer.Ordinal);

    [Fact]
    public void C4_what_the_catalogue_lacks_is_a_warning() => Assert.All(
        Check("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["newservice:Run","s3:NewAction"],"Resource":"*"}]}"""),
        static finding => Assert.Equal((DiagnosticSeverity.Warning, AwsFindingType.Error), (finding.Severity, finding.AwsType)));

    [Fact]
    public void C4_what_excludes_nothing_is_information() =>
        Assert.Equal(DiagnosticSeverity.Information, Check("""{"Version":"2012-10-17","Statement":[{"Effect":"Deny","NotAction":"s3:NewAction","Resource":"*"}]}""").Single(static each => each.Id == "PE4036").Severity);

    [Theory]
    [InlineData(CheckProfile.Aws, "PE4036")]
    [InlineData(CheckProfile.Default, "PE4036 PE4006")]
    [InlineData(CheckProfile.Review, "PE4036 PE4006")]
    public void C6_a_profile_says_what_is_told(CheckProfile profile, string expected)
    {
        PolicyText text = PolicyText.FromString(Unknown.Replace("\"*\"", """ "*","Condition":{"StringNotEquals":{"s3:signatureversion":"a"}} """, StringComparison.Ordinal));
        Assert.Equal(expected.Split(' '), PolicyChecker.CheckText(text, options: PolicyCheckerOptions.Default with { Profile = profile }).Select(static each => each.Id), StringComparer.Ordinal);
    }

    [Fact]
    public void C6_errors_of_the_parser_are_told_in_every_profile()
    {
        PolicyText text = PolicyText.FromString("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3","Resource":"*"}]}""");
        foreach (CheckProfile profile in Enum.GetValues<CheckProfile>()) Assert.Contains(PolicyChecker.CheckText(text, options: PolicyCheckerOptions.Default with { Profile = profile }), static each => each.Id == "PE3010");
    }

    /// <summary>Every code that is ours to tell is told by an id that exists.</summary>
    [Fact]
    public void C20_ids_of_the_table_of_codes_exist_or_are_to_come()
    {
        Assert.Equal(153, AwsIssueCodes.All.Count);
        Assert.Equal(153, AwsIssueCodes.All.Select(static code => code.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [InlineData("""{"Statement":{"Action":"s3:*","Resource":"*"}}""", "MISSING_EFFECT")]
    [InlineData("""{"Statement":{"Effect":"Deny","Resource":"*"}}""", "MISSING_ACTION")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*"}}""", "MISSING_RESOURCE")]
    [InlineData("""{"Version":"2012-10-17"}""", "MISSING_STATEMENT")]
    [InlineData("""{"Statement":[]}""", "MISSING_STATEMENT")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":[],"Resource":"*"}}""", "EMPTY_ARRAY_ACTION")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":[]}}""", "EMPTY_ARRAY_RESOURCE")]
    [InlineData("""{"Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}}""", "UNSUPPORTED_PRINCIPAL")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws"}}""", "MISSING_ARN_FIELD")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"bucket"}}""", "INVALID_ARN_PREFIX")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:${aws:username}","Resource":"*"}}""", "VARIABLE_UNSUPPORTED_IN_ELEMENT")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::${aws:username"}}""", "MISSING_BRACE_IN_VARIABLE")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"arn:aws:s3:::${}"}}""", "EMPTY_VARIABLE")]
    [InlineData("""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"NumericEquals":{"aws:MultiFactorAuthAge":"${aws:username}"}}}}""", "INVALID_VARIABLE_FOR_OPERATOR")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"ForAllValues:StringLikeIfExists":{"aws:TagKeys":[]}}}}""", "EMPTY_ARRAY_CONDITION_FORALLVALUES")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringLikeIfExists":{"aws:TagKeys":[]}}}}""", "EMPTY_ARRAY_CONDITION_IFEXISTS")]
    [InlineData("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringLike":{"aws:ResourceTag/":"x"}}}}""", "MISSING_TAG_KEY_IN_CONDITION")]
    public void C21_the_case_tells_the_code(string text, string code) => Assert.Contains(code, Check(text).Select(static each => each.Code), StringComparer.Ordinal);

    [Theory]
    [InlineData("s3:GetObjekt", "Perhaps 's3:GetObject' is meant.")]
    [InlineData("dynamodbb:GetItem", "Perhaps 'dynamodb' is meant.")]
    [InlineData("s3:Frobnicate", "Look the name up on the service's page of the service authorization reference.")]
    public void C56_help_names_the_nearest(string action, string help) => Assert.Equal(help, Assert.Single(Check(Unknown.Replace("s3:GetObjekt", action, StringComparison.Ordinal))).Help);

    private static Finding[] Check(string text) => [.. PolicyChecker.CheckText(PolicyText.FromString(text))];

    [Theory]
    [InlineData("AWS::SQS::Queue", 9_000, 8_192)]
    [InlineData("AWS::SQS::Queue", 8_000, null)]
    [InlineData("AWS::KMS::Key", 30_000, null)]
    [InlineData(null, 30_000, null)]
    [InlineData(null, 41_000, 40_000)]
    public void C40_a_resource_policy_has_the_limit_of_its_type(string? resourceType, int length, int? most)
    {
        const string head = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"arn:aws:sqs:us-west-2:111122223333:""";
        PolicyText text = PolicyText.FromString(head + new string('q', length - head.Length - 3) + "\"}}");
        PolicyCheckerOptions options = PolicyCheckerOptions.Default with { ResourceType = resourceType };
        Finding? found = PolicyChecker.CheckText(text, new PolicyParserOptions { Type = PolicyType.Resource }, options).SingleOrDefault(static each => each.Id == "PE2019");
        Assert.Equal(most is null, found is null);
        if (most is null) return;
        Assert.Equal("POLICY_SIZE_EXCEEDS_RESOURCE_POLICY_QUOTA", found!.Code);
        Assert.Contains($"has {length.ToString(CultureInfo.InvariantCulture)} bytes", found.Message, StringComparison.Ordinal);
        Assert.EndsWith($"at most {most.Value.ToString(CultureInfo.InvariantCulture)}", found.Message, StringComparison.Ordinal);
    }
}
