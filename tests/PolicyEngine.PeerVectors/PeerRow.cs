using System.Text.Json;
using PolicyEngine.Compilation;
using PolicyEngine.Evaluation;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine.PeerVectors;

/// <summary>One case of another engine with one document in play, and what this library answers.</summary>
internal sealed record PeerRow(string Id, string Expected, string Answer)
{
    /// <summary>Whether both say the same; a peer that says Denied does not tell the two kinds of deny apart.</summary>
    internal bool Agrees => Expected == Answer || (Expected == "Denied" && Answer is ("ImplicitlyDenied" or "ExplicitlyDenied")) || (Expected == "Error" && Answer == "Refused");

    /// <summary>Reads and runs a row; null when several documents are in play, or the row does not ask for a decision.</summary>
    internal static PeerRow? Run(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        if (!row.TryGetProperty("policies", out JsonElement policies) || FindOnly(policies) is not ({ } policy, var type)) return null;
        if (row.TryGetProperty("mode", out JsonElement mode) && mode.GetString() == "Discovery") return null;
        string expected = row.GetProperty("expected").GetString()!;
        if (expected is not ("Allowed" or "Denied" or "ImplicitlyDenied" or "ExplicitlyDenied" or "Error")) return null;
        JsonElement request = row.GetProperty("request");
        return new PeerRow(row.GetProperty("id").GetString()!, expected, Decide(policy, type, request));
    }

    private static string Decide(JsonElement policy, PolicyType type, JsonElement request)
    {
        PolicyText text = PolicyText.FromString(policy.GetRawText());
        PolicyDocument? document = PolicyParser.Parse(text, new PolicyParserOptions { Type = type }).Value
            ?? PolicyParser.Parse(text, new PolicyParserOptions { Type = type, Mode = ParseMode.Stored }).Value;
        if (document is null) return "Refused";
        if (ReadRequest(request) is not { } asked) return "BadRequest";
        PolicyEvaluator evaluator = new();
        CompiledPolicy compiled = PolicyCompiler.Compile(document);
        PolicyDecision decision = evaluator.Evaluate(compiled, asked);
        Assert.Equal(decision.Decision, evaluator.Explain(compiled, asked).Decision);
        return decision.Decision switch
        {
            Decision.Allowed => "Allowed",
            Decision.ExplicitDeny => "ExplicitlyDenied",
            _ => "ImplicitlyDenied",
        };
    }

    private static (JsonElement Policy, PolicyType Type)? FindOnly(JsonElement policies)
    {
        List<(JsonElement, PolicyType)> found = [];
        foreach (JsonProperty slot in policies.EnumerateObject())
        {
            if (slot.Value.ValueKind == JsonValueKind.Array && slot.Name == "identity") found.AddRange(slot.Value.EnumerateArray().Select(static p => (p, PolicyType.Identity)));
            else if (slot.Value.ValueKind == JsonValueKind.Object && slot.Name == "resource") found.Add((slot.Value, PolicyType.Resource));
            else if (slot.Value.ValueKind is not JsonValueKind.Null && !(slot.Value.ValueKind == JsonValueKind.Array && slot.Value.GetArrayLength() == 0)) return null;
        }

        return found is [var only] ? only : null;
    }

    private static AuthorizationRequest? ReadRequest(JsonElement request)
    {
        try
        {
            RequestContextBuilder context = new();
            foreach (JsonProperty entry in request.GetProperty("context").EnumerateObject())
            {
                if (entry.Value.ValueKind == JsonValueKind.Array) context.SetList(entry.Name, [.. entry.Value.EnumerateArray().Select(static v => v.ToString())]);
                else context.Set(entry.Name, entry.Value.ToString());
            }

            return new AuthorizationRequest(ReadPrincipal(request.GetProperty("principal")), request.GetProperty("action").GetString()!, request.GetProperty("resource").GetString()!, context.Build());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static RequestPrincipal ReadPrincipal(JsonElement principal)
    {
        if (principal.ValueKind == JsonValueKind.Object) return RequestPrincipal.Anonymous;
        string text = principal.GetString()!;
        if (text.StartsWith("arn:", StringComparison.Ordinal)) return RequestPrincipal.FromArn(text);
        return text == "*" ? RequestPrincipal.Anonymous : RequestPrincipal.Service(text);
    }
}
