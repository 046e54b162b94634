using System.Globalization;

namespace PolicyEngine.Tests.Evaluation;

/// <summary>Deciding allocates nothing, whatever the policy and the request hold.</summary>
/// <remarks>The first evaluations of a policy and of an action may: they make what later ones find.</remarks>
public class AllocationTests
{
    private const int Rounds = 100;
    private static readonly RequestContext Context = new RequestContextBuilder()
        .Set("aws:username", "Alice").Set("aws:SourceIp", "2001:db8::1").Set("aws:SourceVpce", "vpce-77").Set("aws:CurrentTime", "2026-01-01T00:00:00Z").Set("aws:EpochTime", "1767225600")
        .Set("aws:MultiFactorAuthPresent", "true").Set("aws:AssumedRoot", "false").Set("aws:PrincipalArn", TestPolicy.Alice).SetList("aws:TagKeys", "a", "b").SetUnknown("aws:SourceVpc").Set("k:number", "12.50").Set("k:empty", "")
        .Set("k:mapped", "::ffff:10.0.0.1").Set("k:binary", "QmFzZTY0").Set("k:two", "a").Set("K:TWO", "b").Set("k:list", ContextValue.OfList("x")).Build();

    public static TheoryData<string> Elements =>
    [
        """ "Resource":"arn:aws:s3:::b/*" """,
        """ "Action":["s3:Put*","s3:Get*","*:GetObject"],"Resource":["arn:aws:s3:::a","arn:*:s3:*:*:b/?","arn:aws:s3:::*k*"] """,
        """ "NotAction":"sqs:*","NotResource":"arn:aws:s3:::other/*" """,
        """ "Resource":"arn:aws:s3:::${aws:username}/*" """,
        """ "Resource":["arn:aws:s3:::b/${k:none, 'k'}","arn:aws:s3:::b/${k:empty}*","arn:aws:s3:::${aws:SourceVpc}"] """,
        """ "Resource":["arn:aws:s3:::${aws:TagKeys}","arn:aws:s3:::${k:list}","arn:${k:number}:s3:::b/k"] """,
        """ "Resource":"arn:aws:s3:::b/${k:two}" """,
        """ "Resource":"arn:aws:s3:${k:none, ''}${k:number}:${aws:username}${aws:username}:${k:number}${k:number}${k:number}${k:number}${k:empty}${k:two}" """,
        """ "Resource":["arn:aws:s3","arn:aws:S3:::b/k","arn:aws:s3:*:b/k"] """,
        """ "Condition":{"IpAddress":{"aws:SourceIp":["10.0.0.0/8","2001:db8::/32"]}} """,
        """ "Condition":{"NotIpAddress":{"aws:SourceIp":"2001:db9::/32","k:mapped":["11.0.0.0/8","::ffff:0:0/96"]}} """,
        """ "Condition":{"StringEquals":{"aws:username":["Bob","${aws:username}"]},"StringLike":{"aws:SourceVpce":["vpce-${k:number}","vpce-*"]}} """,
        """ "Condition":{"StringEqualsIgnoreCase":{"aws:username":["bob","ALICE"]},"StringNotLike":{"aws:username":"é*"}} """,
        """ "Condition":{"ArnLike":{"aws:PrincipalArn":["arn:aws:iam::*:role/*","arn:aws:iam::111122223333:user/${aws:username}"]}} """,
        """ "Condition":{"NumericLessThan":{"k:number":["12.49","100.0"]},"NumericEquals":{"k:number":"12.5"}} """,
        """ "Condition":{"DateGreaterThan":{"aws:CurrentTime":"2025-12-31T23:59:59Z","aws:EpochTime":"2025-01-01"},"DateEquals":{"aws:EpochTime":"1767225600"}} """,
        """ "Condition":{"Bool":{"aws:MultiFactorAuthPresent":"true"},"Null":{"k:none":"true","aws:username":"false"},"BinaryEquals":{"k:binary":"QmFzZTY0"}} """,
        """ "Condition":{"ForAllValues:StringEquals":{"aws:TagKeys":["a","b","c"]},"ForAnyValue:StringLike":{"aws:TagKeys":["x","b*"]}} """,
        """ "Condition":{"StringEquals":{"aws:SourceVpc":"vpc-1"}} """,
        """ "Condition":{"NumericLessThan":{"aws:username":"5"},"DateEquals":{"aws:username":"2026-01-01"},"IpAddress":{"aws:username":"10.0.0.0/8"},"Bool":{"aws:username":"true"},"ArnEquals":{"aws:username":"arn:aws:s3:::b"}} """,
        """ "Condition":{"StringEquals":{"k:two":"a","k:list":"x"},"StringNotEqualsIfExists":{"k:none":"x"}} """,
    ];

    public static TheoryData<string> Requests =>
    [
        "arn:aws:s3:::b/k", "*", "nonsense", "arn:aws:s3:::b/😀", "arn:aws:s3:::b:c:d/k", "ARN:aws:s3:::b/k",
    ];

    public static TheoryData<string> Callers =>
    [
        TestPolicy.Alice, PolicySets.Session, "arn:aws:iam::111122223333:root", "arn:aws-cn:iam::111122223333:user/Alice", "arn:aws:sts::111122223333:federated-user/Alice",
        "anonymous", "service", "web", "saml", "unidentified", "limited",
    ];

