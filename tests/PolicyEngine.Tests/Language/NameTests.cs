using PolicyEngine.Facts;
using PolicyEngine.Language;

namespace PolicyEngine.Tests.Language;

/// <summary>Small values: Regions, ARNs, numbers, keys.</summary>
public class NameTests
{
    private const string Alice = "arn:aws:iam::111122223333:user/Alice";

    [Theory]
    [InlineData("eu-west-1", "aws")]
    [InlineData("us-east-2", "aws")]
    [InlineData("ap-northeast-3", "aws")]
    [InlineData("ap-southeast-4", "aws")]
    [InlineData("sa-east-1", "aws")]
    [InlineData("ca-central-1", "aws")]
    [InlineData("me-south-1", "aws")]
    [InlineData("af-south-1", "aws")]
    [InlineData("il-central-1", "aws")]
    [InlineData("mx-central-1", "aws")]
    [InlineData("ap-southwest-1", "aws")]
    [InlineData("ap-northwest-1", "aws")]
    [InlineData("cn-north-1", "aws-cn")]
    [InlineData("us-gov-west-1", "aws-us-gov")]
    [InlineData("us-iso-east-1", "aws-iso")]
    [InlineData("us-isob-east-1", "aws-iso-b")]
    [InlineData("eu-isoe-west-1", "aws-iso-e")]
    [InlineData("us-isof-south-1", "aws-iso-f")]
    [InlineData("eusc-de-east-1", "aws-eusc")]
    [InlineData("eu-west-0", null)]
    [InlineData("eu-west-10", null)]
    [InlineData("eu-west", null)]
    [InlineData("eu-middle-1", null)]
    [InlineData("eu-noorth-1", null)]
    [InlineData("west-1", null)]
    [InlineData("xx-west-1", null)]
    [InlineData("us-gow-west-1", null)]
    [InlineData("us-isox-west-1", null)]
    [InlineData("eusc-fr-east-1", null)]
    [InlineData("zz-iso-west-1", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void The_partition_of_a_region(string region, string? expected) => Assert.Equal(expected, RegionName.FindPartition(region));

    [Theory]
    [InlineData("arn:aws:iam::111122223333:root", CallerType.Root)]
    [InlineData(Alice, CallerType.User)]
    [InlineData("arn:aws:iam::cloudfront:user/E1", CallerType.User)]
    [InlineData("arn:aws:iam::111122223333:role/a/b", CallerType.RoleSession)]
    [InlineData("arn:aws:sts::111122223333:assumed-role/App/s", CallerType.RoleSession)]
    [InlineData("arn:aws:sts::111122223333:federated-user/Carol", CallerType.FederatedUser)]
    public void L97_arns_of_callers(string arn, CallerType expected) => Assert.Equal(expected, RequestPrincipal.FromArn(arn).Kind);

    [Theory]
    [InlineData("x")]
    [InlineData("arn:aws:iam::111122223333:root/x")]
    [InlineData("arn:aws:iam::111122223333:user")]
    [InlineData("arn:aws:iam::111122223333:user/")]
    [InlineData("arn:aws:iam::111122223333:role/")]
    [InlineData("arn:aws:iam::111122223333:role/a/")]
    [InlineData("arn:aws:iam::111122223333:group/g")]
    [InlineData("arn:aws:iam::1111:user/Alice")]
    [InlineData("arn:aws:iam::cloudfront:role/E1")]
    [InlineData("arn:aws:sts::cloudfront:user/E1")]
    [InlineData("arn:aws:iam:eu-west-1:111122223333:user/Alice")]
    [InlineData("arn:aws:s3::111122223333:user/Alice")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/App")]
    [InlineData("arn:aws:sts::111122223333:assumed-role//s")]
    [InlineData("arn:aws:sts::111122223333:assumed-role/App/")]
    [InlineData("arn:aws:sts::111122223333:federated-user/")]
    [InlineData("arn:aws:sts::111122223333:self")]
    public void L97_other_arns_are_no_callers(string arn) => Assert.Throws<ArgumentException>(() => RequestPrincipal.FromArn(arn));

    [Fact]
    public void Callers_that_cannot_be_are_refused()
    {
        const string session = "arn:aws:sts::111122223333:assumed-role/App/s";
        const string role = "arn:aws:iam::111122223333:role/path/App";
        const string carol = "arn:aws:sts::111122223333:federated-user/Carol";
        Assert.Equal(role, RequestPrincipal.RoleSession(session, role).RoleArn!.Text);
        Assert.Throws<ArgumentException>(() => RequestPrincipal.RoleSession(role, role));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.RoleSession(session, session));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.RoleSession(session, Alice));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.RoleSession(Alice, role));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.RoleSession(session, "arn:aws:iam::444455556666:role/App"));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.RoleSession(session, "arn:aws:iam::111122223333:role/App/other"));
        Assert.Equal(Alice, RequestPrincipal.FederatedUser(carol, Alice).IssuerArn!.Text);
        Assert.Throws<ArgumentException>(() => RequestPrincipal.FederatedUser(Alice, Alice));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.FederatedUser(carol, role));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.FederatedUser(carol, "arn:aws:iam::444455556666:user/Alice"));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.Root("1111"));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.Service());
        Assert.Throws<ArgumentException>(() => RequestPrincipal.Service(""));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.Unidentified(CallerType.Anonymous, "111122223333"));
        Assert.Throws<ArgumentException>(() => RequestPrincipal.Unidentified(CallerType.User, "1111"));
        Assert.Equal(CallerType.Root, RequestPrincipal.Unidentified(CallerType.Root, "111122223333").Kind);
        Assert.False(RequestPrincipal.Unidentified(CallerType.RoleSession, "111122223333").IsIdentified);
    }

    [Fact]
    public void An_arn_is_its_text()
    {
        Arn arn = Arn.Parse(Alice);
        Assert.Equal(arn, Parse<Arn>(Alice));
        Assert.Equal(arn.GetHashCode(), ParseSpan<Arn>(Alice).GetHashCode());
        Assert.Equal(Alice, arn.ToString());
        Assert.NotEqual(arn, Arn.Parse("arn:aws:iam::111122223333:user/alice"));
        Assert.False(arn.Equals(null));
        Assert.Contains("'x'", Assert.Throws<FormatException>(() => Arn.Parse("x")).Message, StringComparison.Ordinal);
        Assert.True(TryParse(Alice, out Arn? same) && same == arn);
        Assert.False(TryParse("arn:aws", out Arn? _));
    }

    [Theory]
    [InlineData("5", "5.0", true)]
    [InlineData("+5", "05", true)]
    [InlineData("-0", "0", true)]
    [InlineData("5", "-5", false)]
    [InlineData("5.01", "5.1", false)]
    public void L140_numbers_are_equal_by_value(string one, string other, bool expected)
    {
        Assert.True(DecimalNumber.TryParse(one, out DecimalNumber left));
        Assert.True(DecimalNumber.TryParse(other, out DecimalNumber right));
        Assert.Equal(expected, left == right);
        Assert.Equal(!expected, left != right);
        Assert.Equal(expected, left.Equals((object)right));
        Assert.False(left.Equals(one));
        if (expected) Assert.Equal(left.GetHashCode(), right.GetHashCode());
        Assert.Equal((one, "0"), (left.ToString(), default(DecimalNumber).ToString()));
    }

    [Fact]
    public void Global_keys_name_identifiers_tags_and_a_page()
    {
        string[] identifiers = [.. ConditionKeys.All.Where(static key => key.IsIdentifier).Select(static key => key.Name).Order(StringComparer.Ordinal)];
        Assert.Equal(
            ["aws:PrincipalAccount", "aws:PrincipalOrgID", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:SourceAccount", "aws:SourceOrgID", "aws:SourceVpc", "aws:SourceVpce", "aws:VpceAccount", "aws:VpceOrgID"],
            identifiers);
        Assert.All(ConditionKeys.All.Where(static key => key.IsTagKey), static key => Assert.EndsWith("/", key.Name, StringComparison.Ordinal));
        Assert.EndsWith("#condition-keys-sourcevpce", ConditionKeys.Find("aws:sourcevpce")!.Documentation.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("condition-keys.html", ConditionKey.Of("s3:x").Documentation.ToString(), StringComparison.Ordinal);
        Assert.Equal("aws:SourceVpce", ConditionKeys.SourceVpce.ToString());
        Assert.True(ConditionKeys.SourceVpce.Equals((object)ConditionKey.Of("AWS:sourcevpce")));
        Assert.False(ConditionKeys.SourceVpce.Equals((object)"aws:SourceVpce"));
    }

    [Fact]
    public void Kinds_of_policies_are_read_by_name()
    {
        Assert.All(Enum.GetValues<PolicyType>(), static type => Assert.True(PolicyTypeNames.TryParse(PolicyTypeNames.NameOf(type), out PolicyType read) && read == type));
        Assert.All(Enum.GetValues<PolicyType>(), static type => Assert.Equal(type.ToString(), PolicyTypeNames.NameOf(type), ignoreCase: true));
        Assert.Throws<ArgumentOutOfRangeException>(static () => PolicyTypeNames.NameOf((PolicyType)Enum.GetValues<PolicyType>().Length));
        Assert.False(PolicyTypeNames.TryParse("Identity", out _));
        Assert.False(PolicyTypeNames.TryParse("scp", out _));
        Assert.False(PolicyTypeNames.TryParse(null, out _));
    }

    [Fact]
    public void A_request_in_words() =>
        Assert.Equal($"{Alice} s3:GetObject arn:aws:s3:::b/k", new AuthorizationRequest(RequestPrincipal.FromArn(Alice), "s3:GetObject", "arn:aws:s3:::b/k").ToString());

    private static T Parse<T>(string text)
        where T : IParsable<T> => T.Parse(text, null);

    private static T ParseSpan<T>(ReadOnlySpan<char> text)
        where T : ISpanParsable<T> => T.TryParse(text, null, out T? value) ? T.Parse(text, null) ?? value : throw new FormatException();

    private static bool TryParse<T>(string text, out T? value)
        where T : IParsable<T> => T.TryParse(text, null, out value);
}
