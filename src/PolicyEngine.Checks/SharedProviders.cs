namespace PolicyEngine.Checks;

/// <summary>Identity providers that serve many tenants, and the claims of which IAM demands that a trust policy evaluates one.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html">Identity-provider controls for shared OIDC providers</see>, as of September 2026, read in part at second hand.</remarks>
internal static class SharedProviders
{
    private static readonly Dictionary<string, string[]> Claims = new(StringComparer.OrdinalIgnoreCase)
    {
        ["agent.buildkite.com"] = ["sub"],
        ["api.pulumi.com/oidc"] = ["aud"],
        ["app.terraform.io"] = ["sub"],
        ["cognito-identity.amazonaws.com"] = ["aud"],
        ["gitlab.com"] = ["sub"],
        ["oidc-configuration.audit-log.githubusercontent.com"] = ["sub"],
        ["oidc.codefresh.io"] = ["sub"],
        ["oidc.vercel.com"] = ["aud"],
        ["proidc.upbound.io"] = ["sub"],
        ["sandboxes.cloud"] = ["aud"],
        ["scalr.io"] = ["sub"],
        ["studio.datachain.ai/api"] = ["sub"],
        [FederatedProvider.GitHub] = ["sub", "job_workflow_ref"],
        ["tokens.cloud.shisho.dev"] = ["sub"],
        ["vstoken.actions.githubusercontent.com"] = ["sub"],
    };

    /// <summary>The claims; null for a provider of one tenant.</summary>
    internal static string[]? ClaimsOf(string provider) => Claims.GetValueOrDefault(provider);
}
