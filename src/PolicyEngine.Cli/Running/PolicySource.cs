using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Policies that many requests are decided by: each is parsed once as the policy of a role, and once as that of anything else.</summary>
/// <remarks>Of a kind that is not told nothing is attached, but for identity policies: of those nobody knows. The library asks them of no caller that can have none.</remarks>
internal sealed class PolicySource(CasePolicies policies, ParseLevel level)
{
    private ParsedPolicies? ofRoles;
    private ParsedPolicies? ofOthers;

    /// <summary>The policies as their authors wrote them.</summary>
    internal CasePolicies Policies => policies;

    /// <summary>The policies as they are for a request.</summary>
    internal ParsedPolicies For(AuthorizationRequest request) =>
        PolicySetParser.IsRole(request) ? ofRoles ??= Parse(request) : ofOthers ??= Parse(request);

    private ParsedPolicies Parse(AuthorizationRequest request)
    {
        PolicySetParser parser = new(level, request);
        PolicySet set = parser.Parse(policies);
        if (!policies.IsTold(PolicyType.Identity)) set = set with { Identity = AttachedPolicies.Unknown };
        return new ParsedPolicies(set, parser.HasErrors, parser.Diagnostics);
    }
}
