using System.Text;
using System.Text.Json;

namespace PolicyEngine.Tests.Evaluation;

/// <summary>Q-7: a request on an S3 access point is several checks.</summary>
public class AccessPointTests
{
    private const string Arn = "arn:aws:s3:us-west-2:111122223333:accesspoint/orders";
    private const string Resource = Arn + "/object/a/b.txt";
    private static readonly AccessPoint Told = new() { Policies = AttachedPolicies.None, BucketArn = "arn:aws:s3:::b", BucketAccount = PolicySets.Account, Origin = AccessPointOrigin.Internet };
    private static readonly PolicySet Granted = new PolicySet { AccessPoint = Told }.With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity));
    private static readonly AuthorizationRequest Question = PolicySets.Ask(resource: Resource, owner: null);

    [Fact]
    public void Q7_the_checks_are_those_of_the_access_point_and_of_the_bucket()
    {
        AuthorizationExplanation explanation = Granted.Explain(Question);
        Assert.True(explanation.Decision.IsAllowed && explanation.Decision.IsCertain);
        Assert.Equal([Resource, "arn:aws:s3:::b/a/b.txt"], explanation.Checks.Select(static check => check.Request.Resource), StringComparer.Ordinal);
        foreach (RequestContext context in explanation.Checks.Select(static check => check.Request.Context))
        {
            Assert.Equal([Arn], context["s3:DataAccessPointArn"]!.Values);
            Assert.Equal([PolicySets.Account], context["s3:DataAccessPointAccount"]!.Values);
            Assert.Equal(["Internet"], context["s3:AccessPointNetworkOrigin"]!.Values);
        }

        Assert.Contains("2 checks, each of which must allow", explanation.ToText(), StringComparison.Ordinal);
        Assert.Equal(2, MembersOf(explanation).GetProperty("checks").GetArrayLength());
        Assert.False(MembersOf(Granted.Explain(PolicySets.Ask())).TryGetProperty("checks", out _));
    }

    [Fact]
    public void Q7_statements_of_the_deciding_check_decide()
    {
        PolicySet policies = Granted.With(PolicyType.AccessPoint, PolicySets.DenyAll(PolicyType.AccessPoint));
        DecidingStatement statement = Assert.Single(policies.Decide(Question).GetStatements());
        Assert.Equal(PolicyType.AccessPoint, statement.Kind);
        AuthorizationExplanation explanation = policies.Explain(Question);
        Assert.Equal(PolicyType.AccessPoint, explanation.Primary);
        Assert.EndsWith("with an explicit deny in a resource-based policy", explanation.Message!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>An owner told beside the ARN of the access point, and other than it, does not make the bucket one of the management account.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("444455556666")]
    public void Q7_the_owner_of_the_access_point_is_that_of_its_arn(string? told)
    {
        PolicySet policies = (Granted with { AccessPoint = Told with { BucketAccount = "444455556666" } }).With(PolicyType.ResourceControl, PolicySets.DenyAll(PolicyType.ResourceControl));
        AuthorizationRequest request = PolicySets.Ask(resource: Resource, owner: told);
        AuthorizationDecision decision = policies.Decide(new AuthorizationRequest(request.Principal, request.Action, request.Resource, request.Context) { ResourceAccount = told, IsResourceInManagementAccount = true });
        Assert.Equal(Decision.ExplicitDeny, decision.Decision);
    }

    [Fact]
    public void Q7_what_is_not_told_keeps_from_allowing()
    {
        AccessPoint[] lacking =
        [
            new(), Told with { Policies = AttachedPolicies.Unknown }, Told with { BucketArn = null }, Told with { BucketArn = "b" }, Told with { BucketArn = Arn },
            Told with { Origin = AccessPointOrigin.Unknown },
        ];
        foreach (AccessPoint slot in lacking)
        {
            AuthorizationDecision decision = (Granted with { AccessPoint = slot }).Decide(Question);
            Assert.Equal((Decision.ImplicitDeny, false, Decision.Allowed), (decision.Decision, decision.IsCertain, decision.BestCase));
            Assert.Equal(["accessPoint"], decision.DependsOn(), StringComparer.Ordinal);
        }

        AuthorizationDecision byAccount = (Granted with { AccessPoint = Told with { BucketAccount = null } }).Decide(Question);
        Assert.Equal(["resourceAccount"], byAccount.DependsOn(), StringComparer.Ordinal);
        Assert.True(Granted.Decide(PolicySets.Ask()).IsAllowed);
        Assert.True((Granted with { AccessPoint = new() }).Decide(PolicySets.Ask()).IsAllowed);
    }

    [Fact]
    public void Q7_a_network_origin_denies_calls_from_elsewhere()
    {
        PolicySet bound = Granted with { AccessPoint = Told with { Origin = AccessPointOrigin.Vpc, VpcId = "vpc-1" } };
        AuthorizationExplanation outside = bound.Explain(Question);
        Assert.Equal((Decision.ExplicitDeny, DecisionCause.OutsideNetworkOrigin, true), (outside.Decision.Decision, outside.Decision.Cause, outside.Decision.IsCertain));
        Assert.Equal([PolicyType.AccessPoint], outside.Deniers);
        Assert.Empty(outside.Decision.GetStatements());
        AuthorizationRequest inside = PolicySets.Ask(resource: Resource, owner: null, endpoint: new RequestEndpoint(VpcEndpointType.Interface, "vpce-1") { VpcId = "vpc-1" });
        Assert.True(bound.Decide(inside).IsAllowed);
        AuthorizationDecision unknown = bound.Decide(PolicySets.Ask(resource: Resource, owner: null, context: new RequestContextBuilder().SetUnknown("aws:SourceVpc").Build()));
        Assert.Equal(["aws:SourceVpc"], unknown.DependsOn(), StringComparer.Ordinal);
    }

    [Fact]
    public void Q7_an_identity_policy_for_the_access_point_alone_is_not_certain()
    {
        PolicySet alone = Granted.With(PolicyType.Identity, $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"{{{Arn}}}/*"}}""");
        AuthorizationExplanation explanation = alone.Explain(Question);
        Assert.Equal((Decision.ImplicitDeny, false, Decision.ImplicitDeny), (explanation.Decision.Decision, explanation.Decision.IsCertain, explanation.Decision.BestCase));
        Assert.Contains("AWS does not say whether that is enough [Q-7]", explanation.ToText(), StringComparison.Ordinal);
        Assert.True((alone with { Identity = AttachedPolicies.None }).Decide(Question).IsCertain);
    }

    /// <summary>A set has no slot for them, so that nobody can tell their policy and their bucket; a Deny that is known denies all the same.</summary>
    [Theory]
    [InlineData("s3express:CreateSession", "arn:aws:s3express:us-west-2:111122223333:accesspoint/orders--usw2-az1--xa-s3")]
    [InlineData("s3express:CreateSession", "arn:aws:s3express:us-west-2:111122223333:bucket/orders--usw2-az1--xa-s3")]
    [InlineData("s3-outposts:GetObject", "arn:aws:s3-outposts:us-west-2:111122223333:outpost/op-1/accesspoint/orders/object/a")]
    [InlineData("s3-outposts:GetObject", "arn:aws:s3-outposts:us-west-2:111122223333:outpost/op-1/bucket/orders-o1--op-s3/object/a")]
    [InlineData("s3:GetObject", "arn:aws:s3:::orders-123-s3alias/a")]
    [InlineData("s3:GetObject", "arn:aws:s3:::orders-123-ext-s3alias/a")]
    [InlineData("s3:GetObject", "arn:aws:s3:::orders-123--ol-s3/a")]
    [InlineData("s3:GetObject", "arn:aws:s3:::mfzwi23gnjvgw.mrap/a")]
    public void Q7_other_access_points_and_aliases_are_unknown_in_that_layer(string action, string resource)
    {
        AuthorizationExplanation explanation = Granted.Explain(PolicySets.Ask(action: action, resource: resource));
        AuthorizationDecision decision = explanation.Decision;
        Assert.Equal((Decision.ImplicitDeny, false, Decision.Allowed), (decision.Decision, decision.IsCertain, decision.BestCase));
        Assert.Equal(["accessPoint"], decision.DependsOn(), StringComparer.Ordinal);
        PolicySet denied = Granted.With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity), $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"*","Resource":"{{{resource}}}"}}""");
        Assert.Equal((Decision.ExplicitDeny, true), (denied.Decide(PolicySets.Ask(action: action, resource: resource)).Decision, denied.Decide(PolicySets.Ask(action: action, resource: resource)).IsCertain));
    }

    /// <summary>An action that manages one is a single check with its policy; buckets whose names only look like aliases are buckets.</summary>
    [Theory]
    [InlineData("s3express:GetAccessPointPolicy", "arn:aws:s3express:us-west-2:111122223333:accesspoint/orders--usw2-az1--xa-s3")]
    [InlineData("s3-outposts:PutAccessPointPolicy", "arn:aws:s3-outposts:us-west-2:111122223333:outpost/op-1/accesspoint/orders")]
    [InlineData("s3express:CreateSession", "arn:aws:s3express:us-west-2:111122223333:bucket/orders--usw2-az1--x-s3")]
    [InlineData("s3-outposts:GetObject", "arn:aws:s3-outposts:us-west-2:111122223333:outpost/op-1/bucket/b/object/a--op-s3")]
    [InlineData("s3:GetObject", "arn:aws:s3:::b/orders-s3alias")]
    [InlineData("s3:GetObject", "arn:aws:s3:::mrap/a")]
    public void Q7_what_is_no_call_through_an_access_point_is_one_check(string action, string resource) =>
        Assert.True(Granted.Decide(PolicySets.Ask(action: action, resource: resource)).IsAllowed);

    [Fact]
    public void Q7_keys_of_another_access_point_contradict()
    {
        RequestContext context = TestPolicy.Context(("s3:DataAccessPointArn", Arn + "2"), ("s3:DataAccessPointAccount", "999988887777"));
        Assert.Equal(["A-98", "A-98"], RequestConsistency.FindFaults(PolicySets.Ask(resource: Resource, owner: null, context: context)).Select(static fault => fault.Rule), StringComparer.Ordinal);
        RequestContext same = TestPolicy.Context(("s3:DataAccessPointArn", Arn), ("s3:DataAccessPointAccount", PolicySets.Account));
        Assert.Empty(RequestConsistency.FindFaults(PolicySets.Ask(resource: Resource, owner: null, context: same)));
    }

    /// <summary>The bucket may be in another account than the access point.</summary>
    [Fact]
    public void Q7_keys_of_the_owner_are_those_of_each_resource()
    {
        PolicySet policies = (Granted with { AccessPoint = Told with { BucketAccount = "999988887777" } }).With(
            PolicyType.Resource, """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:ResourceAccount":"999988887777"}}}}""");
        Assert.True(policies.Decide(Question).IsAllowed);
        Assert.True(policies.Decide(PolicySets.Ask(resource: Resource, owner: null, context: TestPolicy.Context(("aws:ResourceAccount", PolicySets.Account)))).IsAllowed);
    }

    private static JsonElement MembersOf(AuthorizationExplanation explanation)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream)) explanation.WriteTo(json);
        using JsonDocument document = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray()));
        return document.RootElement.Clone();
    }
}
