using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on what is legal in a statement and seldom meant.</summary>
internal static class StatementAdvice
{
    internal static void Check(AdviceContext context, CheckedStatement statement)
    {
        bool allows = statement.Effect == Effect.Allow;
        if (allows) CheckNegatedElements(context, statement);
        if (IsEveryone(statement.Principal)) CheckEveryone(context, statement, allows);
        if (statement.Principal is { } principal)
        {
            if (context.Type == PolicyType.VpcEndpoint) GatewayPrincipalAdvice.Check(context, statement, principal);
            bool isExemption = context.Type == PolicyType.Resource && principal.IsNegated && statement.Effect == Effect.Deny;
            if (isExemption) NotPrincipalAdvice.Check(context, principal);
        }

        if (statement.Action is { } action) context.CheckEach(action.Name, action.Patterns, action.IsNegated ? static (own, pattern) => ActionAdvice.Check(own, pattern, isExcluded: true) : static (own, pattern) => ActionAdvice.Check(own, pattern, isExcluded: false));
        if (statement.Resource is { } resource) context.CheckEach(resource.Name, resource.Patterns, static (own, pattern) => ArnAdvice.CheckResource(own, pattern));
        ConditionAdvice.Check(context, statement);
        NetworkDenyAdvice.Check(context, statement);
        EndpointKeyAdvice.Check(context, statement);
    }

    private static void CheckNegatedElements(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Action is { IsNegated: true } action) context.Report(AdviceDescriptors.NegatedElementInAllow, action.Span, action.Name);
        if (statement.Resource is { IsNegated: true } resource) context.Report(AdviceDescriptors.NegatedElementInAllow, resource.Span, resource.Name);
        if (statement.Principal is { IsNegated: true } principal) context.Report(AdviceDescriptors.NegatedElementInAllow, principal.Span, principal.Name);
    }

    private static void CheckEveryone(AdviceContext context, CheckedStatement statement, bool allows)
    {
        if (context.Type == PolicyType.Trust && allows) context.Report(AdviceDescriptors.TrustTooOpen, statement.Principal!.Span, "*");
        else if (allows && context.Type == PolicyType.Resource && statement.Condition is not { Clauses.Count: > 0 })
        {
            context.Report(AdviceDescriptors.EveryoneAllowed, statement.Principal!.Span);
        }
    }

    private static bool IsEveryone(PrincipalElement? principal)
    {
        if (principal is null or { IsNegated: true }) return false;
        if (principal.IsEveryone) return true;
        foreach (PrincipalGroup group in principal.Groups)
        {
            foreach (TextValue value in group.Values)
            {
                if (group.Type == PrincipalType.Aws && value.Text == "*") return true;
            }
        }

        return false;
    }
}
