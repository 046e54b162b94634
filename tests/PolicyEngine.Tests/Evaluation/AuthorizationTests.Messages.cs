namespace PolicyEngine.Tests.Evaluation;

/// <content>A-120 to A-123: the words of AWS; and why a grant is enough or not.</content>
public partial class AuthorizationTests
{
    private const string AppAsks = "User: arn:aws:sts::111122223333:assumed-role/App/s1 is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k";

    [Theory]
    [InlineData(PolicyType.ResourceControl, "with an explicit deny in a resource control policy")]
    [InlineData(PolicyType.ServiceControl, "with an explicit deny in a service control policy")]
    [InlineData(PolicyType.VpcEndpoint, "with an explicit deny in a VPC endpoint policy")]
    [InlineData(PolicyType.Resource, "with an explicit deny in a resource-based policy")]
    [InlineData(PolicyType.Identity, "with an explicit deny in an identity-based policy")]
    [InlineData(PolicyType.PermissionsBoundary, "with an explicit deny in a permissions boundary")]
    [InlineData(PolicyType.Session, "with an explicit deny in a session policy")]
    public void A121_explicit_denies(PolicyType kind, string clause) =>
        Assert.Equal($"{AppAsks} {clause}", MessageOf(Granted.With(kind, PolicySets.DenyAll(kind))));

    [Theory]
    [InlineData(PolicyType.ServiceControl, "because no service control policy allows the s3:GetObject action")]
    [InlineData(PolicyType.VpcEndpoint, "because no VPC endpoint policy allows the s3:GetObject action")]
    [InlineData(PolicyType.Identity, "because no identity-based policy allows the s3:GetObject action")]
    [InlineData(PolicyType.PermissionsBoundary, "because no permissions boundary allows the s3:GetObject action")]
    [InlineData(PolicyType.Session, "because no session policy allows the s3:GetObject action")]
    public void A121_missing_allows(PolicyType kind, string clause) =>
        Assert.Equal($"{AppAsks} {clause}", MessageOf(Granted.With(kind, PolicySets.Nothing(kind))));

    [Fact]
    public void A121_a_role_has_a_trust_policy()
    {
        AuthorizationRequest request = PolicySets.Ask(action: "sts:AssumeRole", resource: "arn:aws:iam::111122223333:role/T");
        const string frame = "User: arn:aws:iam::111122223333:user/Alice is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::111122223333:role/T";
        Assert.Equal($"{frame} because no role trust policy allows the sts:AssumeRole action", Granted.Explain(request).Message!.ToString());
        PolicySet denying = Granted.With(PolicyType.Resource, """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Principal":"*","Action":"sts:*","Resource":"*"}}""");
        Assert.Equal($"{frame} with an explicit deny in the role trust policy", denying.Explain(request).Message!.ToString());
    }

