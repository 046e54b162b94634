using System.Text.Json;
using PolicyEngine.Cli.Running;
using PolicyEngine.Diagnostics;
using PolicyEngine.Explanation;
using PolicyEngine.Syntax;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes answers as JSON.</summary>
internal static class AnswerJson
{
    /// <summary>The answer as one object.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="hasDetails">True where it says of denials who denies, and how AWS would put it.</param>
    internal static string Write(CaseAnswer answer, bool hasDetails = false) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id"u8, answer.Reading.Id);
        WriteMembers(json, answer, hasDetails);
        json.WriteEndObject();
    });

    /// <summary>What an answer says, without the id, into an object that is open.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, CaseAnswer answer, bool hasDetails = false)
    {
        switch (answer)
        {
            case DecisionAnswer decided: WriteDecision(json, decided); break;
            case AuthorizationAnswer authorized: WriteAuthorization(json, authorized, hasDetails); break;
            case CallAnswer call: WriteCall(json, call, hasDetails); break;
            case LayerAnswer layer: WriteLayer(json, layer); break;
            case SkippedAnswer skipped: json.WriteString("skipped"u8, skipped.Reason); break;
            case ValidityAnswer checkedText: WriteValidity(json, checkedText); break;
            case FaultAnswer fault: WriteFault(json, fault); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void WriteDecision(Utf8JsonWriter json, DecisionAnswer answer)
    {
        ExplanationJson.WriteDecision(json, answer.Decision.Decision, answer.Decision.IsCertain);
        WriteStatements(json, answer.Decision.GetStatements());
        DiagnosticJson.WriteArray(json, answer.Diagnostics);
    }

    private static void WriteAuthorization(Utf8JsonWriter json, AuthorizationAnswer answer, bool hasDetails)
    {
        AuthorizationDecision decision = answer.Decision;
        ExplanationJson.WriteDecision(json, decision.Decision, decision.IsCertain, decision.BestCase, decision.GetDependencies());
        WriteStatements(json, decision.GetStatements());
        if (hasDetails) ExplanationJson.WriteDenial(json, CaseRunner.Explain(answer.Policies, answer.Question.Request));
        DiagnosticJson.WriteArray(json, answer.Diagnostics);
    }

    private static void WriteCall(Utf8JsonWriter json, CallAnswer answer, bool hasDetails)
    {
        ExplanationJson.WriteDecision(json, answer.Decision, answer.IsCertain, answer.BestCase, answer.Dependencies);
        WriteStatements(json, answer.GetStatements());
        if (hasDetails) ExplanationJson.WriteDenial(json, CaseRunner.Explain(answer.Deciding.Policies, answer.Deciding.Request), answer.IsCertain);
        DiagnosticJson.WriteArray(json, answer.Diagnostics);
    }

    private static void WriteLayer(Utf8JsonWriter json, LayerAnswer answer)
    {
        ExplanationJson.WriteDecision(json, answer.Decision, answer.IsCertain);
        json.WriteString("layer"u8, PolicyTypeNames.NameOf(answer.Layers[0].Kind));
        json.WriteStartArray("statements"u8);
        foreach ((LayerTrace layer, StatementTrace statement) in answer.GetStatements()) WriteStatement(json, layer.Kind, layer.Level, statement.Sid, statement.Index, statement.Effect);
        json.WriteEndArray();
        DiagnosticJson.WriteArray(json, answer.Diagnostics);
    }

    private static void WriteStatements(Utf8JsonWriter json, IEnumerable<DecidingStatement> statements)
    {
        json.WriteStartArray("statements"u8);
        foreach (DecidingStatement statement in statements) WriteStatement(json, statement.Kind, statement.Level, statement.Sid, statement.Index, statement.Effect);

        json.WriteEndArray();
    }

    private static void WriteStatement(Utf8JsonWriter json, PolicyType kind, string level, string? sid, int index, Effect effect)
    {
        string policy = PolicyTypeNames.NameOf(kind);
        json.WriteStartObject();
        json.WriteString("policy"u8, level.Length == 0 ? policy : $"{policy}:{level}");
        json.WriteString("sid"u8, sid);
        json.WriteNumber("index"u8, index);
        json.WriteString("effect"u8, effect.ToString());
        json.WriteEndObject();
    }

    private static void WriteValidity(Utf8JsonWriter json, ValidityAnswer answer)
    {
        json.WriteBoolean("valid"u8, answer.IsValid);
        DiagnosticJson.WriteArray(json, answer.Diagnostics);
    }

    private static void WriteFault(Utf8JsonWriter json, FaultAnswer answer)
    {
        LinePosition position = answer.PositionOfFault();
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, TerminalText.Of(answer.Message));
        json.WriteNumber("line"u8, position.Line);
        json.WriteNumber("column"u8, position.Column);
        DiagnosticJson.WriteArray(json, answer.Diagnostics);
        json.WriteEndObject();
    }
}
