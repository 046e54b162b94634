using PolicyEngine.Compilation.Indexing;
using PolicyEngine.Matching;
using PolicyEngine.Matching.Conditions;

namespace PolicyEngine.Evaluation;

/// <summary>A statement matches when all its elements do; false dominates, so that an undecided element counts only where no other fails.</summary>
internal static class StatementMatcher
{
    internal static MatchResult Match(CompiledStatement statement, AuthorizationRequest request, BoundaryAttachment boundary, out PrincipalMatch principal)
    {
        MatchResult action = statement.Action.Match(request);
        StatementMatch match = action.IsFalse ? new StatementMatch(action, default) : MatchRest(statement, request, action, boundary);
        principal = match.Principal;
        return match.Result;
    }

    /// <summary>Matches all elements but Action, whose match is known and not false.</summary>
    internal static StatementMatch MatchRest(CompiledStatement statement, AuthorizationRequest request, MatchResult action, BoundaryAttachment boundary)
    {
        PrincipalMatch principal = statement.ImpliedPrincipal;
        MatchResult all = action;
        if (statement.CheckedResource is { } resource)
        {
            all = all.And(resource.Match(request));
            if (all.IsFalse) return default;
        }

        if (statement.CheckedPrincipal is { } matcher)
        {
            all = all.And(matcher.Match(request, boundary, out principal));
            if (all.IsFalse) return default;
        }

        foreach (ConditionMatcher condition in statement.Conditions)
        {
            all = all.And(condition.Match(request.Context));
            if (all.IsFalse) return default;
        }

        return new StatementMatch(all, principal);
    }
}
