using System.Globalization;
using PolicyEngine.Facts;

namespace PolicyEngine.Tests.Facts;

public class ServiceProfilesTests
{
    private static readonly string[] Columns =
    [
        "name", "derived-key", "policy", "resource", "sid", "size", "statements", "stored-principal", "stored-resource", "own-account-only", "cross-account-only-these", "cross-account",
        "endpoint", "endpoint-policy", "region", "global-resource-region", "no-resource-account", "no-resource-account-across", "no-existing-resource", "existing-resource", "denial", "multi", "via-service", "key", "note",
    ];

    private static readonly ProfileCell[] Cells = [.. ServiceProfiles.All.SelectMany(static profile => profile.Cells.ToArray())];

    [Fact]
    public void Q10_every_fact_has_a_page_and_a_month()
    {
        Assert.All(Cells, static cell =>
        {
            Assert.Contains(cell.Column, Columns, StringComparer.Ordinal);
            Assert.StartsWith("https://", cell.Source, StringComparison.Ordinal);
            Assert.True(DateTime.TryParseExact(cell.AsOf, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _), cell.AsOf);
            Assert.NotEmpty(cell.Value);
        });
        Assert.Equal(ServiceProfiles.AsOf, Cells.Max(static cell => cell.AsOf));
    }

    [Fact]
    public void Q10_sixty_services_and_more_have_resource_policies() =>
        Assert.InRange(ServiceProfiles.All.Count(static profile => profile.Find("policy") is not null), 60, 1000);

    [Fact]
    public void Q10_words_that_code_asks_for_are_these()
    {
        Assert.All(ColumnOf(ProfileColumns.Resource), static cell => Assert.Contains(cell.Words[0], (string[])["required", "optional", "refused"], StringComparer.Ordinal));
        Assert.All(ColumnOf(ProfileColumns.Sid), static cell => Assert.Contains(cell.Value, (string[])["unique", "repeatable"], StringComparer.Ordinal));
        Assert.All(ColumnOf(ProfileColumns.Endpoint).SelectMany(static cell => cell.Words), static word => Assert.Contains(word, (string[])["gateway", "interface"], StringComparer.Ordinal));
        Assert.All(ColumnOf(ProfileColumns.Region).SelectMany(static cell => cell.Words), static word => Assert.Equal(RegionName.FindPartition(word.Split('=')[1]), word.Split('=')[0]));
        Assert.All(ServiceProfiles.All.GroupBy(static profile => profile.Cells.ToArray().Count(static cell => cell.Column == ProfileColumns.Region)), static group => Assert.InRange(group.Key, 0, 1));
    }

    [Theory]
    [InlineData("s3", true)]
    [InlineData("S3", true)]
    [InlineData("s3express", true)]
    [InlineData("s3-object-lambda", true)]
    [InlineData("dynamodb", true)]
    [InlineData("s3-outposts", false)]
    [InlineData("s3tables", false)]
    [InlineData("s3vectors", false)]
    [InlineData("", false)]
    public void Q10_some_services_have_gateway_endpoints(string prefix, bool expected) => Assert.Equal(expected, ServiceProfiles.HasGatewayEndpoint(prefix));

    [Theory]
    [InlineData("s3:PutBucketPolicy", true)]
    [InlineData("s3:putbucketpolicy", true)]
    [InlineData("s3:PutBucketAcl", false)]
    [InlineData("kms:Decrypt", false)]
    [InlineData("kms:ScheduleKeyDeletion", true)]
    [InlineData("dynamodb:UpdateTimeToLive", true)]
    [InlineData("dynamodb:ConditionCheckItem", false)]
    [InlineData("kinesis:PutRecords", false)]
    [InlineData("kinesis:DescribeStream", true)]
    [InlineData("kinesis:PutResourcePolicy", true)]
    [InlineData("cloudhsm:DeleteBackup", true)]
    [InlineData("cloudhsm:DescribeBackups", false)]
    [InlineData("unheardof:Do", false)]
    [InlineData("s3", false)]
    public void Q10_some_actions_are_refused_to_other_accounts(string action, bool expected) => Assert.Equal(expected, ServiceProfiles.FindLimitAcrossAccounts(action) is not null);

    [Theory]
    [InlineData("iam", "aws", "us-east-1")]
    [InlineData("iam", "aws-cn", "cn-north-1")]
    [InlineData("iam", "aws-us-gov", "us-gov-west-1")]
    [InlineData("globalaccelerator", "aws", "us-west-2")]
    [InlineData("networkmanager", "aws", "us-west-2")]
    [InlineData("shield", "aws-cn", null)]
    [InlineData("secretsmanager", "aws", null)]
    public void Q10_global_services_have_a_control_region(string prefix, string partition, string? expected) =>
        Assert.Equal(expected, ServiceProfiles.Find(prefix)?.FindControlRegion(partition));

    private static IEnumerable<ProfileCell> ColumnOf(string name) => Cells.Where(cell => cell.Column == name);
}
