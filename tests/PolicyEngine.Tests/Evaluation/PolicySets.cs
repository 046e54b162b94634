namespace PolicyEngine.Tests.Evaluation;

/// <summary>Short ways to set policies of several kinds into play and ask them together.</summary>
internal static class PolicySets
{
    internal const string Account = "111122223333";
    internal const string Session = "arn:aws:sts::111122223333:assumed-role/App/s1";
    internal const string Role = "arn:aws:iam::111122223333:role/App";

    internal static RequestPrincipal Alice { get; } = RequestPrincipal.FromArn(TestPolicy.Alice);

    internal static RequestPrincipal App { get; } = RequestPrincipal.RoleSession(Session, Role);

    /// <summary>Allows every action.</summary>
    internal static string Everything(PolicyType kind) => Text("Allow", kind, "\"*\"");

    /// <summary>Says nothing of the actions that tests ask for.</summary>
    internal static string Nothing(PolicyType kind) => Text("Deny", kind, "\"sqs:*\"");

    /// <summary>Denies the actions that tests ask for.</summary>
    internal static string DenyAll(PolicyType kind) => Text("Deny", kind, """["s3:*","kms:*"]""");

    /// <summary>Policies of a kind from stored texts; each level one document.</summary>
    internal static PolicySet With(this PolicySet set, PolicyType kind, params ReadOnlySpan<string> documents) => set.With(kind, Attach(kind, documents));

    internal static AttachedPolicies Attach(PolicyType kind, params ReadOnlySpan<string> documents)
    {
        PolicyDocument[] parsed = new PolicyDocument[documents.Length];
        for (int i = 0; i < parsed.Length; i++) parsed[i] = Parse(kind, documents[i]);
        if (kind is not (PolicyType.ServiceControl or PolicyType.ResourceControl)) return AttachedPolicies.Of(parsed);
        PolicyLevel[] levels = [.. parsed.Select(static (document, i) => new PolicyLevel($"level-{i}", document))];
        return AttachedPolicies.OfLevels(levels);
    }

    internal static AuthorizationRequest Ask(RequestPrincipal? caller = null, string action = TestPolicy.Action, string resource = TestPolicy.Resource,
        string? owner = Account, RequestContext? context = null, RequestEndpoint? endpoint = null) =>
        new(caller ?? Alice, action, resource, context) { ResourceAccount = owner, Endpoint = endpoint };

    internal static AuthorizationDecision Decide(this PolicySet set, AuthorizationRequest request) =>
        TestPolicy.Evaluator.Evaluate(PolicyCompiler.Compile(set), request);

    internal static AuthorizationExplanation Explain(this PolicySet set, AuthorizationRequest request) =>
        TestPolicy.Evaluator.Explain(PolicyCompiler.Compile(set), request);

    private static string Text(string effect, PolicyType kind, string action)
    {
        bool hasPrincipal = kind is PolicyType.Resource or PolicyType.VpcEndpoint or PolicyType.ResourceControl or PolicyType.AccessPoint;
        string principal = hasPrincipal ? "\"Principal\":\"*\"," : "";
        return $$$"""{"Version":"2012-10-17","Statement":{"Effect":"{{{effect}}}",{{{principal}}}"Action":{{{action}}},"Resource":"*"}}""";
    }

    private static PolicyDocument Parse(PolicyType kind, string text)
    {
        PolicyParserOptions options = new() { Type = kind, Mode = ParseMode.Stored, AllowsManagedRcp = true };
        return PolicyParser.Parse(PolicyEngine.PolicyText.FromString(text), options).GetValueOrThrow();
    }
}
