using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of federated sign-in that IAM refuses to set up, or that a Deny stops altogether.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">Identity-provider controls for shared OIDC providers</see>.</remarks>
internal static class SharedProviderTrust
{
    private static readonly string[] Callers = ["aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:PrincipalArn"];
    private static readonly string[] OfGitHub = ["sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref", "environment"];

    private static readonly DiagnosticDescriptor NoClaim = new(
        "PE6114", "C-74", DiagnosticSeverity.Warning, "Shared provider without the claim of the tenant",
        "'{0}' serves many tenants, and IAM refuses a trust policy that does not evaluate its {1}",
        "Add a condition on that claim.");

    private static readonly DiagnosticDescriptor NoSignIn = new(
        "PE6115", "C-74", DiagnosticSeverity.Warning, "Deny of every federated sign-in",
        "The conditions are true for everyone who signs in by federation, who has none of these keys, so that every such sign-in is denied",
        "Leave the federated actions out of the Deny, or add \"Null\": {\"aws:PrincipalArn\": \"false\"}.");

    internal static CheckRule Rule { get; } = new(NoClaim, NoSignIn) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type == PolicyType.Trust && statement is { Allows: true, Principal: { } principal })
        {
            foreach (FederatedProvider provider in FederatedProvider.Of(principal)) CheckClaims(context, statement, principal, provider);
        }

        if (context.Type is PolicyType.ResourceControl or PolicyType.Trust && statement.Denies) CheckDeny(context, statement);
    }

    private static void CheckClaims(AdviceContext context, CheckedStatement statement, PrincipalElement principal, FederatedProvider provider)
    {
        if (provider.IsSaml || SharedProviders.ClaimsOf(provider.Name) is not { } claims) return;
        bool isNamed = provider.Is(FederatedProvider.GitHub)
            ? statement.Tests.Exists(test => test.IsOfValue && provider.IsOf(test, OfGitHub))
            : statement.Tests.Exists(test => test.IsOfValue && provider.IsOf(test));
        if (isNamed && !statement.Tests.Exists(test => test.IsOfValue && provider.IsOf(test, claims))) context.FindAt(principal.Name, NoClaim, principal.Span, default, provider.Name, string.Join(" or ", claims));
    }

    private static void CheckDeny(AdviceContext context, CheckedStatement statement)
    {
        if (!ActionCoverage.CoversAny(statement.Action, "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity")) return;
        bool isOfCaller = false;
        foreach (ConditionTest test in statement.Tests)
        {
            string key = test.Entry.Key;
            bool isMissing = test.IsOfValue && test.IsTrueWhenMissing && (key.StartsWith("aws:Principal", StringComparison.OrdinalIgnoreCase) || key.StartsWith("aws:ResourceTag/", StringComparison.OrdinalIgnoreCase));
            if (!isMissing) return;
            isOfCaller |= test.IsOnAny(Callers);
        }

        if (isOfCaller) context.FindAt(statement.Action!.Name, NoSignIn, statement.Action.Span, default);
    }
}
