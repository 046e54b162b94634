using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Advises on principals that mean less than they seem to.</summary>
internal static class PrincipalAdvice
{
    internal static void Check(ParseContext context, in StatementDraft statement, PrincipalElement principal)
    {
        if (context.Type == PolicyType.VpcEndpoint) GatewayPrincipalAdvice.Check(context, statement, principal);
        if (context.Type == PolicyType.Resource && principal.IsNegated && statement.Effect == Effect.Deny) NotPrincipalAdvice.Check(context, principal);
    }
}
