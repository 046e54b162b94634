using System.Text.Json;
using PolicyEngine.Diagnostics;

namespace PolicyEngine.Explanation;

/// <summary>Writes explanations as JSON. The README beside this file lists the members; their names are a contract.</summary>
internal static class ExplanationJson
{
    internal static void Write(Utf8JsonWriter json, AuthorizationExplanation explanation)
    {
        json.WriteStartObject();
        WriteDecision(json, explanation.Decision.Decision, explanation.Decision.IsCertain, explanation.Decision.BestCase, explanation.Dependencies);
        WriteReason(json, explanation.Summary, explanation.Rule);
        WriteDenial(json, explanation);
        json.WriteStartArray("none"u8);
        foreach (PolicyType kind in explanation.NotAttached) json.WriteStringValue(PolicyTypeNames.NameOf(kind));
        json.WriteEndArray();
        json.WritePropertyName("request"u8);
        RequestJson.Write(json, explanation.Request);
        json.WriteStartArray("layers"u8);
        foreach (LayerTrace layer in explanation.Layers) WriteLayer(json, layer);
        json.WriteEndArray();
        if (!explanation.Checks.IsEmpty)
        {
            json.WriteStartArray("checks"u8);
            foreach (AuthorizationExplanation check in explanation.Checks) Write(json, check);
            json.WriteEndArray();
        }

        DiagnosticJson.WriteArray(json, explanation.Diagnostics);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, PolicyExplanation explanation)
    {
        json.WriteStartObject();
        WriteDecision(json, explanation.Decision, explanation.IsCertain);
        WriteReason(json, explanation.Summary, rule: null);
        json.WritePropertyName("request"u8);
        RequestJson.Write(json, explanation.Request);
        WritePolicy(json, explanation.Document, explanation.Statements);
        DiagnosticJson.WriteArray(json, explanation.Diagnostics);
        json.WriteEndObject();
    }

    /// <summary>The members of a decision, into an object that is open; what it depends on only where it depends on something.</summary>
    internal static void WriteDecision(Utf8JsonWriter json, Decision decision, bool isCertain, Decision bestCase, IEnumerable<Dependency> dependencies)
    {
        WriteDecision(json, decision, isCertain);
        if (bestCase == decision) return;
        json.WriteString("optimistic"u8, DecisionWords.Of(bestCase));
        json.WriteStartArray("dependsOn"u8);
        foreach (Dependency dependency in dependencies) json.WriteStringValue(dependency.Name);
        json.WriteEndArray();
    }

    /// <summary>The decision and its certainty, into an object that is open.</summary>
    internal static void WriteDecision(Utf8JsonWriter json, Decision decision, bool isCertain)
    {
        json.WriteString("decision"u8, DecisionWords.Of(decision));
        json.WriteBoolean("certain"u8, isCertain);
    }

    /// <summary>All kinds that deny; the grant of the resource's policy; and AWS's own words.</summary>
    /// <param name="json">The writer, in an object that is open.</param>
    /// <param name="explanation">The explanation.</param>
    /// <param name="isCertain">False where the explanation is part of an answer that is not certain, which has no words of AWS.</param>
    internal static void WriteDenial(Utf8JsonWriter json, AuthorizationExplanation explanation, bool isCertain = true)
    {
        json.WriteStartArray("deniers"u8);
        foreach (PolicyType kind in explanation.Deniers) json.WriteStringValue(PolicyTypeNames.NameOf(kind));
        json.WriteEndArray();
        json.WriteString("grant"u8, DecisionWords.Of(explanation.Grant));
        json.WriteString("message"u8, isCertain ? explanation.Message?.ToString() : null);
    }

    private static void WriteLayer(Utf8JsonWriter json, LayerTrace layer)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, PolicyTypeNames.NameOf(layer.Kind));
        json.WriteString("level"u8, layer.Level);
        json.WriteString("outcome"u8, DecisionWords.Of(layer.Outcome));
        json.WriteBoolean("denier"u8, layer.IsDenier);
        json.WriteBoolean("certain"u8, layer.IsCertain);
        WriteReason(json, layer.Reason, layer.Rule);
        json.WriteStartArray("policies"u8);
        foreach (PolicyTrace policy in layer.Policies)
        {
            json.WriteStartObject();
            WritePolicy(json, policy.Document, policy.Statements);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePolicy(Utf8JsonWriter json, PolicyDocument document, IEnumerable<StatementTrace> statements)
    {
        json.WriteString("policy"u8, PolicyTypeNames.NameOf(document.Type));
        json.WriteString("file"u8, document.Source?.Name);
        json.WriteStartArray("statements"u8);
        foreach (StatementTrace statement in statements) WriteStatement(json, document.Source, statement);
        json.WriteEndArray();
    }

    private static void WriteStatement(Utf8JsonWriter json, PolicyText? source, StatementTrace statement)
    {
        json.WriteStartObject();
        json.WriteString("sid"u8, statement.Sid);
        json.WriteNumber("index"u8, statement.Index);
        json.WriteString("effect"u8, statement.Effect.ToString());
        json.WriteString("match"u8, DecisionWords.Of(statement.Outcome));
        json.WriteBoolean("applies"u8, statement.Applies);
        WriteReason(json, statement.Reason, statement.Rule);
        DiagnosticJson.WritePosition(json, source, statement.Span);
        json.WriteStartArray("elements"u8);
        foreach (TraceNode element in statement.Elements) WriteNode(json, source, element);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNode(Utf8JsonWriter json, PolicyText? source, TraceNode node)
    {
        json.WriteStartObject();
        json.WriteString("label"u8, node.Label);
        json.WriteString("path"u8, node.Path);
        json.WriteString("match"u8, DecisionWords.Of(node.Outcome));
        json.WriteString("policyText"u8, node.PolicyText);
        json.WriteString("requestText"u8, node.RequestText);
        WriteReason(json, node.Reason, node.Rule);
        DiagnosticJson.WritePosition(json, source, node.Span);
        json.WriteStartArray("children"u8);
        foreach (TraceNode child in node.Children) WriteNode(json, source, child);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The reason, and the rule behind it with the address of its page; null where there is none.</summary>
    private static void WriteReason(Utf8JsonWriter json, string reason, string? rule)
    {
        json.WriteString("reason"u8, reason);
        json.WriteString("rule"u8, rule);
        json.WriteString("helpUri"u8, rule is null ? null : RuleLinks.Find(rule)?.AbsoluteUri);
    }
}
