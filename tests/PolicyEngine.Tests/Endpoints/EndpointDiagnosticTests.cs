namespace PolicyEngine.Tests.Endpoints;

/// <summary>Each diagnostic id of endpoints: a text that raises it, the field it names, and what its span cuts out.</summary>
public class EndpointDiagnosticTests
{
    private const string Services = "PE5210";

    public static TheoryData<string, DiagnosticSeverity, string, string, string> Cases => new()
    {
        { "PE5201", DiagnosticSeverity.Error, "7", "", "7" },
        { "PE5201", DiagnosticSeverity.Error, "{}", "", "{}" },
        { "PE5201", DiagnosticSeverity.Error, """{"VpcEndpoints":null,"Other":[]}""", "", """{"VpcEndpoints":null,"Other":[]}""" },
        { "PE5201", DiagnosticSeverity.Error, """{"VpcEndpoints":[],"VpcId":"vpc-1"}""", "", """{"VpcEndpoints":[],"VpcId":"vpc-1"}""" },
        { "PE5202", DiagnosticSeverity.Error, """{"VpcEndpoints":{}}""", "VpcEndpoints", "{" },
        { "PE5202", DiagnosticSeverity.Error, """["vpce-1"]""", "[0]", "\"vpce-1\"" },
        { "PE5202", DiagnosticSeverity.Error, """[{"OwnerId":123456789012}]""", "[0].OwnerId", "123456789012" },
        { "PE5202", DiagnosticSeverity.Error, """[{"PrivateDnsEnabled":"true"}]""", "[0].PrivateDnsEnabled", "\"true\"" },
        { "PE5202", DiagnosticSeverity.Error, """[{"RouteTableIds":["rtb-1",[]]}]""", "[0].RouteTableIds[1]", "[" },
        { "PE5202", DiagnosticSeverity.Error, """[{"PolicyDocument":[]}]""", "[0].PolicyDocument", "[" },
        { "PE5203", DiagnosticSeverity.Warning, """[{"State":"sleeping"}]""", "[0].State", "\"sleeping\"" },
        { "PE5203", DiagnosticSeverity.Warning, """[{"VpcEndpointType":"1"}]""", "[0].VpcEndpointType", "\"1\"" },
        { "PE5204", DiagnosticSeverity.Warning, """[{"VpcEndpointId":"vpce-ABC"}]""", "[0].VpcEndpointId", "\"vpce-ABC\"" },
        { "PE5205", DiagnosticSeverity.Error, """[{"VpcEndpointId":"vpce-1"},{"VpcEndpointId":"vpce-1" }]""", "[1].VpcEndpointId", "\"vpce-1\"" },
        { "PE5206", DiagnosticSeverity.Warning, """{"VpcEndpoint":{"VpcEndpointId":"vpce-1","VpcId":"vpc-1"}}""", "VpcEndpoint", """{"VpcEndpointId":"vpce-1","VpcId":"vpc-1"}""" },
        { "PE5207", DiagnosticSeverity.Information, """[{"VpcId":"vpc-1"}]""", "[0]", """{"VpcId":"vpc-1"}""" },
        { "PE5208", DiagnosticSeverity.Warning, """{"VpcEndpoints":[],"NextToken":"x"}""", "NextToken", "\"NextToken\"" },
        { "PE5209", DiagnosticSeverity.Warning, """[{"ServiceName":"com.amazonaws.us-west-2.transfer.server","PolicyDocument":"{\"Statement\":[]}"}]""", "[0].PolicyDocument", "\"{\\\"Statement\\\":[]}\"" },
        { Services, DiagnosticSeverity.Error, "[]", "", "[" },
        { Services, DiagnosticSeverity.Error, """{"ServiceNames":[]}""", "", """{"ServiceNames":[]}""" },
    };

    internal static IEnumerable<string> Ids => Cases.Select(static row => row.Data.Item1);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_id_names_its_field_and_cuts_its_text(string id, DiagnosticSeverity severity, string text, string path, string cut)
    {
        PolicyText source = PolicyText.FromString(text);
        IEnumerable<Diagnostic> diagnostics = id == Services ? VpcEndpointServices.Parse(source).Diagnostics : VpcEndpointInventory.Parse(source).Diagnostics;
        Diagnostic found = Assert.Single(diagnostics, d => d.Id == id);
        Assert.Equal((severity, path, cut), (found.Severity, found.Path, source.Slice(found.Span)));
        Assert.False(found.Message.EndsWith('.'));
    }

