using PolicyEngine.Tests.Evaluation;
namespace PolicyEngine.Tests.Explanation;

/// <summary>The words of an explanation, with the rule behind them.</summary>
public class ExplanationTextTests
{
    private const string Stranger = "999988887777";
    private static readonly PolicySet Granted = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity));
    private static readonly PolicySet Open = Granted.With(PolicyType.Resource, PolicySets.Everything(PolicyType.Resource));
    private static readonly RequestEndpoint Endpoint = new(VpcEndpointType.Interface, "vpce-1");
    private static readonly RequestPrincipal Root = RequestPrincipal.Root(PolicySets.Account);
    private static readonly RequestPrincipal Carol = RequestPrincipal.FromArn("arn:aws:sts::111122223333:federated-user/Carol");
    private static readonly RequestPrincipal Linked =
        RequestPrincipal.RoleSession("arn:aws:sts::111122223333:assumed-role/AWSServiceRoleForX/s", "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/AWSServiceRoleForX");

    private static readonly (string Expected, PolicySet Policies, AuthorizationRequest Request)[] Summaries =
    [
        ("the action needs no permission [A-54]", new PolicySet(), Ask(action: "sts:GetCallerIdentity", resource: "*")),
        ("the root user needs no policy in its own account [A-41]", new PolicySet(), Ask(Root)),
        ("root credentials cannot assume roles [A-55]", new PolicySet(), Ask(Root, "sts:AssumeRole", "arn:aws:iam::111122223333:role/T")),
        ("credentials of this kind cannot call the action [A-19]", Granted, Ask(PolicySets.App with { Credentials = CredentialKind.Role }, "sts:GetSessionToken", "*")),
        ("the action does not work on a key of another account (service profiles, 2026-10) [A-57]", Open, Ask(action: "kms:TagResource", resource: $"arn:aws:kms:eu-west-1:{Stranger}:key/k", owner: Stranger)),
        ("a role can be passed within its own account only [A-56]", Open, Ask(action: "iam:PassRole", resource: $"arn:aws:iam::{Stranger}:role/r", owner: Stranger)),
        ("Block Public Access stops anonymous access [A-10]", Open, new AuthorizationRequest(RequestPrincipal.Anonymous, TestPolicy.Action, TestPolicy.Resource) { ResourceAccount = Stranger, BlocksPublicAccess = true }),
        ("it matters which account owns the resource, and that is unknown [A-93]", Granted, Ask(owner: null)),
        ("credentials do not cross partitions [A-07]", Open, Ask(resource: "arn:aws-cn:s3:::b/k")),
        ("the policies of the kind serviceControl are unknown [A-08]", Granted with { ServiceControl = AttachedPolicies.Unknown }, Ask()),
        ("a Deny statement applies in identity, session [A-01]", Granted.With(PolicyType.Identity, PolicySets.DenyAll(PolicyType.Identity)).With(PolicyType.Session, PolicySets.DenyAll(PolicyType.Session)), Ask()),
        ("an allow is missing in identity [A-02]", new PolicySet(), Ask()),
        ("an allow is missing in resource, identity [A-02]", new PolicySet(), Ask(owner: Stranger)),
        ("the resource's policy allows the caller", Open, Ask(RequestPrincipal.Anonymous, owner: Stranger)),
        ("the resource's policy allows the caller", Open, Ask(Root, owner: Stranger)),
        ("the resource's policy and the caller's own policies allow [A-60]", Open, Ask(owner: Stranger)),
        ("the resource's policy and the caller's own policies allow [A-60]", Open, Ask(PolicySets.App, owner: Stranger)),
        ("the resource's policy allows the caller directly [A-39]", Open, Ask()),
        ("the resource's policy allows the caller directly [A-39]", Open, Ask(Carol)),
        ("the resource's policy allows the entity behind the caller [A-32]", Naming(PolicySets.Role), Ask(PolicySets.App)),
        ("the resource's policy delegates to the account, and identity policies allow [A-30]", Naming("111122223333"), Ask(action: "kms:Decrypt", resource: "arn:aws:kms:eu-west-1:111122223333:key/k")),
        ("identity policies allow [A-13]", Naming("111122223333"), Ask()),
        ("identity policies allow [A-13]", Granted, Ask()),
    ];

    private static readonly (PolicyType Kind, string Expected, PolicySet Policies, AuthorizationRequest Request)[] Reasons =
    [
        (PolicyType.ResourceControl, "the resource's account has no resource control policies", Granted, Ask()),
        (PolicyType.ResourceControl, "the action has no resource [A-27]", Granted, Ask(action: "s3:ListBuckets", resource: "*")),
        (PolicyType.ResourceControl, "service-linked roles are exempt [A-28]", Granted, Ask(Linked)),
        (PolicyType.ResourceControl, "service-linked roles are exempt [A-28]", Granted, Ask(action: "sts:AssumeRole", resource: "arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/R")),
        (PolicyType.ResourceControl, "resources of the management account are exempt [A-28]", Granted, new AuthorizationRequest(PolicySets.Alice, TestPolicy.Action, TestPolicy.Resource) { IsResourceInManagementAccount = true }),
        (PolicyType.ResourceControl, "keys that AWS manages are exempt [A-28]", Granted, new AuthorizationRequest(PolicySets.Alice, "kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/k") { IsResourceManagedByAws = true }),
        (PolicyType.ResourceControl, "keys that AWS manages are exempt [A-28]", Granted, Ask(action: "kms:Decrypt", resource: "arn:aws:kms:eu-west-1:111122223333:alias/aws/s3")),
        (PolicyType.ResourceControl, "AWS does not apply them to this action (service tables, 2026-11) [A-27]", Granted, Ask(action: "ec2:StartInstances", resource: "arn:aws:ec2:eu-west-1:111122223333:instance/i-1")),
        (PolicyType.ServiceControl, "the caller's account has no service control policies", Granted, Ask()),
        (PolicyType.ServiceControl, "principals of the management account are exempt [A-22]", Granted, Ask(PolicySets.Alice with { IsInManagementAccount = true })),
        (PolicyType.ServiceControl, "service-linked roles are exempt [A-23]", Granted, Ask(Linked)),
        (PolicyType.ServiceControl, "an AWS service is in no member account [A-25]", Granted, Ask(RequestPrincipal.Service("s3.amazonaws.com"))),
        (PolicyType.ServiceControl, "it is unknown which policies are attached [A-08]", Granted with { ServiceControl = AttachedPolicies.Unknown }, Ask()),
        (PolicyType.ServiceControl, "the action needs no permission [A-54]", Granted.With(PolicyType.ServiceControl, PolicySets.DenyAll(PolicyType.ServiceControl)), Ask(action: "sts:GetCallerIdentity", resource: "*")),
        (PolicyType.ServiceControl, "its allow is needed, and no statement allows", Granted.With(PolicyType.ServiceControl, PolicySets.Nothing(PolicyType.ServiceControl)), Ask()),
        (PolicyType.ServiceControl, "a statement allows", Granted.With(PolicyType.ServiceControl, PolicySets.Everything(PolicyType.ServiceControl)), Ask()),
        (PolicyType.VpcEndpoint, "the request came through no VPC endpoint", Granted, Ask()),
        (PolicyType.VpcEndpoint, "endpoints of the service have no policies [A-85]", Granted, Ask(endpoint: new RequestEndpoint(VpcEndpointType.Interface) { SupportsPolicy = false })),
        (PolicyType.VpcEndpoint, "the endpoint has its default policy, which allows everything", Granted, Ask(endpoint: Endpoint)),
        (PolicyType.VpcEndpoint, "an explicit deny wins over every allow [A-01]", Granted.With(PolicyType.VpcEndpoint, PolicySets.DenyAll(PolicyType.VpcEndpoint)), Ask(endpoint: Endpoint)),
        (PolicyType.Resource, "the resource has no policy", Granted, Ask()),
        (PolicyType.Resource, "passing a role never asks its trust policy [A-56]", Granted, Ask(action: "iam:PassRole", resource: "arn:aws:iam::111122223333:role/r")),
        (PolicyType.Resource, "no statement applies, and its allow is not needed", Granted.With(PolicyType.Resource, PolicySets.Nothing(PolicyType.Resource)), Ask()),
        (PolicyType.Resource, "the owner's root user can replace a policy that denies everyone [A-58]", Granted.With(PolicyType.Resource, PolicySets.DenyAll(PolicyType.Resource)), Ask(Root, "s3:DeleteBucketPolicy", "arn:aws:s3:::b")),
        (PolicyType.Identity, "no identity policy is attached to the caller", new PolicySet(), Ask()),
        (PolicyType.Identity, "the root user has no such policies", Granted, Ask(Root)),
        (PolicyType.Identity, "an anonymous caller has no such policies", Granted, Ask(RequestPrincipal.Anonymous)),
        (PolicyType.Identity, "a federated caller without a role has no such policies", Granted, Ask(RequestPrincipal.WebIdentity("accounts.google.com"))),
        (PolicyType.Identity, "a federated caller without a role has no such policies", Granted, Ask(RequestPrincipal.Saml("arn:aws:iam::111122223333:saml-provider/p"))),
        (PolicyType.PermissionsBoundary, "no permissions boundary limits the caller", Granted, Ask()),
        (PolicyType.Session, "no session policy limits the session", Granted, Ask(PolicySets.App)),
        (PolicyType.Session, "a session made by GetFederationToken has no permissions without a session policy [A-18]", Granted, Ask(Carol)),
        (PolicyType.Session, "no session policy limits the session", Granted, Ask(Root)),
        (PolicyType.Session, "a root session made by AssumeRoot has no permissions without its task policy [A-43]", Granted, Ask(Root, context: TestPolicy.Context(("aws:AssumedRoot", "true")))),
    ];

    [Fact]
    public void Summary_tells_what_settled_it() =>
        Assert.All(Summaries, static row => Assert.Equal(row.Expected, row.Policies.Explain(row.Request).Why.ToString()));

    [Fact]
    public void A_layer_tells_what_it_does() =>
        Assert.All(Reasons, static row => Assert.Equal((row.Kind, row.Expected), (row.Kind, Assert.Single(row.Policies.Explain(row.Request).Layers, layer => layer.Kind == row.Kind).Why.ToString())));

    [Fact]
    public void A_level_is_named_in_warnings_and_an_uncertain_decision_has_some()
    {
        const string undecided = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:Get*","Resource":"*","Condition":{"NumericEquals":{"k:v":"x"}}}}""";
        PolicySet policies = Granted.With(PolicyType.ServiceControl, PolicySets.Everything(PolicyType.ServiceControl), undecided);
        AuthorizationExplanation explanation = policies.Explain(PolicySets.Ask(context: TestPolicy.Context(("k:v", "1"))));
        Assert.Equal((Decision.ExplicitDeny, false), (explanation.Decision.Decision, explanation.Decision.IsCertain));
        Assert.Equal("ExplicitDeny (uncertain)", explanation.Decision.ToString());
        Assert.Contains("[L-34]", Assert.Single(explanation.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Equal(["level-0", "level-1"], explanation.Layers.Where(static layer => layer.Kind == PolicyType.ServiceControl).Select(static layer => layer.Level), StringComparer.Ordinal);
        Assert.Equal([false, true], explanation.Layers.Where(static layer => layer.Kind == PolicyType.ServiceControl).Select(static layer => layer.IsDenier));
    }

    /// <summary>An undecided Allow is told where an allow is missing, and only there.</summary>
    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public void An_undecided_allow_is_told_where_it_matters(bool denies, int expected)
    {
        const string undecided = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:Get*","Resource":"*","Condition":{"NumericEquals":{"k:v":"x"}}}}""";
        PolicySet policies = new PolicySet().With(PolicyType.Identity, undecided);
        if (denies) policies = policies.With(PolicyType.Session, PolicySets.DenyAll(PolicyType.Session));
        AuthorizationExplanation explanation = policies.Explain(PolicySets.Ask(context: TestPolicy.Context(("k:v", "1"))));
        Assert.Equal((!denies, expected), (!explanation.Decision.IsCertain, explanation.Diagnostics.Length));
    }

    [Theory]
    [InlineData(Decision.Allowed, "Allowed")]
    [InlineData(Decision.ImplicitDeny, "ImplicitDeny")]
    public void A_certain_decision_is_one_word(Decision decision, string expected) =>
        Assert.Equal(expected, (decision == Decision.Allowed ? Granted : new PolicySet()).Decide(PolicySets.Ask()).ToString());

    private static AuthorizationRequest Ask(RequestPrincipal? caller = null, string action = TestPolicy.Action, string resource = TestPolicy.Resource,
        string? owner = PolicySets.Account, RequestContext? context = null, RequestEndpoint? endpoint = null) =>
        PolicySets.Ask(caller, action, resource, owner, context, endpoint);

    private static PolicySet Naming(string principal) => Granted.With(PolicyType.Resource, $$$"""
        {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{principal}}}"},"Action":"*","Resource":"*"}}
        """);
}
