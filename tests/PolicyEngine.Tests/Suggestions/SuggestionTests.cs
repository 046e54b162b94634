using System.Text;
using System.Text.Json;
using PolicyEngine.Syntax;
using PolicyEngine.Tests.Evaluation;

namespace PolicyEngine.Tests.Suggestions;

/// <summary>Q-36: what would let a denied request pass, and nothing else.</summary>
public class SuggestionTests
{
    private const string Object = "arn:aws:s3:::b/k";
    private const string Exempting = "{\"aws:PrincipalArn\":\"arn:aws:iam::111122223333:user/Alice\"}";
    private static readonly PolicySet Granted = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity));

    public static TheoryData<PolicyType, string> Forms => new()
    {
        { PolicyType.Identity, """{"Sid":"AllowThisCall","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k"}""" },
        { PolicyType.PermissionsBoundary, """{"Sid":"AllowThisCall","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k"}""" },
        { PolicyType.Session, """{"Sid":"AllowThisCall","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k"}""" },
        { PolicyType.ServiceControl, """{"Sid":"AllowThisCall","Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k","Condition":{"ArnEquals":{"aws:PrincipalArn":"arn:aws:iam::111122223333:role/App"}}}""" },
        { PolicyType.VpcEndpoint, """{"Sid":"AllowThisCall","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:role/App"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k"}""" },
    };

    private static RequestEndpoint Interface => new(VpcEndpointType.Interface, "vpce-1");

    [Theory]
    [MemberData(nameof(Forms))]
    public void Q36_a_kind_that_does_not_allow_gets_the_smallest_statement(PolicyType kind, string statement)
    {
        PolicySet policies = Granted.With(kind, PolicySets.Nothing(kind));
        RequestSuggestions found = Suggest(policies, PolicySets.Ask(PolicySets.App, "s3:GetObject", Object, endpoint: Interface));
        PolicySuggestion change = Assert.Single(found.Changes);
        Assert.Equal((kind, statement, false), (change.Kind, change.Statement.ToString(), change.IsWider));
        Assert.True(found.Reason is null && found.Decision.IsAllowed && change.Denier is null && change.Condition is null);
        Assert.False(found.Policies.Decide(PolicySets.Ask(PolicySets.App, "s3:GetObject", Object + "2", endpoint: Interface)).IsAllowed);
        Assert.False(found.Policies.Decide(PolicySets.Ask(PolicySets.App, "s3:GetObjectAcl", Object, endpoint: Interface)).IsAllowed);
    }

    [Fact]
    public void Q36_of_a_gateway_endpoint_the_caller_is_named_by_a_condition()
    {
        PolicySet policies = Granted.With(PolicyType.VpcEndpoint, PolicySets.Nothing(PolicyType.VpcEndpoint));
        foreach (VpcEndpointType type in new[] { VpcEndpointType.Gateway, VpcEndpointType.Unknown })
        {
            RequestSuggestions found = Suggest(policies, PolicySets.Ask(action: "s3:GetObject", resource: Object, endpoint: new RequestEndpoint(type, "vpce-1")));
            Assert.EndsWith($$$"""
                "Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::b/k","Condition":{"ArnEquals":{{{Exempting}}}}}
                """, Assert.Single(found.Changes).Statement.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Q36_the_root_user_is_named_by_a_condition()
    {
        PolicySet policies = new PolicySet().With(PolicyType.Resource, PolicySets.Nothing(PolicyType.Resource));
        RequestSuggestions found = Suggest(policies, PolicySets.Ask(RequestPrincipal.Root(PolicySets.Account), "s3:GetObject", Object, owner: "444455556666"));
        Assert.Contains("\"Principal\":\"*\"", Assert.Single(found.Changes).Statement.ToString(), StringComparison.Ordinal);
        Assert.True(found.Decision.IsAllowed);
        Assert.False(found.Policies.Decide(PolicySets.Ask(action: "s3:GetObject", resource: Object, owner: "444455556666")).IsAllowed);
    }

    [Fact]
    public void Q36_each_level_that_lacks_an_allow_gets_one()
    {
        string nothing = PolicySets.Nothing(PolicyType.ServiceControl);
        PolicySet policies = Granted.With(PolicyType.ServiceControl, nothing, PolicySets.Everything(PolicyType.ServiceControl), nothing);
        RequestSuggestions found = Suggest(policies, PolicySets.Ask());
        Assert.Equal(["level-0", "level-2"], found.Changes.Select(static change => change.Level), StringComparer.Ordinal);
        Assert.True(found.Decision.IsAllowed);
    }

    [Fact]
    public void Q36_across_accounts_both_sides_allow()
    {
        RequestSuggestions found = Suggest(new PolicySet().With(PolicyType.Resource, PolicySets.Nothing(PolicyType.Resource)), PolicySets.Ask(owner: "444455556666"));
        Assert.Equal([PolicyType.Resource, PolicyType.Identity], found.Changes.Select(static change => change.Kind));
        Assert.Equal((false, true), (found.Changes[0].Document is null, found.Changes[1].Document is null));
        Assert.True(found.Decision.IsAllowed && found.Instead is null);
    }

    [Fact]
    public void Q36_in_one_account_the_policy_of_the_resource_does_as_well()
    {
        RequestSuggestions found = Suggest(new PolicySet().With(PolicyType.Resource, PolicySets.Nothing(PolicyType.Resource)), PolicySets.Ask());
        Assert.Equal(PolicyType.Identity, Assert.Single(found.Changes).Kind);
        Assert.Equal(PolicyType.Resource, Assert.Single(found.Instead!.Changes).Kind);
        Assert.True(found.Instead.Decision.IsAllowed);
    }

    [Fact]
    public void Q36_a_key_policy_is_changed_alone()
    {
        PolicySet policies = new PolicySet().With(PolicyType.Resource, PolicySets.Nothing(PolicyType.Resource));
        RequestSuggestions found = Suggest(policies, PolicySets.Ask(action: "kms:Decrypt", resource: "arn:aws:kms:eu-west-1:111122223333:key/k"));
        Assert.Equal(PolicyType.Resource, Assert.Single(found.Changes).Kind);
    }

    [Fact]
    public void Q36_a_trust_policy_gets_no_resource()
    {
        RequestSuggestions found = Suggest(new PolicySet(), PolicySets.Ask(action: "sts:AssumeRole", resource: "arn:aws:iam::111122223333:role/Target"));
        Assert.Equal("""{"Sid":"AllowThisCall","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/Alice"},"Action":"sts:AssumeRole"}""", Assert.Single(found.Changes).Statement.ToString());
    }

    [Fact]
    public void Q36_a_service_is_let_in_for_the_resource_on_whose_behalf_it_calls()
    {
        RequestContext context = new RequestContextBuilder().Set("aws:SourceArn", ContextValue.Of("arn:aws:sns:eu-west-1:111122223333:topic")).Build();
        RequestSuggestions found = Suggest(new PolicySet().With(PolicyType.Resource, PolicySets.Nothing(PolicyType.Resource)), PolicySets.Ask(RequestPrincipal.Service("sns.amazonaws.com"), context: context));
        string statement = Assert.Single(found.Changes).Statement.ToString();
        Assert.Contains("\"Principal\":{\"Service\":\"sns.amazonaws.com\"}", statement, StringComparison.Ordinal);
        Assert.EndsWith("\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":\"arn:aws:sns:eu-west-1:111122223333:topic\"}}}", statement, StringComparison.Ordinal);
    }

    [Fact]
    public void Q36_an_explicit_deny_is_told_with_its_condition_and_exempts_the_caller()
    {
        const string Deny = """{"Version":"2012-10-17","Statement":[{"Sid":"D","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-2"}}}]}""";
        RequestSuggestions found = Suggest(Granted.With(PolicyType.Resource, Deny), PolicySets.Ask());
        PolicySuggestion change = Assert.Single(found.Changes);
        Assert.Equal(("D", $"\"ArnNotEquals\":{Exempting}", true), (change.Denier!.Sid, change.Condition!.ToString(), change.IsWider));
        Assert.Contains(change.Denier.Elements.SelectMany(static element => element.Children), static node => node is { Label: "StringNotEquals aws:SourceVpce", PolicyText: "vpce-2", RequestText: "(missing)" });
        Assert.EndsWith($$$$"""
            "Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-2"},"ArnNotEquals":{{{{Exempting}}}}}}
            """, change.Statement.ToString(), StringComparison.Ordinal);
        Assert.True(found.Decision.IsAllowed);
    }

    [Fact]
    public void Q36_an_exemption_stands_beside_those_that_the_deny_has()
    {
        const string Deny = """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":"s3:getobject","Resource":"arn:aws:s3:::b/k","Condition":{"ArnNotEquals":{"aws:SourceArn":"arn:aws:s3:::b","aws:principalarn":"arn:aws:iam::111122223333:role/Admin"}}}]}""";
        PolicySuggestion change = Assert.Single(Suggest(Granted.With(PolicyType.ServiceControl, Deny, PolicySets.Everything(PolicyType.ServiceControl)).With(PolicyType.ServiceControl, AttachedPolicies.Of([.. Both(Deny)])), PolicySets.Ask(PolicySets.App, "s3:GetObject", Object)).Changes);
        Assert.Equal("\"ArnNotEquals\":{\"aws:principalarn\":[\"arn:aws:iam::111122223333:role/Admin\",\"arn:aws:iam::111122223333:role/App\"]}", change.Condition!.ToString());
        Assert.False(change.IsWider);
    }

    [Fact]
    public void Q36_behind_a_deny_the_missing_allow_is_told_as_well()
    {
        RequestSuggestions found = Suggest(new PolicySet().With(PolicyType.Identity, PolicySets.DenyAll(PolicyType.Identity)), PolicySets.Ask());
        Assert.Equal([true, false], found.Changes.Select(static change => change.Denier is not null));
        Assert.True(found.Decision.IsAllowed);
    }

    [Fact]
    public void Q36_names_are_escaped_where_the_policy_has_variables()
    {
        AuthorizationRequest request = PolicySets.Ask(action: "s3:GetObject", resource: "arn:aws:s3:::b/${x}*?");
        RequestSuggestions found = Suggest(new PolicySet().With(PolicyType.Identity, PolicySets.Nothing(PolicyType.Identity)), request);
        Assert.Equal("arn:aws:s3:::b/${$}{x}${*}${?}", Assert.Single(found.Changes).Statement.Resource!.Patterns[0].Text);
        Assert.True(found.Decision.IsAllowed && !found.Policies.Decide(PolicySets.Ask(action: "s3:GetObject", resource: "arn:aws:s3:::b/${x}ab")).IsAllowed);
        PolicySet old = new PolicySet().With(PolicyType.Identity, PolicySets.Nothing(PolicyType.Identity).Replace("2012-10-17", "2008-10-17", StringComparison.Ordinal));
        Assert.Equal("an Allow is missing in identity, and without Version 2012-10-17 a name in it would be read as a pattern", Suggest(old, request).Reason);
    }

    [Fact]
    public void Q36_a_Sid_is_taken_once()
    {
        const string Own = """{"Version":"2012-10-17","Statement":{"Sid":"AllowThisCall","Effect":"Allow","Action":"sqs:*","Resource":"*"}}""";
        Assert.Equal("AllowThisCall2", Assert.Single(Suggest(new PolicySet().With(PolicyType.Identity, Own), PolicySets.Ask()).Changes).Statement.Sid);
    }

    [Fact]
    public void Q36_nothing_is_suggested_that_is_not_exact_or_does_nothing()
    {
        PolicySet none = new();
        PolicySet denied = Granted.With(PolicyType.Resource, PolicySets.DenyAll(PolicyType.Resource));
        (PolicySet Policies, AuthorizationRequest Request, string Reason)[] cases =
        [
            (Granted, PolicySets.Ask(), "the request is allowed"),
            (Granted.With(PolicyType.ServiceControl, AttachedPolicies.Unknown), PolicySets.Ask(), "the denial is not certain: it depends on serviceControl"),
            (none, PolicySets.Ask(RequestPrincipal.Anonymous), "an Allow is missing in resource, and the caller cannot be named exactly"),
            (none, PolicySets.Ask(RequestPrincipal.WebIdentity("accounts.google.com")), "an Allow is missing in resource, and the caller cannot be named exactly"),
            (denied, PolicySets.Ask(RequestPrincipal.Unidentified(CallerType.RoleSession, PolicySets.Account)), "Statement[0] of resource denies, and the caller has no ARN by which it could be exempted"),
            (denied, PolicySets.Ask(RequestPrincipal.Service("sns.amazonaws.com")), "Statement[0] of resource denies, and the caller has no ARN by which it could be exempted"),
            (none, PolicySets.Ask(RequestPrincipal.Root(PolicySets.Account), "sts:AssumeRole", "arn:aws:iam::111122223333:role/Target"), "no policy can let it pass: root credentials cannot assume roles"),
        ];
        foreach ((PolicySet policies, AuthorizationRequest request, string reason) in cases)
        {
            RequestSuggestions found = Suggest(policies, request);
            Assert.Equal(reason, found.Reason);
            Assert.Same(policies, found.Policies);
            Assert.Empty(found.Changes);
        }
    }

    [Fact]
    public void Q36_a_policy_that_would_be_too_long_is_not_suggested()
    {
        string filler = string.Join(',', Enumerable.Range(0, 262).Select(static i => $"\"sqs:Action{i:D10}\""));
        PolicySet policies = Granted.With(PolicyType.PermissionsBoundary, $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":[{{{filler}}}],"Resource":"*"}}""");
        RequestSuggestions found = Suggest(policies, PolicySets.Ask());
        Assert.StartsWith("the changed policy of permissionsBoundary would be refused: ", found.Reason, StringComparison.Ordinal);
        Assert.EndsWith("[PE2019]", found.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Q36_an_access_point_and_its_bucket_are_both_changed()
    {
        AccessPoint slot = new() { Policies = PolicySets.Attach(PolicyType.AccessPoint, PolicySets.DenyAll(PolicyType.AccessPoint)), BucketArn = "arn:aws:s3:::b", BucketAccount = PolicySets.Account, Origin = AccessPointOrigin.Internet };
        PolicySet policies = Granted with { AccessPoint = slot };
        RequestSuggestions found = Suggest(policies.With(PolicyType.Resource, PolicySets.DenyAll(PolicyType.Resource)), PolicySets.Ask(resource: "arn:aws:s3:us-west-2:111122223333:accesspoint/orders/object/a"));
        Assert.Equal([PolicyType.AccessPoint, PolicyType.Resource], found.Changes.Select(static change => change.Kind));
        Assert.True(found.Decision.IsAllowed);
    }

    [Fact]
    public void Q36_each_scope_down_policy_is_changed_for_itself()
    {
        PolicySet policies = Granted.With(PolicyType.ScopeDown, PolicySets.Everything(PolicyType.ScopeDown), PolicySets.Nothing(PolicyType.ScopeDown));
        RequestSuggestions found = Suggest(policies, PolicySets.Ask(PolicySets.App));
        Assert.Equal("2", Assert.Single(found.Changes).Level);
        Assert.True(found.Decision.IsAllowed && found.Changes[0].Document == policies.ScopeDown.Levels[0].Documents[1]);
    }

    [Fact]
    public void Q36_resources_of_AWS_are_named_as_such()
    {
        PolicySet policies = Granted.With(PolicyType.VpcEndpoint, PolicySets.Nothing(PolicyType.VpcEndpoint));
        RequestSuggestions found = Suggest(policies, PolicySets.Ask(action: "s3:GetObject", resource: "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/x", owner: null, endpoint: Interface));
        Assert.Equal("image layers of Amazon ECR", found.AwsResource);
        Assert.Equal(PolicyType.VpcEndpoint, Assert.Single(found.Changes).Kind);
        Assert.Null(Suggest(policies, PolicySets.Ask(endpoint: Interface)).AwsResource);
    }

    [Fact]
    public void Q36_suggestions_are_written_as_text_and_JSON()
    {
        RequestSuggestions found = Suggest(new PolicySet().With(PolicyType.Identity, PolicySets.DenyAll(PolicyType.Identity)), PolicySets.Ask());
        Assert.Equal(["identity: add \"ArnNotEquals\":" + Exempting + " to the condition of Statement[0]", "identity: add " + found.Changes[1].Statement], found.ToString().Split('\n'));
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream)) found.WriteTo(json);
        JsonElement written = JsonDocument.Parse(Encoding.UTF8.GetString(stream.ToArray())).RootElement;
        Assert.Equal("allowed", written.GetProperty("after").GetProperty("decision").GetString());
        Assert.Equal(2, written.GetProperty("changes").GetArrayLength());
        Assert.Throws<ArgumentNullException>(() => found.WriteTo(null!));
    }

    private static IEnumerable<PolicyDocument> Both(string deny) => PolicySets.Attach(PolicyType.ServiceControl, deny, PolicySets.Everything(PolicyType.ServiceControl)).Levels.SelectMany(static level => level.Documents);

    private static RequestSuggestions Suggest(PolicySet policies, AuthorizationRequest request) => TestPolicy.Evaluator.Suggest(PolicyCompiler.Compile(policies), request);
}
