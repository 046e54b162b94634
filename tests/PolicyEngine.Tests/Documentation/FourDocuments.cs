using System.Text;
using PolicyEngine.Syntax;

namespace PolicyEngine.Tests.Documentation;

/// <summary>Decides the four documents of the examples over four ways to AWS, and writes the decisions as a table.</summary>
internal static class FourDocuments
{
    private const string Account = "123456789012";
    private const string Secret = "arn:aws:secretsmanager:us-west-2:123456789012:secret:a_specific_secret_name-a1b2c3";
    private const string Anika = "arn:aws:iam::123456789012:user/Anika";
    private const string Stranger = "arn:aws:iam::111122223333:user/Ben";

    private static readonly AttachedPolicies Everything = AttachedPolicies.Of(PolicyDocument.Parse(Read("identity.json")));

    private static readonly Row[] Rows =
    [
        new("secret policy 1", "GetSecretValue", Anika, "vpc-1a2b3c4d", new PolicySet { Resource = Of("secret-policy-1.json") }, null),
        new("secret policy 2", "UpdateSecret", Anika, "vpc-12345678", new PolicySet { Resource = Of("secret-policy-2.json") }, null),
        new("secret policy 2, caller of 111122223333", "GetSecretValue", Stranger, "vpc-2b2b2b2b", new PolicySet { Resource = Of("secret-policy-2.json") }, null),
        new("endpoint policy 1", "GetSecretValue", Anika, "vpc-1a2b3c4d", new PolicySet(), Parse(Read("endpoint-policy-1.json"), PolicyType.VpcEndpoint)),
        new("endpoint policy 1, caller of 111122223333", "GetSecretValue", Stranger, "vpc-1a2b3c4d", new PolicySet { Resource = Shared() }, Parse(Read("endpoint-policy-1.json"), PolicyType.VpcEndpoint)),
        new("endpoint policy 2", "GetSecretValue", Anika, "vpc-1a2b3c4d", new PolicySet(), Parse(Read("endpoint-policy-2.json"), PolicyType.VpcEndpoint)),
        new("endpoint policy 2 with us-west-2", "GetSecretValue", Anika, "vpc-1a2b3c4d", new PolicySet(), Parse(Read("endpoint-policy-2.json").Replace("us-west:", "us-west-2:", StringComparison.Ordinal), PolicyType.VpcEndpoint)),
    ];

    private static readonly PolicyEvaluator Evaluator = new();

    /// <summary>The table, without a final line end.</summary>
    internal static string Draw()
    {
        StringBuilder table = new("| Document | Action | Named endpoint | Another endpoint | Internet | On behalf, by a service |\n|---|---|---|---|---|---|");
        foreach (Row row in Rows)
        {
            table.Append("\n| ").Append(row.Name).Append(" | `").Append(row.Action).Append("` |");
            foreach (string cell in Cells(row)) table.Append(' ').Append(cell).Append(" |");
        }

        return table.ToString();
    }

    private static IEnumerable<string> Cells(Row row)
    {
        VpcEndpoint named = Endpoint("vpce-1234a5678b9012c", row.VpcId, row.EndpointPolicy);
        yield return Decide(row, Call(row).Through(named, "172.16.1.10"), named.Policy);
        yield return Decide(row, Call(row).Through(Endpoint("vpce-0fedcba9876543210", "vpc-9f8e7d6c", null), "172.16.1.10"), VpcEndpoint.DefaultPolicy);
        yield return Decide(row, Call(row).FromInternet("203.0.113.7"), null);
        yield return Decide(row, Call(row).Through(named, "172.16.1.10").OnBehalfBy("cloudformation.amazonaws.com"), null);
    }

    private static string Decide(Row row, ApiCallBuilder call, PolicyDocument? endpointPolicy)
    {
        PolicySet set = row.Policies with { Identity = Everything, VpcEndpoint = endpointPolicy is null ? AttachedPolicies.None : AttachedPolicies.Of(endpointPolicy) };
        AuthorizationExplanation explanation = Evaluator.Explain(PolicyCompiler.Compile(set), call.Build());
        Assert.True(explanation.Decision.IsCertain);
        return explanation.Decision.Decision switch
        {
            Decision.Allowed => $"allowed: {WhyAllowed(row, explanation)}",
            Decision.ExplicitDeny => $"**explicit deny**: {WhyDenied(explanation, call.Build().Context)}",
            _ => $"**implicit deny**: {NameOf(explanation.Primary)} does not allow",
        };
    }

    private static string WhyAllowed(Row row, AuthorizationExplanation explanation) =>
        row.Caller == Stranger ? "both accounts allow" : explanation.Grant >= ResourceGrant.ToSessionIssuer ? "the secret allows" : "the identity policy allows";

    /// <summary>The condition key of the Deny, and what the call has there.</summary>
    private static string WhyDenied(AuthorizationExplanation explanation, RequestContext context)
    {
        DecidingStatement denier = explanation.Decision.GetStatements()[0];
        Statement statement = explanation.Layers.First(layer => layer.Kind == denier.Kind).Policies[denier.Policy].Document.Statements[denier.Index];
        string key = statement.Condition!.Clauses[0].Entries[0].Key;
        return $"`{key}` is {(context[key] is { } value ? $"`{value}`" : "missing")}";
    }

    private static string NameOf(PolicyType? kind) => kind switch
    {
        PolicyType.VpcEndpoint => "the endpoint",
        PolicyType.Resource => "the secret",
        _ => "the identity policy",
    };

    private static ApiCallBuilder Call(Row row) => new ApiCallBuilder(RequestPrincipal.FromArn(row.Caller), $"secretsmanager:{row.Action}", Secret).OwnedBy(Account);

    private static VpcEndpoint Endpoint(string id, string vpcId, PolicyDocument? policy) => new()
    {
        Id = id,
        VpcId = vpcId,
        OwnerId = Account,
        Type = VpcEndpointType.Interface,
        State = VpcEndpointState.Available,
        ServiceName = new VpcEndpointServiceName("com.amazonaws.us-west-2.secretsmanager"),
        Policy = policy ?? VpcEndpoint.DefaultPolicy,
    };

    /// <summary>A secret that the other account may read, so that only its way to AWS can stop it.</summary>
    private static AttachedPolicies Shared() => AttachedPolicies.Of(Parse(
        """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"secretsmanager:GetSecretValue","Resource":"*"}]}""", PolicyType.Resource));

    private static AttachedPolicies Of(string file) => AttachedPolicies.Of(Parse(Read(file), PolicyType.Resource));

    /// <summary>Secret policy 2 has a comma too many, which only tolerant reading takes.</summary>
    private static PolicyDocument Parse(string json, PolicyType type) =>
        PolicyParser.Parse(PolicyText.FromString(json), new PolicyParserOptions { Type = type, TolerantText = true }).GetValueOrThrow();

    private static string Read(string file) => File.ReadAllText(Repository.PathTo("src", "PolicyEngine.Cli", "Examples", file));

    private sealed record Row(string Name, string Action, string Caller, string VpcId, PolicySet Policies, PolicyDocument? EndpointPolicy);
}
