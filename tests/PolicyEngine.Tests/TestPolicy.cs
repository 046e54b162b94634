using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyEngine.Tests;

/// <summary>Short ways to ask a policy, with the caller, action and resource that most tests use.</summary>
internal static class TestPolicy
{
    internal const string Alice = "arn:aws:iam::111122223333:user/Alice";
    internal const string Action = "s3:GetObject";
    internal const string Resource = "arn:aws:s3:::b/k";

    internal static PolicyEvaluator Evaluator { get; } = new();

    internal static ParseResult<PolicyDocument> Parse(string json, PolicyType type = PolicyType.Identity, ParseMode mode = ParseMode.Strict) =>
        PolicyParser.Parse(PolicyText.FromString(json), new PolicyParserOptions { Type = type, Mode = mode, LimitsCharacters = false });

    internal static CompiledPolicy Compile(string json, PolicyType type = PolicyType.Identity, ParseMode mode = ParseMode.Strict) =>
        PolicyCompiler.Compile(Parse(json, type, mode).GetValueOrThrow());

    /// <summary>A document of one statement with these elements, in addition to Effect, Action and Resource where they are not given.</summary>
    internal static string Document(string effect, string elements, string version = "2012-10-17")
    {
        string action = elements.Contains("Action\"", StringComparison.Ordinal) ? "" : "\"Action\":\"*\",";
        string resource = elements.Contains("Resource\"", StringComparison.Ordinal) ? "" : "\"Resource\":\"*\",";
        return $$$"""{"Version":"{{{version}}}","Statement":{"Effect":"{{{effect}}}",{{{action}}}{{{resource}}}{{{elements}}} }}""";
    }

    /// <summary>A Condition element that compares one key with texts.</summary>
    internal static string Condition(string op, string key, params string[] values) => $$$"""
        "Condition":{"{{{op}}}":{"{{{key}}}":{{{(values is [var only] ? JsonSerializer.Serialize(only) : JsonSerializer.Serialize(values))}}}}}
        """;

    /// <summary>The words for what a decision depends on.</summary>
    internal static ImmutableArray<string> DependsOn(this AuthorizationDecision decision) => [.. decision.GetDependencies().Select(static dependency => dependency.ToString())];

    internal static PolicyDecision Ask(CompiledPolicy policy, RequestContext? context = null, string principal = Alice, string action = Action, string resource = Resource) =>
        Evaluator.Evaluate(policy, new AuthorizationRequest(RequestPrincipal.FromArn(principal), action, resource, context));

    /// <summary>What a statement's elements make of a request: <c>T</c>, <c>F</c>, or <c>I</c> where it is undecided.</summary>
    /// <remarks>Found from outside: an Allow applies on T only, a Deny on T and I.</remarks>
    internal static char Outcome(
        string elements, RequestContext? context = null, PolicyType type = PolicyType.Identity, ParseMode mode = ParseMode.Stored,
        string version = "2012-10-17", RequestPrincipal? principal = null, string action = Action, string resource = Resource, VpcEndpointType endpoint = default)
    {
        AuthorizationRequest request = new(principal ?? RequestPrincipal.FromArn(Alice), action, resource, context) { Endpoint = new RequestEndpoint(endpoint) };
        bool allows = Evaluator.Evaluate(Compile(Document("Allow", elements, version), type, mode), request).Decision == Decision.Allowed;
        bool denies = Evaluator.Evaluate(Compile(Document("Deny", elements, version), type, mode), request).Decision == Decision.ExplicitDeny;
        return (allows, denies) switch
        {
            (true, true) => 'T',
            (false, true) => 'I',
            (false, false) => 'F',
            _ => throw new InvalidOperationException("An Allow applied where a Deny did not."),
        };
    }

    /// <summary>A context from names and values; an array is a list.</summary>
    internal static RequestContext Context(params (string Name, object Value)[] entries)
    {
        RequestContextBuilder builder = new();
        foreach ((string name, object value) in entries)
        {
            if (value is string[] list) builder.SetList(name, list);
            else builder.Set(name, (string)value);
        }

        return builder.Build();
    }
}
