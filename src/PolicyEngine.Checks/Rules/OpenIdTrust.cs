using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of trust in providers of OpenID Connect that does not say whose sign-in counts.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class OpenIdTrust
{
    private static readonly string[] Claims = ["sub", "repository", "repository_id", "repository_owner", "repository_owner_id", "job_workflow_ref", "environment"];

    /// <summary>Providers that send one audience.</summary>
    private static readonly string[] OfOneAudience = [FederatedProvider.GitHub, "gitlab.com", "accounts.google.com", "cognito-identity.amazonaws.com"];

    private static readonly DiagnosticDescriptor NoKey = new(
        "PE6055", "C-63", DiagnosticSeverity.Warning, "Trust in every user of a provider",
        "No condition is on a claim of '{0}', so that all its users can take the role",
        "Add a condition on a claim of the provider, such as its sub and aud.");

    private static readonly DiagnosticDescriptor NoRepository = new(
        "PE6056", "C-63", DiagnosticSeverity.Warning, "Trust in every repository of GitHub",
        "No condition says which repository of GitHub is meant, so that workflows of all of them can take the role",
        "Add a condition on token.actions.githubusercontent.com:sub.");

    private static readonly DiagnosticDescriptor WideRepository = new(
        "PE6057", "C-63", DiagnosticSeverity.Warning, "Trust in more than one branch of GitHub",
        "'{0}' lets in more than one repository or branch",
        "Name owner, repository and branch, such as repo:OWNER/NAME:ref:refs/heads/main.");

    private static readonly DiagnosticDescriptor Audience = new(
        "PE6058", "C-63", DiagnosticSeverity.Warning, "Set operator on an audience",
        "'{0}' on '{1}': {2}",
        "Leave the set operator out where the provider sends one audience.");

    internal static CheckRule Rule { get; } = new(NoKey, NoRepository, WideRepository, Audience) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type != PolicyType.Trust || !statement.Allows || statement.Principal is not { } principal) return;
        foreach (FederatedProvider provider in FederatedProvider.Of(principal).Where(static provider => !provider.IsSaml))
        {
            bool isGitHub = provider.Is(FederatedProvider.GitHub);
            if (isGitHub && !statement.Tests.Exists(test => test.IsOfValue && provider.IsOf(test, Claims))) context.FindAt(principal.Name, NoRepository, principal.Span, "MISSING_GITHUB_REPO_CONDITION_KEY");
            else if (!isGitHub && !statement.Tests.Exists(test => test.IsOfValue && provider.IsOf(test))) context.FindAt(principal.Name, NoKey, principal.Span, "MISSING_CONDITION_KEY_FOR_OIDC_PRINCIPAL", provider.Name);
            if (isGitHub && !statement.Tests.Exists(test => provider.IsOf(test, "ref"))) CheckBranches(context, statement, provider);
            foreach (ConditionTest test in statement.Tests)
            {
                if (test.Operator.Qualifier != SetQualifier.None && provider.IsOf(test, "aud")) CheckAudience(context, test, Array.Exists(OfOneAudience, provider.Is));
            }
        }
    }

    private static void CheckAudience(AdviceContext context, ConditionTest test, bool isSingle)
    {
        bool isAny = test.Operator.Qualifier == SetQualifier.ForAnyValue;
        if (!isSingle) context.FindAt(test, Audience, DiagnosticSeverity.Information, "CONFIRM_AUDIENCE_CLAIM_TYPE", test.Name, test.Entry.Key, "whether the provider sends several audiences is not known");
        else if (isAny) context.FindAt(test, Audience, "FORANYVALUE_WITH_AUDIENCE_CLAIM_TYPE", test.Name, test.Entry.Key, "the provider sends one audience");
        else context.FindAt(test, AdviceDescriptors.SetOperatorOnSingle, "FORALLVALUES_WITH_SINGLE_VALUED_KEY", test.Name, test.Entry.Key);
    }

    private static void CheckBranches(AdviceContext context, CheckedStatement statement, FederatedProvider provider)
    {
        foreach (ConditionTest test in statement.Tests)
        {
            if (test.Operator.Kind == ConditionOperatorKind.StringLike && provider.IsOf(test, "sub")) test.CheckEach(context, CheckBranch);
        }
    }

    private static void CheckBranch(AdviceContext context, ConditionTest test, ConditionValue value)
    {
        const string head = "repo:";
        if (!value.Text.StartsWith(head, StringComparison.Ordinal)) return;
        string[] parts = value.Text[head.Length..].Split(':', 2);
        bool isWide = parts[0].AsSpan().ContainsAny('*', '?') || parts.Length < 2 || parts[1].Length == 0 || parts[1][0] == '*';
        if (isWide) context.Find(WideRepository, value.Span, "SPECIFIC_GITHUB_REPO_AND_BRANCH_RECOMMENDED", value.Text);
    }
}
