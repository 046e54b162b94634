using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>The policy language as its rules state it, without any regard to speed: what the library is compared with.</summary>
public static class ReferencePolicy
{
    /// <summary>L-3, L-4, A-91: a document's decision.</summary>
    public static ReferenceDecision Decide(PolicyDocument document, AuthorizationRequest request)
    {
        Answer[] answers = [.. document.Statements.Select(s => Match(s, document, request))];
        Verdict With(Func<Effect, Answer, bool> applies)
        {
            bool Some(Effect effect) => document.Statements.Zip(answers).Any(pair => pair.First.Effect == effect && applies(effect, pair.Second));
            return Some(Effect.Deny) ? Verdict.ExplicitDeny : Some(Effect.Allow) ? Verdict.Allowed : Verdict.ImplicitDeny;
        }

        Verdict verdict = With(AppliesPessimistically);
        Verdict optimistic = With(static (effect, answer) => answer.Value ?? (effect == Effect.Deny ? !answer.Causes.HasFlag(Causes.UnknownKey) : answer.Causes == Causes.UnknownKey));
        bool isCertain = new[] { Effect.Deny, Effect.Allow, (Effect)(-1) }.All(undecided => With((effect, answer) => answer.Value ?? effect == undecided) == verdict)
            && With(static (_, answer) => answer.MayBe) == verdict;
        Effect deciding = verdict == Verdict.Allowed ? Effect.Allow : Effect.Deny;
        IEnumerable<int> statements = Enumerable.Range(0, answers.Length)
            .Where(i => document.Statements[i].Effect == deciding && AppliesPessimistically(deciding, answers[i]));
        return new ReferenceDecision(verdict, optimistic, isCertain, [.. statements], answers);
    }

    /// <summary>L-3.</summary>
    private static bool AppliesPessimistically(Effect effect, Answer answer) => answer.Value ?? effect == Effect.Deny;

    /// <summary>L-2.</summary>
    private static Answer Match(Statement statement, PolicyDocument document, AuthorizationRequest request) =>
        Principals.Match(statement.Principal, statement.Effect, document.Type, request)
        & Actions.Match(statement.Action, document, request.Action)
        & Resources.Match(statement.Resource, document, request)
        & Conditions.Match(statement.Condition, document, request.Context);
}
