using System.Text.RegularExpressions;
using PolicyEngine.Catalogue;
using PolicyEngine.Checks;
using PolicyEngine.CloudTrail;
using PolicyEngine.Facts;
using PolicyEngine.FsCheck;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Architecture;

/// <summary>What public types look like in a log or a test that fails: the thing itself, or a few words about it.</summary>
public partial class TextOfTypesTests
{
    private const string Text = """
        {"Version":"2012-10-17","Id":"P","Statement":[{"Sid":"S","Effect":"Deny","Principal":{"AWS":["123456789012","arn:aws:iam::123456789012:root"]},"Action":["s3:GetObject","s3:PutObject"],
         "Resource":"arn:aws:s3:::b/*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1"}}}]}
        """;

    private const string Record = """{"eventVersion":"1.11","eventName":"GetSecretValue","eventSource":"secretsmanager.amazonaws.com","eventID":"e-1","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::123456789012:user/Anika","accountId":"123456789012"}}""";

    /// <summary>One or more of each type, with what they look like.</summary>
    private static readonly Dictionary<Type, (object Instance, string Shown)[]> Instances = Make();

    public static TheoryData<Type> Types =>
    [
        .. new[] { typeof(PolicyParser), typeof(ServiceCatalogue), typeof(PolicyChecker), typeof(PolicyCase) }.SelectMany(static type => type.Assembly.GetExportedTypes())
            .Where(static type => !type.IsEnum && !type.IsAbstract && !type.IsNested && !type.IsSubclassOf(typeof(Exception)) && (type.GetConstructors().Length > 0 || type.GetMethods().Any(static method => !method.IsStatic && method.DeclaringType != typeof(object)))),
    ];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_public_type_reads_as_what_it_is(Type type)
    {
        Type key = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        Assert.True(Instances.TryGetValue(key, out (object Instance, string Shown)[]? all), $"{type} has no instance here");
        Assert.All(all, one =>
        {
            string shown = one.Instance.ToString()!;
            Assert.DoesNotMatch(NameOfType(), shown);
            Assert.False(shown == type.Name, shown);
            Assert.StartsWith(one.Shown, shown, StringComparison.Ordinal);
        });
    }