    [Theory]
    [MemberData(nameof(Elements))]
    public void One_policy(string elements)
    {
        foreach (string effect in (string[])["Allow", "Deny"])
        {
            CompiledPolicy policy = TestPolicy.Compile(TestPolicy.Document(effect, elements), mode: ParseMode.Stored);
            AuthorizationRequest request = Request();
            AssertNone(() => TestPolicy.Evaluator.Evaluate(policy, request).Decision);
        }
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Any_resource(string resource)
    {
        CompiledPolicy policy = TestPolicy.Compile(
            TestPolicy.Document("Allow", """ "Resource":["arn:aws:s3:::b/k","arn:aws:s3:::?/?","arn:aws:s3:*:c*","arn:aws:s3","arn:aws:s3:::${aws:username}"] """), mode: ParseMode.Stored);
        AuthorizationRequest request = Request(resource: resource);
        AssertNone(() => TestPolicy.Evaluator.Evaluate(policy, request).Decision);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void Any_caller_and_a_gateway_endpoint(string caller)
    {
        CompiledPolicy policy = TestPolicy.Compile(
            """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":["444455556666","arn:aws:iam::111122223333:role/App","arn:aws:iam::111122223333:user/Alice","arn:aws:iam::111122223333:role/*"],"Service":["s3.amazonaws.com","s3.*.amazonaws.com"]},"Action":"*","Resource":"*"},
              {"Effect":"Allow","Principal":{"AWS":"*","Federated":"accounts.google.com"},"Action":"*","Resource":"*"},
              {"Effect":"Deny","NotPrincipal":{"AWS":["111122223333","arn:aws:iam::111122223333:user/Alice","arn:aws:sts::111122223333:assumed-role/App/s1"]},"Action":"s3:Put*","Resource":"*"}]}
            """,
            PolicyType.VpcEndpoint,
            ParseMode.Stored);
        AuthorizationRequest request = Request(CallerOf(caller), endpoint: new RequestEndpoint(VpcEndpointType.Gateway));
        AssertNone(() => TestPolicy.Evaluator.Evaluate(policy, request).Decision);
    }

    [Theory]
    [MemberData(nameof(Callers))]
    public void All_layers(string caller)
    {
        PolicySet set = new();
        foreach (PolicyType kind in PolicySet.Types) set = set.With(kind, PolicySets.Everything(kind), PolicySets.Nothing(kind));
        CompiledPolicySet policies = PolicyCompiler.Compile(set);
        AuthorizationRequest request = Request(CallerOf(caller), endpoint: new RequestEndpoint(VpcEndpointType.Interface));
        AssertNone(() => TestPolicy.Evaluator.Evaluate(policies, request).Decision);
    }

    [Theory]
    [InlineData("kms:Decrypt", "arn:aws:kms:eu-west-1:111122223333:key/1")]
    [InlineData("sts:AssumeRole", "arn:aws:iam::111122223333:role/App")]
    [InlineData("sts:GetCallerIdentity", "*")]
    [InlineData("s3:ListAllMyBuckets", "*")]
    [InlineData("iam:PassRole", "arn:aws:iam::444455556666:role/App")]
    public void Actions_with_rules_of_their_own(string action, string resource)
    {
        PolicySet set = new PolicySet().With(PolicyType.Identity, PolicySets.Everything(PolicyType.Identity)) with { ServiceControl = AttachedPolicies.Unknown };
        CompiledPolicySet policies = PolicyCompiler.Compile(set);
        AuthorizationRequest request = Request(action: action, resource: resource);
        AssertNone(() => TestPolicy.Evaluator.Evaluate(policies, request).Decision);
    }

    [Theory]
    [InlineData("arn:aws:s3:::bucket-#/*")]
    [InlineData("arn:aws:s3:::*/logs-#/x")]
    [InlineData("arn:aws:s3:::bucket-#/${aws:username}")]
    public void Ten_thousand_statements(string resource)
    {
        string statement(int n) => $$"""{"Effect":"Allow","Action":"s3:GetObject","Resource":"{{resource.Replace("#", n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)}}"}""";
        string json = $$"""{"Version":"2012-10-17","Statement":[{{string.Join(',', Enumerable.Range(0, 10_000).Select(statement))}}]}""";
        CompiledPolicy policy = TestPolicy.Compile(json, mode: ParseMode.Stored);
        AuthorizationRequest request = Request(resource: "arn:aws:s3:::bucket-77/Alice");
        AssertNone(() => TestPolicy.Evaluator.Evaluate(policy, request).Decision);
    }

    private static AuthorizationRequest Request(RequestPrincipal? caller = null, string action = TestPolicy.Action, string resource = TestPolicy.Resource, RequestEndpoint? endpoint = null) =>
        new(caller ?? PolicySets.Alice, action, resource, Context) { Endpoint = endpoint };

    private static RequestPrincipal CallerOf(string caller) => caller switch
    {
        "anonymous" => RequestPrincipal.Anonymous,
        "service" => RequestPrincipal.Service("s3.amazonaws.com"),
        "web" => RequestPrincipal.WebIdentity("accounts.google.com"),
        "saml" => RequestPrincipal.Saml("arn:aws:iam::111122223333:saml-provider/idp"),
        "unidentified" => RequestPrincipal.Unidentified(CallerType.RoleSession, PolicySets.Account),
        "limited" => PolicySets.Alice with { Credentials = CredentialKind.SessionToken, HasPermissionsBoundary = true },
        _ => RequestPrincipal.FromArn(caller),
    };

    private static void AssertNone(Func<Decision> evaluate)
    {
        for (int i = 0; i < 3; i++) evaluate();
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++) evaluate();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(0, allocated / Rounds);
    }
}
