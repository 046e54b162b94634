using PolicyEngine.CloudTrail;

namespace PolicyEngine.Tests.Explanation;

/// <summary>The sentence with which AWS refuses a request, read back.</summary>
public class DenialMessageTests
{
    private const string Frame = "User: arn:aws:iam::111122223333:user/Ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k";

    public static TheoryData<PolicyType, bool> Clauses
    {
        get
        {
            TheoryData<PolicyType, bool> all = [];
            foreach (PolicyType type in PolicySet.Types.Remove(PolicyType.ScopeDown).Remove(PolicyType.AccessPoint).Add(PolicyType.Trust))
            {
                all.Add(type, true);
                all.Add(type, false);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Clauses))]
    public void A121_what_is_written_can_be_read(PolicyType type, bool isExplicit)
    {
        foreach (string? resource in (string?[])[null, "arn:aws:s3:::b/k", "arn:aws:s3:::b/with an explicit deny in a session policy", "arn:aws:s3:::b/ because no one"])
        {
            foreach (string? policy in (string?[])[null, "arn:aws:iam::111122223333:policy/p"])
            {
                DenialMessage written = new("arn:aws:iam::111122223333:user/Ana", "s3:GetObject") { Resource = resource, PolicyType = type, IsExplicit = isExplicit, PolicyArn = policy };
                Assert.True(DenialMessage.TryParse(written.ToString(), out DenialMessage? read));
                Assert.Equal((written.Caller, written.Action, resource, type, isExplicit, policy), (read.Caller, read.Action, read.Resource, read.PolicyType, read.IsExplicit, read.PolicyArn));
            }
        }
    }

    [Theory]
    [InlineData(Frame + " with an explicit deny in the sessions policy", PolicyType.Session, true)]
    [InlineData(Frame + " with an explicit deny in an identity policy", PolicyType.Identity, true)]
    [InlineData(Frame + " with an explicit deny in service control policies", PolicyType.ServiceControl, true)]
    [InlineData(Frame + " with an explicit deny in a vpc endpoint policy. Authorization ID: 1", PolicyType.VpcEndpoint, true)]
    [InlineData(Frame + " because no permissions boundary allows the s3:GetObject action (see https://x)", PolicyType.PermissionsBoundary, false)]
    [InlineData("You are not authorized to perform this operation. " + Frame + " because no identity-based policy allows the s3:GetObject action. Encoded authorization failure message: AAAA", PolicyType.Identity, false)]
    [InlineData("User: anonymous is not authorized to perform: s3:GetObject on resource: \"arn:aws:s3:::b/k\" because no resource-based policy allows the s3:GetObject action", PolicyType.Resource, false)]
    public void A121_wordings_of_all_years_are_taken(string text, PolicyType kind, bool isExplicit)
    {
        Assert.True(DenialMessage.TryParse(text, out DenialMessage? read));
        Assert.Equal((kind, isExplicit, "s3:GetObject", "arn:aws:s3:::b/k"), (read.PolicyType, read.IsExplicit, read.Action, read.Resource));
    }

    [Theory]
    [InlineData("User: x is not authorized to perform: sts:AssumeRole", "x", "sts:AssumeRole", null)]
    [InlineData("User: x is not authorized to perform: sts:AssumeRole on resource: y.", "x", "sts:AssumeRole", "y.")]
    [InlineData("user: x is not authorized to perform: a:B. Encoded", "x", "a:B", null)]
    [InlineData("lambda.amazonaws.com is not authorized to perform: a:B on resource: \"c d\" tail", "lambda.amazonaws.com", "a:B", "c d")]
    public void A120_a_message_may_give_no_reason(string text, string caller, string action, string? resource)
    {
        Assert.True(DenialMessage.TryParse(text, out DenialMessage? read));
        Assert.Equal((caller, action, resource, null), (read.Caller, read.Action, read.Resource, read.PolicyType));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Access Denied")]
    [InlineData("User:  is not authorized to perform: ")]
    public void A120_other_texts_are_no_such_message(string? text) => Assert.False(DenialMessage.TryParse(text, out _));

    [Fact]
    public void A122_the_arn_of_a_policy_ends_with_its_word()
    {
        Assert.True(DenialMessage.TryParse(Frame + " with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o/p.", out DenialMessage? read));
        Assert.Equal("arn:aws:organizations::1:policy/o/p", read.PolicyArn);
    }

    [Fact]
    public void A120_a_message_is_one_line_whatever_was_asked()
    {
        DenialMessage message = new("u\u2028", "s3:Get\nFAKE") { Resource = "arn:aws:s3:::b/\u001b[2K\r\u202eé😀", PolicyType = PolicyType.Identity };
        Assert.Equal(
            "User: u\\u2028 is not authorized to perform: s3:Get\\u000AFAKE on resource: arn:aws:s3:::b/\\u001B[2K\\u000D\\u202Eé😀 because no identity-based policy allows the s3:Get\\u000AFAKE action",
            message.ToString());
    }

    [Fact]
    public void A114_an_endpoint_names_itself_by_the_error_code()
    {
        AccessDenial denial = AccessDenial.Read("VpceAccessDenied", "The request was denied due to a VPC endpoint policy");
        Assert.Equal((PolicyType.VpcEndpoint, null, null, null), (denial.PolicyType, denial.Effect, denial.PolicyArn, denial.Message));
    }
}
