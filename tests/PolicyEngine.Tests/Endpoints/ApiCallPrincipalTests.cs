using static PolicyEngine.Tests.Endpoints.CallCases;

namespace PolicyEngine.Tests.Endpoints;

/// <summary>A-92: the condition keys of each kind of caller.</summary>
public class ApiCallPrincipalTests
{
    private const string Session = "arn:aws:sts::123456789012:assumed-role/App/s1";

    public static TheoryData<string, string?, string?, string?, string?, string?, string?> Callers => new()
    {
        // The caller, then aws:PrincipalArn, PrincipalAccount, PrincipalType, userid, username and PrincipalIsAWSService.
        { "user", "arn:aws:iam::123456789012:user/path/Anika", "123456789012", "User", "AIDAEXAMPLE", "Anika", "false" },
        { "session", "arn:aws:iam::123456789012:role/team/App", "123456789012", "AssumedRole", "AROAEXAMPLE:s1", null, "false" },
        { "session without role", "(unknown)", "123456789012", "AssumedRole", "(unknown)", null, "false" },
        { "role", "arn:aws:iam::123456789012:role/team/App", "123456789012", "AssumedRole", "(unknown)", null, "false" },
        { "federated user", "arn:aws:sts::123456789012:federated-user/Bob", "123456789012", "FederatedUser", "123456789012:Bob", null, "false" },
        { "root", "arn:aws:iam::123456789012:root", "123456789012", "Account", "123456789012", null, "false" },
        { "service", null, null, null, null, null, "true" },
        { "anonymous", null, "anonymous", "Anonymous", "anonymous", null, null },
        { "web", null, null, "(unknown)", "(unknown)", null, "false" },
        { "saml", null, null, "(unknown)", "(unknown)", null, "false" },
        { "unidentified user", "(unknown)", "123456789012", "User", "(unknown)", "(unknown)", "false" },
    };

    [Theory]
    [MemberData(nameof(Callers))]
    public void A92_keys_that_follow_from_the_caller(string name, string? arn, string? account, string? type, string? userId, string? userName, string? isService)
    {
        ApiCallBuilder call = Reads(CallerOf(name));
        Assert.Equal(arn, Key(call, "aws:PrincipalArn"));
        Assert.Equal(account, Key(call, "aws:PrincipalAccount"));
        Assert.Equal(type, Key(call, "aws:PrincipalType"));
        Assert.Equal(userId, Key(call, "aws:userid"));
        Assert.Equal(userName, Key(call, "aws:username"));
        Assert.Equal(isService, Key(call, "aws:PrincipalIsAWSService"));
        Assert.Equal(name == "service" ? "[rds.amazonaws.com, rds.us-west-2.amazonaws.com]" : null, Key(call, "aws:PrincipalServiceNamesList"));
        Assert.Equal(name is "web" ? "accounts.google.com" : name is "saml" ? "arn:aws:iam::123456789012:saml-provider/idp" : type is "AssumedRole" ? "(unknown)" : null, Key(call, "aws:FederatedProvider"));
    }

    [Theory]
    [InlineData("user", "2026-01-16T05:00:00Z", "true")]
    [InlineData("user with keys", null, null)]
    [InlineData("user with token", "2026-01-16T05:00:00Z", "true")]
    [InlineData("session", "2026-01-16T05:00:00Z", "true")]
    [InlineData("federated user", "2026-01-16T05:00:00Z", null)]
    [InlineData("root", "2026-01-16T05:00:00Z", "true")]
    [InlineData("service", null, null)]
    [InlineData("anonymous", null, null)]
    public void A92_A96_temporary_credentials_tell_when_they_were_issued(string name, string? issued, string? mfa)
    {
        ApiCallBuilder call = Reads(CallerOf(name)).WithSession(new DateTimeOffset(2026, 1, 16, 5, 0, 0, TimeSpan.Zero), hasMfa: true, mfaAge: 300);
        Assert.Equal((issued, mfa, mfa is null ? null : "300"), (Key(call, "aws:TokenIssueTime"), Key(call, "aws:MultiFactorAuthPresent"), Key(call, "aws:MultiFactorAuthAge")));
    }

    [Fact]
    public void Q2_A96_of_a_session_of_which_nothing_is_told_second_factor_and_beginning_are_unknown()
    {
        ApiCallBuilder call = Reads(CallerOf("session"));
        Assert.Equal(("(unknown)", "(unknown)", "(unknown)"), (Key(call, "aws:TokenIssueTime"), Key(call, "aws:MultiFactorAuthPresent"), Key(call, "aws:MultiFactorAuthAge")));
        Assert.Equal("true", Key(call.Set("aws:MultiFactorAuthPresent", "true"), "aws:MultiFactorAuthPresent"));
        Assert.Equal(["A-98"], Errors(call.FromInternet("203.0.113.7").WithSession(Time)));
    }

    private static RequestPrincipal CallerOf(string name) => name switch
    {
        "user" => RequestPrincipal.FromArn("arn:aws:iam::123456789012:user/path/Anika") with { UniqueId = "AIDAEXAMPLE" },
        "user with keys" => Anika with { Credentials = CredentialKind.LongTerm },
        "user with token" => Anika with { Credentials = CredentialKind.SessionToken },
        "session" => RequestPrincipal.RoleSession(Session, "arn:aws:iam::123456789012:role/team/App") with { UniqueId = "AROAEXAMPLE" },
        "session without role" => RequestPrincipal.FromArn(Session),
        "role" => RequestPrincipal.FromArn("arn:aws:iam::123456789012:role/team/App"),
        "federated user" => RequestPrincipal.FromArn("arn:aws:sts::123456789012:federated-user/Bob"),
        "root" => RequestPrincipal.Root("123456789012"),
        "service" => RequestPrincipal.Service("rds.amazonaws.com", "rds.us-west-2.amazonaws.com"),
        "web" => RequestPrincipal.WebIdentity("accounts.google.com"),
        "saml" => RequestPrincipal.Saml("arn:aws:iam::123456789012:saml-provider/idp"),
        "unidentified user" => RequestPrincipal.Unidentified(CallerType.User, "123456789012"),
        _ => RequestPrincipal.Anonymous,
    };
}
