namespace PolicyEngine.Tests.Syntax;

/// <summary>L-40: what each policy type requires and forbids, element by element.</summary>
public class PolicyTypeTests
{
    private static readonly Dictionary<string, string> Elements = new(StringComparer.Ordinal)
    {
        ["Principal"] = "\"Principal\":\"*\"",
        ["NotPrincipal"] = "\"NotPrincipal\":{\"AWS\":\"111122223333\"}",
        ["Resource"] = "\"Resource\":\"*\"",
        ["NotResource"] = "\"NotResource\":\"arn:aws:s3:::b\"",
        ["NotAction"] = "\"NotAction\":\"sts:TagSession\"",
        ["Condition"] = "\"Condition\":{\"Bool\":{\"aws:SecureTransport\":\"true\"}}",
    };

    [Theory]
    [InlineData(PolicyType.Identity, false, false, true)]
    [InlineData(PolicyType.Managed, true, false, true)]
    [InlineData(PolicyType.PermissionsBoundary, true, false, true)]
    [InlineData(PolicyType.Session, false, false, true)]
    [InlineData(PolicyType.Resource, false, true, true)]
    [InlineData(PolicyType.Trust, false, true, false)]
    [InlineData(PolicyType.ServiceControl, true, false, true)]
    [InlineData(PolicyType.ResourceControl, true, true, true)]
    [InlineData(PolicyType.VpcEndpoint, false, true, true)]
    public void L_40_the_table_of_elements(PolicyType type, bool version, bool principal, bool resource)
    {
        Assert.True(Parses(type));
        Assert.Equal(!version, Parses(type, version: ""));
        Assert.Equal(!version, Parses(type, version: "2008-10-17"));
        Assert.Equal(type is PolicyType.Resource or PolicyType.Trust or PolicyType.VpcEndpoint, Parses(type, id: "\"Id\":\"x\","));
        Assert.Equal(type != PolicyType.ResourceControl, Parses(type, effect: "Allow"));
        Assert.Equal(!principal, Parses(type, without: "Principal"));
        Assert.Equal(principal, Parses(type, with: "Principal"));
        Assert.Equal(type is PolicyType.Resource or PolicyType.VpcEndpoint, Parses(type, with: "NotPrincipal", without: "Principal"));
        Assert.Equal(!resource, Parses(type, without: "Resource"));
        Assert.Equal(resource, Parses(type, with: "Resource"));
        Assert.Equal(resource, Parses(type, with: "NotResource", without: "Resource"));
        Assert.Equal(type != PolicyType.ResourceControl, Parses(type, with: "NotAction", without: "Action"));
        Assert.False(Parses(type, without: "Action"));
        Assert.True(Parses(type, with: "Condition"));
        bool completes = type is PolicyType.Identity or PolicyType.Managed or PolicyType.PermissionsBoundary;
        Assert.Equal(completes, Parses(type, without: "Resource", extra: "\"Resource\":\"arn:aws:sqs\""));
    }

    [Fact]
    public void L_42_some_services_imply_the_resource()
    {
        const string json = """{"Statement":{"Effect":"Deny","Principal":"*","Action":"mydomain:*"}}""";
        Assert.False(PolicyParser.Parse(PolicyText.FromString(json), new() { Type = PolicyType.Resource }).Success);
        Assert.True(PolicyParser.Parse(PolicyText.FromString(json), new() { Type = PolicyType.Resource, ResourceOptional = true }).Success);
    }

    [Fact]
    public void L_45_the_managed_RCP_is_an_option()
    {
        const string json = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""";
        Assert.False(PolicyParser.Parse(PolicyText.FromString(json), new() { Type = PolicyType.ResourceControl }).Success);
        Assert.True(PolicyParser.Parse(PolicyText.FromString(json), new() { Type = PolicyType.ResourceControl, AllowsManagedRcp = true }).Success);
    }

    [Theory]
    [InlineData("""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}""", "PE3013")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*"}""", "PE2011")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":["*","s3:*"],"Resource":"*"}""", "PE2011")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"arn:aws:s3:::b/*"}""", "PE2011")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","NotResource":"*"}""", "PE2011")]
    [InlineData("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*","Condition":{}}""", "PE2011")]
    public void L_45_the_option_lets_in_nothing_but_the_managed_RCP(string statement, string id)
    {
        string json = $$"""{"Version":"2012-10-17","Statement":[{{statement}}]}""";
        PolicyParserOptions options = new() { Type = PolicyType.ResourceControl, AllowsManagedRcp = true };
        Assert.Contains(PolicyParser.Parse(PolicyText.FromString(json), options).Diagnostics, d => d.Id == id && d.Severity == DiagnosticSeverity.Error);
    }

    private static bool Parses(
        PolicyType type, string version = "2012-10-17", string id = "", string effect = "Deny", string? with = null, string? without = null, string? extra = null)
    {
        HashSet<string> elements = new(StringComparer.Ordinal) { "Action", "Resource" };
        if (type is PolicyType.Resource or PolicyType.Trust or PolicyType.ResourceControl or PolicyType.VpcEndpoint) elements.Add("Principal");
        if (type == PolicyType.Trust) elements.Remove("Resource");
        if (without is not null) elements.Remove(without);
        if (with is not null) elements.Add(with);
        string action = type == PolicyType.Trust ? "sts:AssumeRole" : "s3:GetObject";
        IEnumerable<string> members = elements.Select(name => name == "Action" ? $"\"Action\":\"{action}\"" : Elements[name]).Append($"\"Effect\":\"{effect}\"");
        if (extra is not null) members = members.Append(extra);
        string head = version.Length == 0 ? "" : $"\"Version\":\"{version}\",";
        return TestPolicy.Parse($"{{{head}{id}\"Statement\":{{{string.Join(',', members)}}}}}", type).Success;
    }
}
