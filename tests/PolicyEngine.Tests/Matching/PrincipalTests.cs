namespace PolicyEngine.Tests.Matching;

/// <summary>L-90 to L-105, L-50, A-91: entries beside callers of every kind.</summary>
public class PrincipalTests
{
    private const string Account = "111122223333";
    private const string Other = "444455556666";
    private const string Carol = $"arn:aws:sts::{Account}:federated-user/Carol";
    private const string Session = $"arn:aws:sts::{Account}:assumed-role/App/run";

    [Theory]
    [InlineData($"arn:aws:iam::{Account}:user/Alice", 'I')]
    [InlineData($"arn:aws:iam::{Other}:user/Alice", 'F')]
    [InlineData($"arn:aws-cn:iam::{Account}:user/Alice", 'F')]
    [InlineData(Carol, 'T')]
    [InlineData($"arn:aws:sts::{Account}:federated-user/Dave", 'F')]
    [InlineData(Session, 'F')]
    [InlineData(Account, 'T')]
    public void L97_a_federated_user_of_whom_the_issuer_is_not_known(string entry, char expected) => Assert.Equal(expected, Ask(entry, RequestPrincipal.FromArn(Carol)));

    [Theory]
    [InlineData($"arn:aws:iam::{Account}:user/Alice", 'T')]
    [InlineData($"arn:aws:iam::{Account}:user/Bob", 'F')]
    [InlineData($"arn:aws:iam::{Account}:user/alice", 'F')]
    [InlineData(Carol, 'T')]
    public void L97_a_federated_user_is_the_user_who_issued_it_too(string entry, char expected) =>
        Assert.Equal(expected, Ask(entry, RequestPrincipal.FederatedUser(Carol, $"arn:aws:iam::{Account}:user/Alice")));

    /// <summary>The path of the role is not known, and its ARN is longer than what is put together on the stack.</summary>
    [Theory]
    [InlineData("arn:p*:iam::111122223333:role/App", 'I')]
    [InlineData("arn:q*:iam::111122223333:role/App", 'F')]
    public void L102_a_session_in_a_partition_with_a_long_name(string entry, char expected) =>
        Assert.Equal(expected, Ask(entry, RequestPrincipal.FromArn($"arn:{new string('p', 600)}:sts::{Account}:assumed-role/App/run")));

    [Theory]
    [InlineData(Carol, 'F')]
    [InlineData(Session, 'T')]
    [InlineData($"arn:aws:sts::{Account}:assumed-role/App/other", 'F')]
    [InlineData($"arn:aws:iam::{Account}:role/App", 'T')]
    [InlineData($"arn:aws:iam::{Account}:role/path/App", 'T')]
    [InlineData($"arn:aws:iam::{Account}:role/app", 'I')]
    [InlineData($"arn:aws:iam::{Other}:role/App", 'F')]
    [InlineData($"arn:aws-cn:iam::{Account}:role/App", 'F')]
    [InlineData($"arn:aws:iam::{Account}:role/*", 'I')]
    [InlineData("arn:aws:iam::*:role/x", 'I')]
    [InlineData("arn:aws:iam::1?1122223333:role/x", 'I')]
    [InlineData($"arn:aws:iam::{Other}:role/*", 'F')]
    [InlineData($"arn:aws:iam::{Account}:user/*", 'F')]
    [InlineData("arn:aws-cn:iam::*:role/x", 'F')]
    public void L95_L102_a_session_of_which_the_path_of_the_role_is_not_known(string entry, char expected) => Assert.Equal(expected, Ask(entry, RequestPrincipal.FromArn(Session)));

    /// <summary>A caller of whom only kind and account are known may be any of that kind there, and no other.</summary>
    [Theory]
    [InlineData($"arn:aws:iam::{Account}:user/Alice", 'I', 'F', 'I', 'F')]
    [InlineData($"arn:aws:iam::{Other}:user/Alice", 'F', 'F', 'F', 'F')]
    [InlineData($"arn:aws-cn:iam::{Account}:user/Alice", 'F', 'F', 'F', 'F')]
    [InlineData($"arn:aws:iam::{Account}:role/App", 'F', 'I', 'F', 'F')]
    [InlineData(Session, 'F', 'I', 'F', 'F')]
    [InlineData(Carol, 'F', 'F', 'I', 'F')]
    [InlineData($"arn:aws:iam::{Account}:user/*", 'I', 'I', 'I', 'I')]
    [InlineData("AIDAEXAMPLEEXAMPLE1", 'I', 'I', 'I', 'F')]
    [InlineData(Account, 'T', 'T', 'T', 'T')]
    [InlineData(Other, 'F', 'F', 'F', 'F')]
    [InlineData("*", 'T', 'T', 'T', 'T')]
    public void A91_a_caller_of_whom_only_kind_and_account_are_known(string entry, char user, char session, char federated, char root)
    {
        Assert.Equal(user, Ask(entry, RequestPrincipal.Unidentified(CallerType.User, Account)));
        Assert.Equal(session, Ask(entry, RequestPrincipal.Unidentified(CallerType.RoleSession, Account)));
        Assert.Equal(federated, Ask(entry, RequestPrincipal.Unidentified(CallerType.FederatedUser, Account)));
        if (!entry.Contains('*', StringComparison.Ordinal) || entry == "*") Assert.Equal(root, Ask(entry, RequestPrincipal.Root(Account)));
    }

    [Theory]
    [InlineData("AIDAEXAMPLEEXAMPLE1", 'T')]
    [InlineData("AIDAOTHEROTHEROTHER1", 'F')]
    public void A91_a_caller_of_whom_only_the_unique_id_is_known_beside(string entry, char expected) =>
        Assert.Equal(expected, Ask(entry, RequestPrincipal.Unidentified(CallerType.User, Account) with { UniqueId = "AIDAEXAMPLEEXAMPLE1" }));

