using System.Text.Json;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes answers with their explanations as JSON.</summary>
internal static class AnswerExplanationJson
{
    /// <summary>The answer as one object: what <c>evaluate --details</c> prints, and an explanation of each check.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="others">Calls that may pass where this one is let pass; null where none are given.</param>
    internal static string Write(CaseAnswer answer, OtherCalls? others = null) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        if (answer.Reading.Id is { } id) json.WriteString("id"u8, id);
        AnswerJson.WriteMembers(json, answer, hasDetails: true);
        switch (answer)
        {
            case DecisionAnswer decided: WriteChecks(json, CaseRunner.Explain(decided).WriteTo); break;
            case AuthorizationAnswer authorized:
                WriteChecks(json, CaseRunner.Explain(authorized.Policies, authorized.Question.Request).WriteTo);
                SuggestionView.Write(json, [(authorized.Policies, authorized.Question.Request)], others);
                break;
            case CallAnswer call:
                WriteChecks(json, [.. call.Checks.Select(static check => (Action<Utf8JsonWriter>)CaseRunner.Explain(check.Policies, check.Request).WriteTo)]);
                if (call.Question.Call.Resources is not null) SuggestionView.Write(json, [.. call.Checks.Select(static check => (check.Policies, check.Request))], others);
                break;
        }

        json.WriteEndObject();
    });

    private static void WriteChecks(Utf8JsonWriter json, params ReadOnlySpan<Action<Utf8JsonWriter>> checks)
    {
        json.WriteStartArray("checks"u8);
        foreach (Action<Utf8JsonWriter> write in checks) write(json);
        json.WriteEndArray();
    }
}
