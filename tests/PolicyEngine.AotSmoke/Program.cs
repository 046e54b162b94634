using PolicyEngine;
using PolicyEngine.Catalogue;
using PolicyEngine.Checks;

// Published ahead of time with the whole assemblies rooted: what is not AOT-safe fails the publish, what breaks at run time fails here.
const string json = """
    {"Version":"2012-10-17","Statement":[
      {"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"s3:Get*","Resource":"arn:aws:s3:::b/${aws:username}/*"},
      {"Effect":"Deny","Principal":"*","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:SourceVpce":"vpce-1a2b3c4d"}}}]}
    """;
PolicyDocument document = PolicyDocument.Parse(json, PolicyType.Resource);
CompiledPolicy policy = PolicyCompiler.Compile(PolicyDocument.Parse(PolicyWriter.Write(document), PolicyType.Resource));
PolicyEvaluator evaluator = new();
Decision through = Decide("vpce-1a2b3c4d");
Decision around = Decide("vpce-1a2b3c4e");
string advice = string.Join(' ', PolicyChecker.Check(document).Select(static found => found.Id));
string action = string.Join(' ', ServiceCatalogue.Default.Nearest("s3:GetObjekt"));
Console.WriteLine($"{through} {around} {advice} {action}");
return (through, around, advice, action) == (Decision.Allowed, Decision.ExplicitDeny, "PE4029", "s3:GetObject") ? 0 : 1;

Decision Decide(string endpoint)
{
    RequestContext context = new RequestContextBuilder().Set("aws:SourceVpce", endpoint).Set("aws:username", "Alice").Build();
    AuthorizationRequest request = new(RequestPrincipal.FromArn("arn:aws:iam::111122223333:user/Alice"), "s3:GetObject", "arn:aws:s3:::b/Alice/k", context);
    PolicyExplanation explanation = evaluator.Explain(policy, request);
    return explanation.Decision == evaluator.Evaluate(policy, request).Decision ? explanation.Decision : Decision.ImplicitDeny;
}