    [Theory]
    [InlineData("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/t", 'I')]
    [InlineData("DynamoDB:GetItem", "arn:aws:dynamodb:eu-west-1:111122223333:table/t", 'I')]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/k", 'I')]
    [InlineData("s3express:CreateSession", "arn:aws:s3express:eu-west-1:111122223333:bucket/b", 'I')]
    [InlineData("sqs:SendMessage", "arn:aws:sqs:eu-west-1:111122223333:q", 'T')]
    [InlineData("noprefix", "arn:aws:s3:::b/k", 'T')]
    public void L50_an_endpoint_of_which_the_type_is_not_known(string action, string resource, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "Principal":{"AWS":"{{{TestPolicy.Alice}}}"}
        """, type: PolicyType.VpcEndpoint, action: action, resource: resource));

    [Theory]
    [InlineData($"\"AWS\":\"{Account}\"", 'T', 'I')]
    [InlineData("\"AWS\":\"*\"", 'T', 'T')]
    [InlineData($"\"AWS\":\"{Other}\"", 'F', 'F')]
    public void L50_at_a_gateway_only_a_root_user_and_a_star_match(string entries, char root, char user)
    {
        string element = $$$"""
            "Principal":{ {{{entries}}} }
            """;
        Assert.Equal(root, TestPolicy.Outcome(element, type: PolicyType.VpcEndpoint, principal: RequestPrincipal.Root(Account), endpoint: VpcEndpointType.Gateway));
        Assert.Equal(user, TestPolicy.Outcome(element, type: PolicyType.VpcEndpoint, endpoint: VpcEndpointType.Gateway));
    }

    [Theory]
    [InlineData("\"*\"", 'F')]
    [InlineData("{\"AWS\":\"*\"}", 'F')]
    [InlineData("{\"AWS\":\"444455556666\"}", 'T')]
    [InlineData("{\"AWS\":\"111122223333\"}", 'I')]
    [InlineData("{\"AWS\":\"arn:aws:iam::111122223333:user/Alice\"}", 'I')]
    [InlineData("{\"AWS\":[\"111122223333\",\"arn:aws:iam::111122223333:user/Alice\"]}", 'F')]
    [InlineData("{\"AWS\":[]}", 'I')]
    public void L104_everybody_but_those_of_whom_the_whole_chain_is_listed(string element, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "NotPrincipal":{{{element}}}
        """, type: PolicyType.Resource));

    [Theory]
    [InlineData(Account, Session, $"arn:aws:iam::{Account}:role/App", 'F')]
    [InlineData(Account, $"arn:aws:iam::{Account}:role/App", "AROAEXAMPLEEXAMPLE1", 'I')]
    [InlineData(Account, Session, "AROAEXAMPLEEXAMPLE1", 'F')]
    [InlineData(Session, Session, $"arn:aws:iam::{Account}:role/App", 'I')]
    public void L104_the_chain_of_a_session(string one, string two, string three, char expected)
    {
        RequestPrincipal caller = RequestPrincipal.FromArn(Session) with { UniqueId = "AROAEXAMPLEEXAMPLE1" };
        Assert.Equal(expected, TestPolicy.Outcome($$$"""
            "NotPrincipal":{"AWS":["{{{one}}}","{{{two}}}","{{{three}}}"]}
            """, type: PolicyType.Resource, principal: caller));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:root", 'F')]
    [InlineData("444455556666", 'T')]
    public void L104_the_chain_of_a_root_user_is_its_account(string entry, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "NotPrincipal":{"AWS":"{{{entry}}}"}
        """, type: PolicyType.Resource, principal: RequestPrincipal.Root(Account)));

    [Theory]
    [InlineData("Service", "s3.amazonaws.com", 'F')]
    [InlineData("Service", "ec2.amazonaws.com", 'T')]
    public void L104_the_chain_of_a_service_is_its_name(string type, string entry, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "NotPrincipal":{"{{{type}}}":"{{{entry}}}"}
        """, type: PolicyType.Resource, principal: RequestPrincipal.Service("s3.amazonaws.com", "s3.eu-west-1.amazonaws.com")));

    [Theory]
    [InlineData("accounts.google.com", 'T')]
    [InlineData("Accounts.google.com", 'F')]
    [InlineData("accounts.*", 'I')]
    [InlineData("www.*", 'F')]
    public void L92_a_federated_caller(string entry, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "Principal":{"Federated":"{{{entry}}}"}
        """, type: PolicyType.Resource, principal: RequestPrincipal.WebIdentity("accounts.google.com")));

    [Theory]
    [InlineData("s3.*.amazonaws.com", 'I')]
    [InlineData("ec2.*", 'F')]
    [InlineData("s3.eu-west-1.amazonaws.com", 'T')]
    [InlineData("S3.amazonaws.com", 'I')]
    [InlineData("ec2.amazonaws.com", 'F')]
    public void L98_a_service_by_each_of_its_names(string entry, char expected) => Assert.Equal(expected, TestPolicy.Outcome($$$"""
        "Principal":{"Service":"{{{entry}}}"}
        """, type: PolicyType.Resource, principal: RequestPrincipal.Service("s3.amazonaws.com", "s3.eu-west-1.amazonaws.com")));

    private static char Ask(string entry, RequestPrincipal caller) => TestPolicy.Outcome($$$"""
        "Principal":{"AWS":"{{{entry}}}"}
        """, type: PolicyType.Resource, principal: caller);
}
