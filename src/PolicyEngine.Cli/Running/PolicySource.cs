using PolicyEngine.Cli.Cases;

namespace PolicyEngine.Cli.Running;

/// <summary>Policies that many requests are decided by: each is parsed once as the policy of a role, and once as that of anything else.</summary>
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
        return new ParsedPolicies(parser.Parse(policies), parser.HasErrors, parser.Diagnostics);
    }
}