    [Theory]
    [InlineData(CallerType.Service, "User: s3.amazonaws.com is")]
    [InlineData(CallerType.Anonymous, "User: anonymous is")]
    [InlineData(CallerType.Root, "User: arn:aws:iam::111122223333:root is")]
    [InlineData(CallerType.FederatedUser, "User: arn:aws:sts::111122223333:federated-user/Carol is")]
    public void A120_callers(CallerType kind, string start)
    {
        RequestPrincipal caller = kind switch
        {
            CallerType.Service => RequestPrincipal.Service("s3.amazonaws.com", "s3.ap-east-1.amazonaws.com"),
            CallerType.Anonymous => RequestPrincipal.Anonymous,
            CallerType.Root => RequestPrincipal.Root(PolicySets.Account),
            _ => RequestPrincipal.FromArn("arn:aws:sts::111122223333:federated-user/Carol"),
        };
        Assert.StartsWith(start, new PolicySet().Explain(PolicySets.Ask(caller, owner: "999988887777")).Message!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A120_an_action_without_resource_names_none() => Assert.Equal(
        "User: arn:aws:iam::111122223333:user/Alice is not authorized to perform: ec2:DescribeInstances because no identity-based policy allows the ec2:DescribeInstances action",
        new PolicySet().Explain(PolicySets.Ask(action: "ec2:DescribeInstances", resource: "*")).Message!.ToString());

    [Fact]
    public void A122_an_arn_of_the_policy_is_optional()
    {
        DenialMessage message = Granted.With(PolicyType.Identity, PolicySets.DenyAll(PolicyType.Identity)).Explain(PolicySets.Ask()).Message!;
        Assert.Null(message.PolicyArn);
        Assert.EndsWith(" with an explicit deny in an identity-based policy", message.ToString(), StringComparison.Ordinal);
        DenialMessage named = new(message.Caller, message.Action) { PolicyType = message.PolicyType, IsExplicit = message.IsExplicit, PolicyArn = "arn:aws:iam::111122223333:policy/P" };
        Assert.EndsWith(" with an explicit deny in an identity-based policy: arn:aws:iam::111122223333:policy/P", named.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A123_across_accounts_the_resource_side_is_named_first()
    {
        AuthorizationRequest request = PolicySets.Ask(owner: "999988887777");
        Assert.Equal(PolicyType.Resource, new PolicySet().Explain(request).Primary);
        Assert.Equal(PolicyType.Identity, new PolicySet().With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource)).Explain(request).Primary);
    }

    [Fact]
    public void A123_what_no_policy_causes_has_no_clause()
    {
        RequestPrincipal root = RequestPrincipal.Root(PolicySets.Account);
        AuthorizationExplanation assume = new PolicySet().Explain(PolicySets.Ask(root, "sts:AssumeRole", "arn:aws:iam::111122223333:role/T"));
        Assert.Equal("root credentials cannot assume roles [A-55]", assume.Why.ToString());
        Assert.Equal((null, true), (assume.Primary, assume.Deniers.IsEmpty));
        Assert.EndsWith("on resource: arn:aws:iam::111122223333:role/T", assume.Message!.ToString(), StringComparison.Ordinal);
        AuthorizationExplanation identity = new PolicySet().Explain(PolicySets.Ask(action: "sts:GetCallerIdentity", resource: "*"));
        Assert.Equal(("the action needs no permission [A-54]", null), (identity.Why.ToString(), identity.Message));
    }

    [Fact]
    public void A05_a_kind_whose_denial_is_undecided_is_not_named_beside_one_that_denies()
    {
        const string doubtful = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/t":"x"}}}]}""";
        AuthorizationRequest request = PolicySets.Ask(context: new RequestContextBuilder().SetUnknown("aws:PrincipalTag/t").Build());
        PolicySet policies = Granted.With(PolicyType.ResourceControl, doubtful);
        AuthorizationExplanation both = policies.With(PolicyType.ServiceControl, PolicySets.DenyAll(PolicyType.ServiceControl)).Explain(request);
        Assert.Equal((true, PolicyType.ServiceControl, PolicyType.ServiceControl), (both.Decision.IsCertain, both.Primary, both.Message!.PolicyType));
        Assert.Equal([PolicyType.ResourceControl, PolicyType.ServiceControl], both.Deniers);
        Assert.Equal("a Deny statement applies in serviceControl [A-01]", both.Why.ToString());
        Assert.False(Assert.Single(both.Layers, static layer => layer.Kind == PolicyType.ResourceControl).IsCertain);
        Assert.True(Assert.Single(both.Layers, static layer => layer.Kind == PolicyType.ServiceControl).IsCertain);
        AuthorizationExplanation alone = policies.Explain(request);
        Assert.Equal((false, PolicyType.ResourceControl, null), (alone.Decision.IsCertain, alone.Primary, alone.Message));
    }

    [Theory]
    [InlineData("111122223333", ResourceGrant.ToAccount, "it allows the account, whose identity policies must allow too [A-30]", PolicyType.Identity)]
    [InlineData(PolicySets.Role, ResourceGrant.ToSessionIssuer, "it allows the entity behind the caller, within boundary and session policies [A-32]", PolicyType.PermissionsBoundary)]
    [InlineData(PolicySets.Session, ResourceGrant.ToCaller, "it allows the caller directly [A-39]", null)]
    [InlineData("999988887777", ResourceGrant.None, "no statement applies, and its allow is not needed", PolicyType.Identity)]
    public void A39_the_class_of_a_grant_and_what_it_is_worth(string principal, ResourceGrant grant, string reason, PolicyType? primary)
    {
        PolicySet policies = new PolicySet().With(PolicyType.Resource, Naming("Allow", principal))
            .With(PolicyType.PermissionsBoundary, PolicySets.Nothing(PolicyType.PermissionsBoundary));
        AuthorizationExplanation explanation = policies.Explain(PolicySets.Ask(PolicySets.App));
        Assert.Equal((grant, primary), (explanation.Grant, explanation.Primary));
        Assert.Equal(reason, Assert.Single(explanation.Layers, static l => l.Kind == PolicyType.Resource).Why.ToString());
        Assert.Equal(primary is null, explanation.Decision.IsAllowed);
    }

    [Fact]
    public void A31_A32_a_user_is_granted_directly_what_its_federated_users_are_granted_within_its_boundary()
    {
        const string carol = "arn:aws:sts::111122223333:federated-user/Carol";
        PolicySet policies = new PolicySet().With(PolicyType.Resource, Naming("Allow", TestPolicy.Alice))
            .With(PolicyType.PermissionsBoundary, PolicySets.Nothing(PolicyType.PermissionsBoundary))
            .With(PolicyType.Session, PolicySets.Everything(PolicyType.Session));
        AuthorizationExplanation user = policies.Explain(PolicySets.Ask());
        AuthorizationExplanation federated = policies.Explain(PolicySets.Ask(RequestPrincipal.FederatedUser(carol, TestPolicy.Alice)));
        Assert.Equal((ResourceGrant.ToCaller, true), (user.Grant, user.Decision.IsAllowed));
        Assert.Equal((ResourceGrant.ToSessionIssuer, PolicyType.PermissionsBoundary), (federated.Grant, federated.Primary));
    }

    [Fact]
    public void A59_a_resource_policy_grants_nothing_without_a_resource()
    {
        PolicySet policies = Granted.With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource));
        AuthorizationExplanation explanation = policies.Explain(PolicySets.Ask(action: "secretsmanager:ListSecrets", resource: "*", owner: "999988887777"));
        LayerTrace layer = Assert.Single(explanation.Layers, static l => l.Kind == PolicyType.Resource);
        Assert.Equal((Decision.ImplicitDeny, PolicyType.Resource), (explanation.Decision.Decision, explanation.Primary));
        Assert.Equal((true, "it has no resource to grant [A-59]"), (layer.IsDenier, layer.Why.ToString()));
    }

    private static string MessageOf(PolicySet policies) => policies.Explain(PolicySets.Ask(PolicySets.App, endpoint: Endpoint)).Message!.ToString();
}