    [GeneratedRegex(@"System\.|PolicyEngine\.|`[0-9]|\+<", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NameOfType();

    private static Dictionary<Type, (object Instance, string Shown)[]> Make()
    {
        PolicyDocument document = PolicyDocument.Parse(Text, PolicyType.Resource);
        Statement statement = document.Statements[0];
        RequestPrincipal anika = RequestPrincipal.FromArn("arn:aws:iam::123456789012:user/Anika");
        RequestContext context = new RequestContextBuilder().Set("aws:SourceVpce", "vpce-2").SetList("aws:TagKeys", "a", "b").Build();
        AuthorizationRequest request = new(anika, "s3:GetObject", "arn:aws:s3:::b/k", context);
        PolicyLevel level = new("root", PolicyDocument.Parse("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""", PolicyType.ServiceControl));
        PolicySet set = new() { Resource = AttachedPolicies.Of(document), ServiceControl = AttachedPolicies.OfLevels(level), Session = AttachedPolicies.Unknown };
        CompiledPolicy policy = PolicyCompiler.Compile(document);
        CompiledPolicySet policies = PolicyCompiler.Compile(set);
        PolicyExplanation why = TestPolicy.Evaluator.Explain(policy, request);
        AuthorizationExplanation whyAll = TestPolicy.Evaluator.Explain(policies, request);
        Finding noVersion = PolicyChecker.CheckText(PolicyText.FromString("""{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}""")).Single();
        ParseResult<PolicyDocument> bad = PolicyParser.Parse(PolicyText.FromString("{", "p.json"));
        RequestSuggestions denied = TestPolicy.Evaluator.Suggest(PolicyCompiler.Compile(new PolicySet()), new AuthorizationRequest(anika, "s3:ListAllMyBuckets", "*"));
        VpcEndpoint endpoint = new() { Id = "vpce-1", Type = VpcEndpointType.Interface, VpcId = "vpc-1", ServiceName = new VpcEndpointServiceName("com.amazonaws.us-west-2.kms") };
        RecordReconstruction reconstruction = RecordReconstructor.Reconstruct(CloudTrailRecord.Parse(Record));
        CatalogueService service = ServiceCatalogue.Default.FindService("s3")!;
        CatalogueResourceType bucket = service.FindResourceType("bucket")!;
        object[] all =
        [
            document, statement, statement.Principal!, statement.Principal!.Groups[0], statement.Action, statement.Action.Patterns[0], statement.Resource!,
            statement.Condition!, statement.Condition!.Clauses[0], statement.Condition.Clauses[0].Operator, statement.Condition.Clauses[0].Entries[0], statement.Condition.Clauses[0].Entries[0].Values[0],
        ];
        string[] shown =
        [
            """{"Version":"2012-10-17","Id":"P","Statement":[{"Sid":"S",""", """{"Sid":"S","Effect":"Deny",""", "\"Principal\":{\"AWS\":[", "\"AWS\":[\"123456789012\",", """
            "Action":["s3:GetObject","s3:PutObject"]
            """, "s3:GetObject", "\"Resource\":\"arn:aws:s3:::b/*\"",
            "\"Condition\":{\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-1\"}}", "\"StringNotEquals\":{\"aws:SourceVpce\":\"vpce-1\"}", "StringNotEquals", "\"aws:SourceVpce\":\"vpce-1\"", "vpce-1",
        ];
        (object Instance, string Shown)[] others =
        [
            (statement.Action.Patterns, "[s3:GetObject, s3:PutObject]"), (statement.Resource!.Patterns, "arn:aws:s3:::b/*"), (PolicyPattern.Literal("a*"), "a${*}"),
            (new PolicyBuilder(PolicyType.Resource).Deny(static s => s.Action("s3:*")), "resource policy with 1 statements so far"), (NewStatement(), """{"Effect":"Allow","Action":"s3:*"}"""),
            (PolicyQuota.None, "no quota"), (PolicyQuota.For(PolicyType.Managed), "at most 6144 characters without white space"),
            (PolicyParserOptions.Default, "PolicyParserOptions { Type = Identity, Mode = Strict"), (document.Source!, "{\"Version\""), (new TextSpan(3, 4), "3..7"), (new LinePosition(2, 5), "2:5"),
            (bad, "p.json:1:2: error PE1004: "), (PolicyParser.Parse(document.Source!, new PolicyParserOptions { Type = PolicyType.Resource }), """{"Version":"2012-10-17","""), (bad.Diagnostics[0], "p.json:1:2: error PE1004: "), (bad.Diagnostics[0].Descriptor, "PE1004 "),
            (anika, "arn:aws:iam::123456789012:user/Anika"), (anika.Arn!, "arn:aws:iam::123456789012:user/Anika"), (context, "aws:SourceVpce = vpce-2, aws:TagKeys = [a, b]"), (RequestContext.Empty, "no keys"),
            (new RequestContextBuilder().SetUnknown("aws:SourceIp").SetOthersUnknown(), "aws:SourceIp = (unknown), others unknown"), (ContextValue.OfList("a", "b"), "[a, b]"), (ConditionKeys.SourceVpce, "aws:SourceVpce"),
            (request, "arn:aws:iam::123456789012:user/Anika s3:GetObject arn:aws:s3:::b/k"), (new AuthorizationRequestBuilder().Reset(anika, "s3:GetObject", "*"), "arn:aws:iam::123456789012:user/Anika s3:GetObject *"),
            (new RequestEndpoint(VpcEndpointType.Gateway, "vpce-1") { VpcId = "vpc-1", SupportsPolicy = false }, "vpce-1 (Gateway, vpc-1, without policies)"), (new AccountOrganization("o-1", "o-1/r-1/"), "o-1 (o-1/r-1/)"), (AccountOrganization.None, "no organization"),
            (new ApiCallBuilder(anika, "s3:GetObject", "*"), "arn:aws:iam::123456789012:user/Anika s3:GetObject *"),
            (RequestConsistency.FindFaults(new AuthorizationRequest(anika, "s3:GetObject", "*", new RequestContextBuilder().Set("aws:SourceIp", "x").Build()))[0], "'aws:SourceIp' is 'x', which is no address [A-94]"),
            (level, "root: 1 policy"), (set.ServiceControl, "root: 1 policy"), (AttachedPolicies.None, "none"), (new AccessPoint { BucketArn = "arn:aws:s3:::b" }, "AccessPoint { Policies = unknown, BucketArn = arn:aws:s3:::b"), (AttachedPolicies.Unknown, "unknown"), (set, "serviceControl (root: 1 policy), resource (1 policy), session (unknown)"), (new PolicySet(), "no policies"),
            (policy, "compiled resource policy of 1 statements"), (policies, "compiled serviceControl (root: 1 policy), resource (1 policy), session (unknown)"),
            (TestPolicy.Evaluator, "evaluator with service tables of "), (new PolicyBatch(TestPolicy.Evaluator, maxThreads: 2), "batch on at most 2 threads"), (AuthorizationOptions.Default, "AuthorizationOptions { "),
            (TestPolicy.Evaluator.Evaluate(policy, request), "ExplicitDeny"), (TestPolicy.Evaluator.Evaluate(policies, request), "ExplicitDeny"), (TestPolicy.Evaluator.Evaluate(policies, new AuthorizationRequestBuilder().Reset(anika, "s3:GetObject", "arn:aws:s3:::b/k")), "ExplicitDeny"),
            (TestPolicy.Evaluator.Evaluate(policy, request).GetStatements()[0], "resource policy 0 Statement[0] 'S' Deny"),
            (TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(new PolicySet { Identity = AttachedPolicies.Unknown }), request).GetDependencies()[0], "identity"),
            (why, "explicitDeny, because "), (why.Statements[0], ""), (why.Statements[0].Elements[0], ""), (whyAll, "explicitDeny, because "), (whyAll.Layers[0], ""), (whyAll.Layers.First(static layer => layer.Policies.Length > 0).Policies[0], ""),
            (whyAll.Message!, "User: arn:aws:iam::123456789012:user/Anika is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::b/k with an explicit deny in a resource-based policy"), (ExplanationTextOptions.Default, "ExplanationTextOptions { "),
            (denied, "identity: add {"), (denied.Changes[0], "identity: add {"),
            (endpoint, "vpce-1 Interface com.amazonaws.us-west-2.kms"), (endpoint.ServiceName!, "com.amazonaws.us-west-2.kms"), (new VpcEndpointInventory([endpoint], isComplete: false), "1 endpoint and perhaps more"),
            (new VpcEndpointInventory([endpoint]).Resolve("https://kms.us-west-2.amazonaws.com"), "Unknown: "), (new EndpointClient { VpcId = "vpc-1", ViaInboundResolver = true }, "client in vpc-1 by an inbound resolver"),
            (VpcEndpointServices.Parse("""{"ServiceDetails":[{"ServiceName":"com.amazonaws.us-west-2.kms","VpcEndpointPolicySupported":true}]}"""), "1 endpoint services"), (VpcEndpointParserOptions.Default, "VpcEndpointParserOptions { "),
            (ServiceTables.Default, "service tables of "), (ActionCatalogue.Create(["s3:GetObject"]), "1 actions"),
            (reconstruction.Record, "secretsmanager.amazonaws.com GetSecretValue e-1"), (reconstruction, "arn:aws:iam::123456789012:user/Anika secretsmanager:GetSecretValue on an unknown resource"), (ReconstructionOptions.Default, "service tables of "),
            (AccessDenial.Read("VpceAccessDenied", null), "denied by vpcEndpoint policies"), (CloudTrailReaderOptions.Default, "CloudTrailReaderOptions { "), (new CloudTrailReading { Record = reconstruction.Record }, "secretsmanager.amazonaws.com GetSecretValue e-1"),
            (ServiceCatalogue.Default, "catalogue of 20"), (service, "s3 (Amazon S3)"), (service.FindAction("GetObject")!, "s3:GetObject"), (ServiceCatalogue.Default.FindAction("sqs:AddPermission")!.ResourceTypes[0], "queue*"), (bucket, "s3 bucket"),
            (bucket.Formats[0], "arn:${Partition}:s3:::*"), (service.Keys[^1], "s3:"), (ServiceCatalogue.Default.KeysOf(service.FindAction("GetObject")!), ""),
            (PolicyCheckerOptions.Default, "PolicyCheckerOptions { "), (noVersion, "policy:1:1: info PE6001: "), (noVersion.Fix!, "1 edit, same meaning"), (noVersion.Fix!.Edits[0], "TextEdit { "), (new RelatedPlace("Statement[0]", default), "RelatedPlace { "),
            (noVersion.ToValidatePolicyFinding()!, "WARNING MISSING_VERSION"), (noVersion.ToValidatePolicyFinding()!.Locations[0], ""), (new ValidatePolicyPathElement("Statement", null), "ValidatePolicyPathElement { "), (new PolicyCase(document, request), "Resource {\"Version\""), (new AuthorizationCase(set, request, AuthorizationOptions.Default), ""), (new ApiCall { Principal = anika, Action = "s3:GetObject", Resource = "*" }, "on an unknown way"),
            (new Situation(set, new ApiCall { Principal = anika, Action = "s3:GetObject", Resource = "*" }), ""),
        ];
        return all.Zip(shown).Concat(others.Select(static one => (First: one.Instance, Second: one.Shown)))
            .GroupBy(static one => one.First.GetType() is { IsGenericType: true } type ? type.GetGenericTypeDefinition() : one.First.GetType())
            .ToDictionary(static group => group.Key, static group => group.Select(static one => (one.First, one.Second)).ToArray());
    }

    private static StatementBuilder NewStatement()
    {
        StatementBuilder? made = null;
        new PolicyBuilder(PolicyType.Identity).Allow(statement => made = statement.Action("s3:*"));
        return made!;
    }
}
