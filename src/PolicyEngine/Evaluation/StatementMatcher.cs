using PolicyEngine.Compilation;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;
using PolicyEngine.Requests;

namespace PolicyEngine.Evaluation;

/// <summary>A statement matches when all its elements do; false dominates, so that an undecided element counts only where no other fails.</summary>
internal static class StatementMatcher
{
    internal static MatchResult Match(CompiledStatement statement, AuthorizationRequest request, BoundaryFact boundary, out PrincipalMatch principal)
    {
        MatchResult action = statement.Action.Match(request);
        principal = default;
        return action.IsFalse ? action : MatchRest(statement, request, action, boundary, out principal);
    }

    /// <summary>Matches all elements but Action, whose match is known.</summary>
    internal static MatchResult MatchRest(CompiledStatement statement, AuthorizationRequest request, MatchResult action, BoundaryFact boundary, out PrincipalMatch principal)
    {
        principal = default;
        MatchResult all = action;
        if (statement.Resource is { IsTrivial: false } resource) all = all.And(resource.Match(request));
        if (!all.IsFalse && statement.Principal is { } matcher)
        {
            if (matcher.IsTrivial) principal = PrincipalMatch.Everyone;
            else all = all.And(matcher.Match(request, boundary, out principal));
        }

        foreach (KeyMatcher condition in statement.Conditions)
        {
            if (all.IsFalse) break;
            all = all.And(condition.Match(request.Context));
        }

        return all;
    }
}