    [Theory]
    [InlineData("", "PE1001")]
    [InlineData("{", "PE1004")]
    [InlineData("{\"VpcEndpoints\":[],}", "PE1006")]
    [InlineData("[] []", "PE1007")]
    [InlineData("""[{"VpcEndpointId":"vpce-1","VpcEndpointId":"vpce-2"}]""", "PE1013")]
    [InlineData("""[{"VpcId":"\uD800"}]""", "PE1010")]
    [InlineData("""[{"PolicyDocument":"\uD800"}]""", "PE1010")]
    public void Text_that_is_no_JSON_is_refused(string text, string id)
    {
        ParseResult<VpcEndpointInventory> read = VpcEndpointInventory.Parse(PolicyText.FromString(text));
        Assert.False(read.Success);
        Assert.Contains(read.Diagnostics, d => d.Id == id && d.Severity == DiagnosticSeverity.Error);
    }

    [Fact]
    public void A09_a_policy_that_cannot_be_read_is_an_error_at_its_place_in_the_file()
    {
        const string text = """
            {"VpcEndpoints": [
              {"VpcEndpointId": "vpce-1", "PolicyDocument": "{\n \"Statement\": [{\"Effect\": \"allow\", \"Principal\": \"*\", \"Action\": \"*\", \"Resource\": \"\u00e9\ud83d\ude00\"}]}"}
            ]}
            """;
        PolicyText source = PolicyText.FromString(text);
        ParseResult<VpcEndpointInventory> read = VpcEndpointInventory.Parse(source);
        Assert.False(read.Success);
        Diagnostic effect = Assert.Single(read.Diagnostics, static d => d.Id == "PE2010");
        Assert.Equal("VpcEndpoints[0].PolicyDocument.Statement[0].Effect", effect.Path);
        Assert.Equal(("\\\"allow\\\"", 2), (source.Slice(effect.Span), effect.Position.Line));
        Diagnostic resource = Assert.Single(read.Diagnostics, static d => d.Id == "PE3020");
        Assert.Equal("\\\"\\u00e9\\ud83d\\ude00\\\"", source.Slice(resource.Span));
    }

    [Fact]
    public void A62_findings_in_a_policy_that_is_an_object_stand_at_their_place()
    {
        PolicyText source = PolicyText.FromString("""[{"PolicyDocument": {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "x", "Resource": "*",}}}]""");
        ParseResult<VpcEndpointInventory> read = VpcEndpointInventory.Parse(source);
        Assert.Equal("\"x\"", source.Slice(Assert.Single(read.Diagnostics, static d => d.Id == "PE3010").Span));
        Assert.Equal(",", source.Slice(Assert.Single(read.Diagnostics, static d => d.Id == "PE1006").Span));
    }

    [Fact]
    public void The_end_of_a_policy_that_stops_too_early_is_the_end_of_its_string()
    {
        PolicyText source = PolicyText.FromString("""[{"PolicyDocument":"{\n"}]""");
        Diagnostic end = Assert.Single(VpcEndpointInventory.Parse(source).Diagnostics, static d => d.Id == "PE1004");
        Assert.Equal((23, 0), (end.Span.Start, end.Span.Length));
    }

    [Fact]
    public void A88_a_policy_beyond_the_quota_is_a_warning()
    {
        string policy = "{\\\"Statement\\\":[]}" + new string(' ', 20_480);
        ParseResult<VpcEndpointInventory> read = VpcEndpointInventory.Parse(PolicyText.FromString($$"""[{"VpcEndpointId":"vpce-1","PolicyDocument":"{{policy}}"}]"""));
        Assert.True(read.Success);
        Assert.Contains(read.Diagnostics, static d => d.Id == "PE2019");
    }

    [Fact]
    public void Limits_are_options()
    {
        PolicyText text = PolicyText.FromString("""[{"Tags":[[]],"OwnerId":1,"VpcId":2}]""");
        Assert.Equal("PE1009", Assert.Single(VpcEndpointInventory.Parse(text, new VpcEndpointParserOptions { MaxBytes = 9 }).Diagnostics).Id);
        Assert.Contains(VpcEndpointInventory.Parse(text, new VpcEndpointParserOptions { MaxDepth = 3 }).Diagnostics, static d => d.Id == "PE1008");
        Assert.Equal(["PE5202", "PE1099"], VpcEndpointInventory.Parse(text, new VpcEndpointParserOptions { MaxDiagnostics = 1 }).Diagnostics.Select(static d => d.Id), StringComparer.Ordinal);
    }
}
