using PolicyEngine.Compilation;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>A statement matches when all its elements do; false dominates, so that an undecided element counts only where no other fails.</summary>
internal static class StatementMatcher
{
    /// <summary>Matches a statement of a policy that decides alone.</summary>
    internal static MatchResult Match(CompiledStatement statement, AuthorizationRequest request, out PrincipalMatch principal) =>
        Match(statement, request, RequestFacts.BoundaryOf(request.Principal), out principal);

    internal static MatchResult Match(CompiledStatement statement, AuthorizationRequest request, BoundaryFact boundary, out PrincipalMatch principal)
    {
        principal = default;
        MatchResult all = statement.Action.Match(request);
        if (!all.IsFalse && statement.Resource is { } resource) all = all.And(resource.Match(request));
        if (!all.IsFalse && statement.Principal is { } matcher) all = all.And(matcher.Match(request, boundary, out principal));
        foreach (KeyMatcher condition in statement.Conditions)
        {
            if (all.IsFalse) break;
            all = all.And(condition.Match(request.Context));
        }

        return all;
    }
}
