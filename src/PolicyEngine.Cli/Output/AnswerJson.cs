using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Cli.Running;
using PolicyEngine.Diagnostics;
using PolicyEngine.Evaluation;
using PolicyEngine.Primitives;
using PolicyEngine.Syntax;
using PolicyEngine.Text;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes answers as JSON.</summary>
internal static class AnswerJson
{
    /// <summary>The answer as one object.</summary>
    internal static string Write(CaseAnswer answer) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("id"u8, answer.Reading.Id);
        WriteMembers(json, answer);
        json.WriteEndObject();
    });

    /// <summary>What an answer says, without the id, into an object that is open.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, CaseAnswer answer)
    {
        switch (answer)
        {
            case DecisionAnswer decided: WriteDecision(json, decided); break;
            case AuthorizationAnswer authorized: WriteAuthorization(json, authorized); break;
            case ValidityAnswer checkedText: WriteValidity(json, checkedText); break;
            case FaultAnswer fault: WriteFault(json, fault); break;
            default: throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void WriteDecision(Utf8JsonWriter json, DecisionAnswer answer)
    {
        json.WriteString("decision"u8, answer.Word);
        json.WriteBoolean("certain"u8, answer.Decision.IsCertain);
        json.WriteStartArray("statements"u8);
        foreach (StatementDecision statement in answer.Decision.GetStatements()) WriteStatement(json, PolicyTypeNames.NameOf(answer.Question.PolicyType), statement);
        json.WriteEndArray();
        WriteDiagnostics(json, answer.Diagnostics);
    }

    private static void WriteAuthorization(Utf8JsonWriter json, AuthorizationAnswer answer)
    {
        AuthorizationDecision decision = answer.Decision;
        json.WriteString("decision"u8, answer.Word);
        json.WriteBoolean("certain"u8, decision.IsCertain);
        if (decision.Optimistic != decision.Decision)
        {
            json.WriteString("optimistic"u8, DecisionWords.Of(decision.Optimistic));
            json.WriteStartArray("dependsOn"u8);
            foreach (string name in decision.GetDependencies()) json.WriteStringValue(name);
            json.WriteEndArray();
        }

        json.WriteStartArray("statements"u8);
        foreach (PolicyStatementDecision own in decision.GetStatements())
        {
            string policy = PolicyKindNames.NameOf(own.Kind);
            WriteStatement(json, own.Level.Length == 0 ? policy : $"{policy}:{own.Level}", own.Statement);
        }

        json.WriteEndArray();
        WriteDiagnostics(json, answer.Diagnostics);
    }

    private static void WriteStatement(Utf8JsonWriter json, string policy, StatementDecision statement)
    {
        json.WriteStartObject();
        json.WriteString("policy"u8, policy);
        json.WriteString("sid"u8, statement.Sid);
        json.WriteNumber("index"u8, statement.Index);
        json.WriteString("effect"u8, statement.Effect.ToString());
        json.WriteEndObject();
    }

    private static void WriteValidity(Utf8JsonWriter json, ValidityAnswer answer)
    {
        json.WriteBoolean("valid"u8, answer.IsValid);
        WriteDiagnostics(json, answer.Diagnostics);
    }

    private static void WriteFault(Utf8JsonWriter json, FaultAnswer answer)
    {
        LinePosition position = answer.PositionOfFault();
        json.WriteStartObject("error"u8);
        json.WriteString("message"u8, TerminalText.Of(answer.Message));
        json.WriteNumber("line"u8, position.Line);
        json.WriteNumber("column"u8, position.Column);
        WriteDiagnostics(json, answer.Diagnostics);
        json.WriteEndObject();
    }

    private static void WriteDiagnostics(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics)
    {
        json.WriteStartArray("diagnostics"u8);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            json.WriteStartObject();
            DiagnosticJson.WriteMembers(json, diagnostic);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
