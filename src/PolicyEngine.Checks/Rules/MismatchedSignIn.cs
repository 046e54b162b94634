using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of trust policies whose action is not the one by which their principals sign in.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class MismatchedSignIn
{
    private static readonly DiagnosticDescriptor Mismatch = new(
        "PE6053", "C-62", DiagnosticSeverity.Warning, "Action that the principal cannot use",
        "'{0}' is not how {1} sign in",
        "Use sts:AssumeRoleWithSAML for providers of SAML, sts:AssumeRoleWithWebIdentity for those of OpenID Connect, and sts:AssumeRole for others.");

    internal static CheckRule Rule { get; } = new(Mismatch) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type != PolicyType.Trust || !statement.Allows || statement is not { Action: { IsNegated: false } action, Principal: { IsNegated: false, IsEveryone: false } principal }) return;
        FederatedProvider[] providers = [.. FederatedProvider.Of(principal)];
        bool hasSaml = Array.Exists(providers, static provider => provider.IsSaml);
        bool hasOpenId = Array.Exists(providers, static provider => !provider.IsSaml);
        TextValue? web = Find(action, "sts:AssumeRoleWithWebIdentity");
        TextValue? saml = Find(action, "sts:AssumeRoleWithSAML");
        TextValue? plain = Find(action, "sts:AssumeRole");
        if (web is not null && ((hasSaml && saml is null) || !hasOpenId)) Report(context, action, web, hasSaml ? "providers of SAML" : "these principals");
        if (saml is not null && ((hasOpenId && web is null) || !hasSaml)) Report(context, action, saml, hasOpenId ? "providers of OpenID Connect" : "these principals");
        bool areFederated = principal.Groups.Count > 0 && principal.Groups.All(static group => group.Type == PrincipalType.Federated);
        if (plain is not null && web is null && saml is null && areFederated) Report(context, action, plain, "identity providers");
    }

    private static void Report(AdviceContext context, ActionElement action, TextValue own, string who) =>
        context.FindAt(action.Name, Mismatch, own.Span, "MISMATCHED_ACTION_FOR_PRINCIPAL", own.Text, who);

    private static TextValue? Find(ActionElement action, string name) => action.Patterns.FirstOrDefault(pattern => pattern.Text.Equals(name, StringComparison.OrdinalIgnoreCase));
}
