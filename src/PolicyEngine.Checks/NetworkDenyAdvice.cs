using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on a Deny for all networks but some, which also hits calls that have no network key.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html">Establish permissions guardrails using data perimeters</see>.</remarks>
internal static class NetworkDenyAdvice
{
    internal static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (statement.Effect != Effect.Deny || context.Type == PolicyType.VpcEndpoint) return;
        NetworkConditions found = new(statement.Tests);

        // AWS: a Deny that some network key must be present for does not hit calls without network keys.
        if (found.Pin is not { } pin || found.DemandsNetworkKey) return;
        if (found.SourceIpPin is { } sourceIp && !found.NamesEndpointKey) context.Report(AdviceDescriptors.SourceIpDenyHitsEndpoints, DiagnosticSeverity.Warning, sourceIp);
        CheckExemptions(context, statement, found, pin);
    }

    private static void CheckExemptions(AdviceContext context, CheckedStatement statement, NetworkConditions found, ConditionTest pin)
    {
        // AWS: services assume roles by themselves, and private APIs can only be called through endpoints.
        if (context.Type == PolicyType.Trust || ActionAdvice.AreAllOf(statement.Action, "execute-api")) return;
        if (statement.Tests.Exists(static test => test.Operator.IsNegated && test.Entry.Key.StartsWith("aws:PrincipalServiceName", StringComparison.OrdinalIgnoreCase))) return;
        bool lacksForwarded = !found.ExemptsForwarded;
        bool lacksServices = ReachesServices(context.Type, statement.Principal) && !found.ExemptsServices;
        if (!lacksForwarded && !lacksServices) return;
        (string keys, string calls) = (lacksForwarded, lacksServices) switch
        {
            (true, true) => ("aws:ViaAWSService and aws:PrincipalIsAWSService", "calls that AWS services make for a caller or by themselves"),
            (true, false) => ("aws:ViaAWSService", "calls that AWS services make for a caller"),
            _ => ("aws:PrincipalIsAWSService", "calls that AWS services make by themselves"),
        };
        context.Report(AdviceDescriptors.PinnedDenyHitsServices, DiagnosticSeverity.Warning, pin, keys, calls);
    }

    /// <summary>Tells whether the statement is evaluated for AWS services as callers: policies of principals are not.</summary>
    private static bool ReachesServices(PolicyType type, PrincipalElement? principal)
    {
        if (type == PolicyType.ResourceControl) return true;
        if (type != PolicyType.Resource || principal is null) return false;
        bool namesServices = principal.Groups.Any(static group => group.Type == PrincipalType.Service || group.Values.Any(static value => value.Text == "*"));
        return principal.IsNegated != (principal.IsEveryone || namesServices);
    }
}
