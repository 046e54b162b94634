using PolicyEngine.Syntax;

namespace PolicyEngine.Workloads.Naive;

/// <summary>What a straightforward evaluator does: walk the trees for every request. It knows what the workloads need, and no more.</summary>
public static class NaiveInterpreter
{
    /// <summary>Decides by one document.</summary>
    public static Decision Evaluate(PolicyDocument document, NaiveRequest request)
    {
        bool allowed = false;
        foreach (Statement statement in document.Statements)
        {
            if (!Matches(statement, request)) continue;
            if (statement.Effect == Effect.Deny) return Decision.ExplicitDeny;
            allowed = true;
        }

        return allowed ? Decision.Allowed : Decision.ImplicitDeny;
    }

    /// <summary>Decides by a policy set: a caller of a role's session, and a resource of the same account.</summary>
    public static Decision Evaluate(PolicySet policies, NaiveRequest request)
    {
        Decision controls = Combine(EveryLevel(policies.ServiceControl, request), EveryLevel(policies.ResourceControl, request));
        Decision endpoint = request.IsThroughEndpoint ? EveryLevel(policies.VpcEndpoint, request) : Decision.Allowed;
        Decision limits = Combine(EveryLevel(policies.PermissionsBoundary, request), EveryLevel(policies.Session, request));
        return Combine(Combine(controls, endpoint), Combine(limits, Grant(policies, request)));
    }

    private static Decision Grant(PolicySet policies, NaiveRequest request)
    {
        Decision identity = policies.Identity.IsAttached ? EveryLevel(policies.Identity, request) : Decision.ImplicitDeny;
        Decision resource = policies.Resource.IsAttached ? EveryLevel(policies.Resource, request) : Decision.ImplicitDeny;
        return Either(identity, resource);
    }

    private static Decision EveryLevel(AttachedPolicies slot, NaiveRequest request)
    {
        Decision all = Decision.Allowed;
        foreach (PolicyLevel level in slot.Levels)
        {
            Decision any = Decision.ImplicitDeny;
            foreach (PolicyDocument document in level.Documents) any = Either(any, Evaluate(document, request));
            all = Combine(all, any);
            if (all == Decision.ExplicitDeny) return all;
        }

        return all;
    }

    /// <summary>Both must allow.</summary>
    private static Decision Combine(Decision left, Decision right)
    {
        if (left == Decision.ExplicitDeny || right == Decision.ExplicitDeny) return Decision.ExplicitDeny;
        return left == Decision.Allowed ? right : left;
    }

    /// <summary>One must allow, and none deny.</summary>
    private static Decision Either(Decision left, Decision right)
    {
        if (left == Decision.ExplicitDeny || right == Decision.ExplicitDeny) return Decision.ExplicitDeny;
        return left == Decision.Allowed ? left : right;
    }

    private static bool Matches(Statement statement, NaiveRequest request) =>
        (statement.Principal is null || MatchesPrincipal(statement.Principal, request))
        && MatchesAction(statement.Action, request.Action)
        && MatchesResource(statement.Resource!, request)
        && (statement.Condition is null || Holds(statement.Condition, request));

    private static bool MatchesPrincipal(PrincipalElement element, NaiveRequest request)
    {
        if (element.IsEveryone) return true;
        foreach (PrincipalGroup group in element.Groups)
        {
            foreach (TextValue value in group.Values)
            {
                if (value.Text == request.Account || value.Text == request.Principal || value.Text == request.Role) return true;
            }
        }

        return false;
    }

    private static bool MatchesAction(ActionElement element, string action)
    {
        foreach (TextValue pattern in element.Patterns)
        {
            if (NaiveText.Glob(pattern.Text, action, ignoresCase: true)) return !element.IsNegated;
        }

        return element.IsNegated;
    }

    private static bool MatchesResource(ResourceElement element, NaiveRequest request)
    {
        foreach (TextValue pattern in element.Patterns)
        {
            if (NaiveText.Expand(pattern.Text, request) is { } text && NaiveText.Glob(text, request.Resource)) return !element.IsNegated;
        }

        return element.IsNegated;
    }

    private static bool Holds(ConditionBlock condition, NaiveRequest request)
    {
        foreach (ConditionClause clause in condition.Clauses)
        {
            foreach (ConditionEntry entry in clause.Entries)
            {
                if (!NaiveCondition.Holds(clause.Operator, entry, request)) return false;
            }
        }

        return true;
    }
}
