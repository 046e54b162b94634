using System.Text.Json;

namespace PolicyEngine.PeerVectors;

/// <summary>One case of another engine, and what this library answers with a policy set.</summary>
/// <param name="Id">The id.</param>
/// <param name="Expected">What the peer says.</param>
/// <param name="Answers">What this library says; two answers where the row leaves out which of two questions it asks, none where it cannot be asked.</param>
/// <param name="Refusal">Why it cannot be asked: the ids of errors in documents, or the part of the request; empty where it can.</param>
/// <param name="IsRefusedAlike">True where the peer refuses the same: documents, or the caller.</param>
internal sealed record PeerRow(string Id, string Expected, IReadOnlyList<string> Answers, string Refusal, bool IsRefusedAlike)
{
    /// <summary>True where both say the same; a peer that says Denied does not tell the two kinds of deny apart.</summary>
    internal bool Agrees => IsAsked
        ? Answers.Any(answer => answer == Expected || (Expected == "Denied" && answer is "ImplicitlyDenied" or "ExplicitlyDenied"))
        : IsRefusedAlike;

    internal bool IsAsked => Answers.Count > 0;

    /// <summary>The first answer: the one to the question that the row most likely asks.</summary>
    internal string Answer => Answers[0];

    /// <summary>Reads and runs a row; null when it holds a document to be validated and no request.</summary>
    internal static PeerRow? Run(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement row = json.RootElement;
        if (!row.TryGetProperty("policies", out _)) return null;
        string id = row.GetProperty("id").GetString()!;
        string expected = row.GetProperty("expected").GetString()!;
        PeerPolicies policies = new(row);
        if (policies.Errors.Length > 0) return new PeerRow(id, expected, [], policies.Errors, ErrorOf(row) == "policy.errors");
        PeerQuestion question = PeerQuestions.Of(row);
        bool usesEndpoint = policies.Set.VpcEndpoint.IsAttached;
        AuthorizationRequest? request = PeerRequest.Read(row, PeerQuestions.FindUnknown(question, row, policies), usesEndpoint, out string? fault);
        if (request is null) return new PeerRow(id, expected, [], fault!, ErrorOf(row) == "invalid.principal");
        List<string> answers = [Ask(policies.Set, request, question)];
        if (question == PeerQuestion.Discovery) answers.Add(Ask(policies.Set, PeerRequest.Read(row, [], usesEndpoint, out _)!, PeerQuestion.AsGiven));
        return new PeerRow(id, expected, answers, "", IsRefusedAlike: false);
    }

    internal static bool HasFlag(JsonElement row, string flag) =>
        row.TryGetProperty("flags", out JsonElement flags) && flags.EnumerateArray().Any(own => own.GetString() == flag);

    /// <summary>What the peer says against the row; null where it decides.</summary>
    private static string? ErrorOf(JsonElement row) =>
        row.TryGetProperty("errors", out JsonElement errors) && errors.ValueKind == JsonValueKind.Object ? errors.GetProperty("message").GetString() : null;

    private static string Ask(PolicySet set, AuthorizationRequest request, PeerQuestion question)
    {
        PolicyEvaluator evaluator = new();
        if (question == PeerQuestion.Principal) return MatchPrincipal(evaluator.Explain(PolicyCompiler.Compile(set.Resource.Levels[0].Documents[0]), request));
        CompiledPolicySet policies = PolicyCompiler.Compile(set);
        AuthorizationDecision decision = evaluator.Evaluate(policies, request);
        Assert.Equal(decision, evaluator.Explain(policies, request).Decision);
        bool hangsOnTags = question == PeerQuestion.Tags && decision.Decision != decision.BestCase;
        if (hangsOnTags) return decision.Decision == Decision.ExplicitDeny ? "DenyWithTagCondition" : "AllowWithTagCondition";
        return (question is PeerQuestion.AnyContext or PeerQuestion.Discovery ? decision.BestCase : decision.Decision) switch
        {
            Decision.Allowed => "Allowed",
            Decision.ExplicitDeny => "ExplicitlyDenied",
            _ => "ImplicitlyDenied",
        };
    }

    private static string MatchPrincipal(PolicyExplanation explanation)
    {
        if (explanation.Decision != Decision.Allowed) return "PrincipalMatch:NoMatch";
        TraceNode principal = explanation.Statements.First(static statement => statement.Applies).Elements[0];
        bool isOfAccount = principal.Label == "Principal" && principal.Children.Where(static entry => entry.Outcome == MatchOutcome.True).All(static entry => IsAccount(entry.PolicyText));
        return isOfAccount ? "PrincipalMatch:AccountLevelMatch" : "PrincipalMatch:Match";
    }

    private static bool IsAccount(string principal) =>
        principal.EndsWith(":root", StringComparison.Ordinal) || (principal.Length == 12 && principal.All(char.IsAsciiDigit));
}
