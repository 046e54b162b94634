using System.Text.Json;
using PolicyEngine.Diagnostics;
using PolicyEngine.Explanation;

namespace PolicyEngine.Suggestions;

/// <summary>Writes suggestions as JSON. The README of the folder Explanation lists the members; their names are a contract.</summary>
internal static class SuggestionJson
{
    internal static void Write(Utf8JsonWriter json, RequestSuggestions suggestions)
    {
        json.WriteStartObject();
        json.WriteString("reason"u8, suggestions.Reason);
        json.WriteString("awsResource"u8, suggestions.AwsResource);
        json.WriteStartArray("changes"u8);
        foreach (PolicySuggestion change in suggestions.Changes) Write(json, change);
        json.WriteEndArray();
        json.WriteStartObject("after"u8);
        ExplanationJson.WriteDecision(json, suggestions.Decision.Decision, suggestions.Decision.IsCertain, suggestions.Decision.BestCase, suggestions.Decision.GetDependencies());
        json.WriteEndObject();
        if (suggestions.Instead is { } instead)
        {
            json.WritePropertyName("instead"u8);
            Write(json, instead);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PolicySuggestion change)
    {
        json.WriteStartObject();
        json.WriteString("kind"u8, PolicyTypeNames.NameOf(change.Kind));
        json.WriteString("level"u8, change.Level);
        json.WriteString("file"u8, change.Document?.Source?.Name);
        json.WriteBoolean("isNew"u8, change.Document is null);
        json.WritePropertyName("statement"u8);
        json.WriteRawValue(change.Statement.ToString());
        if (change.Denier is { } denier)
        {
            json.WriteStartObject("deny"u8);
            json.WriteString("sid"u8, denier.Sid);
            json.WriteNumber("index"u8, denier.Index);
            DiagnosticJson.WritePosition(json, change.Document?.Source, denier.Span);
            json.WriteStartArray("appliesBy"u8);
            foreach (TraceNode condition in change.Conditions)
            {
                json.WriteStartObject();
                json.WriteString("label"u8, condition.Label);
                json.WriteString("policyText"u8, condition.PolicyText);
                json.WriteString("requestText"u8, condition.RequestText);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WritePropertyName("condition"u8);
            json.WriteRawValue($"{{{change.Condition}}}");
        }

        json.WriteBoolean("wider"u8, change.IsWider);
        json.WriteEndObject();
    }
}
