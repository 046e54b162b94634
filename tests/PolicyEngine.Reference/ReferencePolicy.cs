using PolicyEngine.Syntax;

namespace PolicyEngine.Reference;

/// <summary>The policy language as its rules state it, without any regard to speed: what the library is compared with.</summary>
public static class ReferencePolicy
{
    /// <summary>L-3, L-4, A-91: a document's decision.</summary>
    public static ReferenceDecision Decide(PolicyDocument document, AuthorizationRequest request)
    {
        Answer[] answers = [.. document.Statements.Select(s => Match(s, document, request, request.Principal.HasPermissionsBoundary == true))];
        IEnumerable<int> Applied(UnknownsAs unknowns, Effect effect) => Enumerable.Range(0, answers.Length).Where(i => document.Statements[i].Effect == effect && unknowns.Applies(effect, answers[i]));
        ReferenceOutcome In(UnknownsAs unknowns) => Applied(unknowns, Effect.Deny).Any() ? ReferenceOutcome.ExplicitDeny : Applied(unknowns, Effect.Allow).Any() ? ReferenceOutcome.Allowed : ReferenceOutcome.ImplicitDeny;
        ReferenceOutcome outcome = In(UnknownsAs.Worst);
        IEnumerable<int> statements = Applied(UnknownsAs.Worst, outcome == ReferenceOutcome.Allowed ? Effect.Allow : Effect.Deny);
        return new ReferenceDecision(outcome, In(UnknownsAs.Best), outcome == In(UnknownsAs.Favourable), [.. statements], answers);
    }

    /// <summary>L-2.</summary>
    internal static Answer Match(Statement statement, PolicyDocument document, AuthorizationRequest request, Answer isBounded) =>
        Principals.Match(statement.Principal, statement.Effect, document.Type, request, isBounded)
        & Actions.Match(statement.Action, document, request.Action)
        & Resources.Match(statement.Resource, document, request)
        & Conditions.Match(statement.Condition, document, request.Context);
}
