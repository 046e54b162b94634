using PolicyEngine;

const string secretJson = """
    {"Version":"2012-10-17","Statement":[
      {"Effect":"Allow","Principal":{"AWS":"123456789012"},"Action":"secretsmanager:*","Resource":"*"},
      {"Effect":"Deny","Principal":"*","Action":"secretsmanager:GetSecretValue","Resource":"*",
       "Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1234a5678b9012c"}}}]}
    """;
const string identityJson = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"secretsmanager:*","Resource":"*"}]}""";

PolicySet policies = new()
{
    Identity = AttachedPolicies.Of(PolicyDocument.Parse(identityJson)),          // throws with all diagnostics
    Resource = AttachedPolicies.Of(PolicyDocument.Parse(secretJson, PolicyType.Resource)),
};
CompiledPolicySet compiled = PolicyCompiler.Compile(policies);                    // once; safe for all threads
PolicyEvaluator evaluator = new();

RequestPrincipal anika = RequestPrincipal.FromArn("arn:aws:iam::123456789012:user/Anika");
foreach (string endpoint in (string[])["vpce-1234a5678b9012c", "vpce-0fedcba9876543210"])
{
    RequestContext context = new RequestContextBuilder().Set("aws:SourceVpce", endpoint).Build();
    AuthorizationRequest request = new(anika, "secretsmanager:GetSecretValue", "arn:aws:secretsmanager:us-west-2:123456789012:secret:db-a1b2c3", context);

    AuthorizationDecision decision = evaluator.Evaluate(compiled, request);       // Allowed, ExplicitDeny or ImplicitDeny
    AuthorizationExplanation why = evaluator.Explain(compiled, request);          // each policy, statement, element and value
    Console.WriteLine($"{endpoint}: {decision.Decision}, certain {decision.IsCertain}: {why.Summary}");
}
