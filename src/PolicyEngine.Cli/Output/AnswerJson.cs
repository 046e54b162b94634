using System.Collections.Immutable;
using System.Text.Json;
using PolicyEngine.Cli.Running;

namespace PolicyEngine.Cli.Output;

/// <summary>Writes answers as JSON.</summary>
internal static class AnswerJson
{
    /// <summary>The answer as one object.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="hasDetails">Whether it says of denials who denies, and how AWS would put it.</param>
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
            case SkippedAnswer skipped: json.WriteString("skipped"u8, skipped.Reason); break;
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

    private static void WriteAuthorization(Utf8JsonWriter json, AuthorizationAnswer answer, bool hasDetails)
    {
        AuthorizationDecision decision = answer.Decision;
        WriteDecision(json, decision.Decision, decision.IsCertain, decision.BestCase, decision.GetDependencies);
        WriteStatements(json, decision.GetStatements());
        if (hasDetails) WriteDetails(json, CaseRunner.Explain(answer.Policies, answer.Question.Request));
        WriteDiagnostics(json, answer.Diagnostics);
    }

    private static void WriteCall(Utf8JsonWriter json, CallAnswer answer, bool hasDetails)
    {
        WriteDecision(json, answer.Decision, answer.IsCertain, answer.BestCase, () => answer.Dependencies);
        WriteStatements(json, answer.GetStatements());
        if (hasDetails) WriteDetails(json, CaseRunner.Explain(answer.Deciding.Policies, answer.Deciding.Request));
        WriteDiagnostics(json, answer.Diagnostics);
    }

    private static void WriteDecision(Utf8JsonWriter json, Decision decision, bool isCertain, Decision optimistic, Func<ImmutableArray<string>> findDependencies)
    {
        json.WriteString("decision"u8, DecisionWords.Of(decision));
        json.WriteBoolean("certain"u8, isCertain);
        if (optimistic == decision) return;
        json.WriteString("optimistic"u8, DecisionWords.Of(optimistic));
        json.WriteStartArray("dependsOn"u8);
        foreach (string name in findDependencies()) json.WriteStringValue(name);
        json.WriteEndArray();
    }

    private static void WriteStatements(Utf8JsonWriter json, IEnumerable<PolicyStatementDecision> statements)
    {
        json.WriteStartArray("statements"u8);
        foreach (PolicyStatementDecision own in statements)
        {
            string policy = PolicyTypeNames.NameOf(own.Kind);
            WriteStatement(json, own.Level.Length == 0 ? policy : $"{policy}:{own.Level}", own.Statement);
        }

        json.WriteEndArray();
    }

    /// <summary>All kinds that deny, the one that AWS would name first; what the resource's policy grants; and AWS's own words.</summary>
    private static void WriteDetails(Utf8JsonWriter json, AuthorizationExplanation explanation)
    {
        json.WriteStartArray("deniers"u8);
        foreach (PolicyType kind in explanation.Deniers) json.WriteStringValue(PolicyTypeNames.NameOf(kind));
        json.WriteEndArray();
        json.WriteString("grant"u8, DecisionWords.Of(explanation.Grant));
        json.WriteString("message"u8, explanation.Message?.ToString());
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
