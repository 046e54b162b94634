using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on what is legal in a statement and seldom meant.</summary>
internal static class StatementAdvice
{
    internal static void Check(AdviceContext context, CheckedStatement statement)
    {
        bool allows = statement.Effect == Effect.Allow;
        if (allows) CheckNegatedElements(context, statement);
        if (allows && context.Type == PolicyType.Trust && PrincipalNames.IsEveryone(statement.Principal)) context.Report(AdviceDescriptors.TrustTooOpen, statement.Principal!.Span, "*");
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
}
