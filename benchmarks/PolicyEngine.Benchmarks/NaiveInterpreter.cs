using PolicyEngine.Evaluation;
using PolicyEngine.Primitives;
using PolicyEngine.Requests;
using PolicyEngine.Syntax;

namespace PolicyEngine.Benchmarks;

/// <summary>What a straightforward evaluator does: walk the tree for every request. It knows what the seed policies need, and no more.</summary>
internal static class NaiveInterpreter
{
    internal static Decision Evaluate(PolicyDocument document, AuthorizationRequest request)
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

    private static bool Matches(Statement statement, AuthorizationRequest request) =>
        MatchesPrincipal(statement.Principal!, request.Principal)
        && statement.Action.Patterns.Any(pattern => Glob(pattern.Text.ToLowerInvariant(), request.Action.ToLowerInvariant()))
        && statement.Resource!.Patterns.Any(pattern => Glob(pattern.Text, request.Resource))
        && (statement.Condition is null || statement.Condition.Clauses.All(clause => clause.Entries.All(entry => Holds(clause.Operator, entry, request.Context))));

    private static bool MatchesPrincipal(PrincipalElement element, RequestPrincipal caller) =>
        element.IsEveryone || element.Groups.Any(group => group.Values.Any(value => value.Text == caller.Account || value.Text == caller.Arn?.Text));

    private static bool Holds(ConditionOperator op, ConditionEntry entry, RequestContext context)
    {
        string? own = context[entry.Key]?.ToString();
        bool equal = own is not null && entry.Values.Any(value => value.Text == own);
        return op.Kind switch
        {
            ConditionOperatorKind.StringEquals => equal,
            ConditionOperatorKind.StringNotEquals => !equal,
            _ => throw new NotSupportedException(op.ToString()),
        };
    }

    private static bool Glob(string pattern, string text)
    {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]))
            {
                p++;
                t++;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(p).Trim('*').IsEmpty;
    }
}
