namespace PolicyEngine.Tests.Requests;

/// <summary>Callers made of the same ARNs are the same, whatever was asked before: those seen last are remembered.</summary>
public class CallerTests
{
    private const string Session = "arn:aws:sts::111122223333:assumed-role/Reader/alice";
    private const string Role = "arn:aws:iam::111122223333:role/team/Reader";
    private const string OtherRole = "arn:aws:iam::111122223333:role/Reader";

    [Fact]
    public void A_session_with_its_role_is_not_taken_for_the_session_alone_nor_for_another_role()
    {
        for (int round = 0; round < 3; round++)
        {
            Assert.Equal((Session, null), Names(RequestPrincipal.FromArn(Session)));
            Assert.Equal((Session, Role), Names(RequestPrincipal.RoleSession(Session, Role)));
            Assert.Equal((Session, OtherRole), Names(RequestPrincipal.RoleSession(Session, OtherRole)));
            Assert.Equal((null, Role), Names(RequestPrincipal.FromArn(Role)));
        }
    }

    [Fact]
    public void Callers_whose_ARNs_end_alike_are_told_apart()
    {
        string[] accounts = ["111122223333", "444455556666", "111122223333"];
        foreach (string account in accounts)
        {
            Assert.Equal(account, RequestPrincipal.FromArn($"arn:aws:iam::{account}:user/somebody").Account);
            Assert.Equal(CallerType.FederatedUser, RequestPrincipal.FromArn($"arn:aws:sts::{account}:federated-user/somebody").Kind);
        }
    }

    [Fact]
    public void What_is_added_to_a_caller_is_not_remembered()
    {
        RequestPrincipal added = RequestPrincipal.FromArn("arn:aws:iam::111122223333:user/bob") with { UniqueId = "AIDA", IsInManagementAccount = true, HasPermissionsBoundary = true };
        RequestPrincipal again = RequestPrincipal.FromArn("arn:aws:iam::111122223333:user/bob");
        Assert.Equal(("AIDA", null), (added.UniqueId, again.UniqueId));
        Assert.Equal((false, null), (again.IsInManagementAccount, again.HasPermissionsBoundary));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/")]
    [InlineData("arn:aws:iam::111122223333:group/admins")]
    [InlineData("root")]
    public void What_is_no_caller_is_refused_each_time(string arn)
    {
        for (int round = 0; round < 2; round++) Assert.Throws<ArgumentException>(() => RequestPrincipal.FromArn(arn));
    }

    [Fact]
    public void Long_names_make_callers_too()
    {
        string arn = $"arn:aws:iam::111122223333:user/{new string('a', 600)}";
        for (int round = 0; round < 2; round++) Assert.Equal(arn, RequestPrincipal.FromArn(arn).Arn?.Text);
    }

    private static (string? Own, string? Role) Names(RequestPrincipal caller) => (caller.Arn?.Text, caller.RoleArn?.Text);
}
