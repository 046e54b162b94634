using PolicyEngine.Facts;

namespace PolicyEngine.Tests.Facts;

/// <summary>The tables of what services support.</summary>
public class ServiceTablesTests
{
    private static readonly ServiceTables Tables = ServiceTables.Default;

    [Theory]
    [InlineData("s3:GetObject", true)]
    [InlineData("S3:getobject", true)]
    [InlineData("cognito-identity:GetId", true)]
    [InlineData("sns:Publish", false)]
    [InlineData("kms:Decrypt", true)]
    [InlineData("kms:RetireGrant", false)]
    [InlineData("s3", false)]
    [InlineData(":x", false)]
    [InlineData("", false)]
    public void A27_A28_resource_control_covers_listed_services(string action, bool expected) => Assert.Equal(expected, Tables.HasResourceControl(action));

    [Theory]
    [InlineData("aws:SourceVpcArn", "s3:GetObject", true)]
    [InlineData("aws:sourcevpcarn", "S3:GetObject", true)]
    [InlineData("aws:SourceVpcArn", "iam:PassRole", false)]
    [InlineData("aws:VpceAccount", "iam:PassRole", false)]
    [InlineData("aws:VpceAccount", "iam:GetRole", true)]
    [InlineData("aws:VpceOrgPaths", "secretsmanager:GetSecretValue", true)]
    [InlineData("aws:VpceOrgID", "kinesis:PutRecord", true)]
    [InlineData("aws:SourceVpcArn", "dynamodb:GetItem", false)]
    [InlineData("aws:VpceAccount", "dynamodb:GetItem", true)]
    [InlineData("aws:VpceOrgPaths", "sqs:SendMessage", false)]
    [InlineData("aws:VpceOrgID", "sqs:SendMessage", true)]
    [InlineData("aws:VpceOrgID", "secretsmanager:GetSecretValue", false)]
    [InlineData("aws:SourceVpce", "s3:GetObject", false)]
    public void A73_newer_endpoint_keys_depend_on_the_service(string key, string action, bool expected) => Assert.Equal(expected, Tables.SendsEndpointKey(key, action));

    [Fact]
    public void A54_two_actions_need_no_permission()
    {
        Assert.True(Tables.NeedsNoPermission("sts:GetCallerIdentity"));
        Assert.True(Tables.NeedsNoPermission("STS:getsessiontoken"));
        Assert.False(Tables.NeedsNoPermission("sts:AssumeRole"));
    }

    [Fact]
    public void A85_some_endpoint_services_have_no_policy()
    {
        Assert.False(Tables.HasEndpointPolicy("transfer.server"));
        Assert.True(Tables.HasEndpointPolicy("transfer"));
    }

    [Fact]
    public void A109_some_event_sources_have_another_prefix()
    {
        Assert.True(Tables.TryGetActionPrefix("monitoring", out string? prefix));
        Assert.Equal("cloudwatch", prefix);
        Assert.False(Tables.TryGetActionPrefix("s3", out _));
    }

    [Fact]
    public void A114_network_activity_is_recorded_for_some_sources()
    {
        Assert.True(Tables.LogsNetworkActivity("secretsmanager"));
        Assert.True(Tables.LogsNetworkActivity("sts"));
        Assert.False(Tables.LogsNetworkActivity("logs"));
    }

    [Fact]
    public void Tables_carry_their_date_and_can_be_replaced()
    {
        Assert.Equal("2026-11", Tables.AsOf);
        ServiceTables other = ServiceTables.Parse("""
            {"asOf":"2027-01","resourceControl":{"prefixes":["sns"],"exemptActions":[]},"endpointKeys":{},"noPermissionActions":[],
             "endpointServicesWithoutPolicy":[],"eventSources":{},"networkActivitySources":[]}
            """);
        Assert.True(other.HasResourceControl("sns:Publish"));
        Assert.False(other.SendsEndpointKey("aws:VpceAccount", "s3:GetObject"));
    }

    [Theory]
    [InlineData("", "PE1001")]
    [InlineData("{", "PE1004")]
    [InlineData("\"\\ud800\"", "PE1010")]
    [InlineData("[]", "PE5401", "an object")]
    [InlineData("{}", "PE5401", "asOf")]
    [InlineData("""{"asOf":1}""", "PE5401", "asOf")]
    [InlineData("""{"asOf":"2027-01"}""", "PE5401", "noPermissionActions")]
    [InlineData("""{"asOf":"2027-01","noPermissionActions":[],"endpointServicesWithoutPolicy":[],"networkActivitySources":[1]}""", "PE5401", "networkActivitySources")]
    [InlineData("""{"asOf":"2027-01","noPermissionActions":[],"endpointServicesWithoutPolicy":[],"networkActivitySources":[],"eventSources":{"a":1}}""", "PE5401", "eventSources")]
    [InlineData("""{"asOf":"2027-01","noPermissionActions":[],"endpointServicesWithoutPolicy":[],"networkActivitySources":[],"eventSources":{},"resourceControl":{}}""", "PE5401", "resourceControl")]
    [InlineData("""{"asOf":"2027-01","noPermissionActions":[],"endpointServicesWithoutPolicy":[],"networkActivitySources":[],"eventSources":{},"resourceControl":{"prefixes":[],"exemptActions":[]},"endpointKeys":{"k":[]}}""", "PE5401", "endpointKeys")]
    public void PE5401_tables_of_another_shape_are_refused(string json, string id, string cause = "")
    {
        Diagnostic found = Assert.Single(ServiceTables.Parse(PolicyText.FromString(json)).Diagnostics);
        Assert.Equal((id, json), (found.Id, id == "PE5401" ? found.Source.Slice(found.Span) : json));
        Assert.Contains(cause, found.Message, StringComparison.Ordinal);
    }
}
