using PolicyEngine.Diagnostics;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Advises on what is legal in a statement and seldom meant.</summary>
internal static class StatementAdvice
{
    internal static void Check(ParseContext context, in StatementDraft statement, bool variables)
    {
        bool allows = statement.Effect == Effect.Allow;
        if (allows) CheckNegatedElements(context, statement);
        if (IsEveryone(statement.Principal)) CheckEveryone(context, statement, allows);
        if (statement.Principal is { } principal) PrincipalAdvice.Check(context, statement, principal);
        if (statement.Action is { } action) PatternListCheck.Check(context, action.Name, action.Patterns, variables, ActionAdvice.Check);
        if (statement.Resource is { } resource) PatternListCheck.Check(context, resource.Name, resource.Patterns, variables, ArnAdvice.CheckResource);
        if (statement.Condition is { } condition)
        {
            ConditionAdvice.Check(context, condition, statement.Effect, variables);
            NetworkDenyAdvice.Check(context, statement, condition);
            EndpointKeyAdvice.Check(context, statement, condition);
        }
    }

    private static void CheckNegatedElements(ParseContext context, in StatementDraft statement)
    {
        if (statement.Action is { IsNegated: true } action) context.Report(Descriptors.NegatedElementInAllow, action.Span, action.Name);
        if (statement.Resource is { IsNegated: true } resource) context.Report(Descriptors.NegatedElementInAllow, resource.Span, resource.Name);
        if (statement.Principal is { IsNegated: true } principal) context.Report(Descriptors.NegatedElementInAllow, principal.Span, principal.Name);
    }

    private static void CheckEveryone(ParseContext context, in StatementDraft statement, bool allows)
    {
        if (context.Type == PolicyType.Trust) context.Report(Descriptors.TrustTooOpen, statement.Principal!.Span, "*");
        else if (allows && context.Type == PolicyType.Resource && statement.Condition is not { Clauses.Count: > 0 })
        {
            context.Report(Descriptors.EveryoneAllowed, statement.Principal!.Span);
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
