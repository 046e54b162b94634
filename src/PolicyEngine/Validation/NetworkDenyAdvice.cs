using PolicyEngine.Diagnostics;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Advises on a Deny for all networks but some, which also hits calls that have no network key.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_data-perimeters.html">Establish permissions guardrails using data perimeters</see>.</remarks>
internal static class NetworkDenyAdvice
{
    internal static void Check(ParseContext context, in StatementDraft statement, ConditionBlock condition)
    {
        if (statement.Effect != Effect.Deny || context.Type == PolicyType.VpcEndpoint) return;
        NetworkConditions found = NetworkConditions.Find(condition);

        // AWS: a Deny that some network key must be present for does not hit calls without network keys.
        if (found.Pin is null || found.DemandsNetworkKey) return;
        if (found.SourceIpPin is { } sourceIp && !found.NamesEndpointKey)
        {
            context.ReportEntry(Descriptors.SourceIpDenyHitsEndpoints, DiagnosticSeverity.Warning, sourceIp.Op, sourceIp.Entry);
        }

        CheckExemptions(context, statement, found);
    }

    private static void CheckExemptions(ParseContext context, in StatementDraft statement, NetworkConditions found)
    {
        // AWS: services assume roles by themselves, and private APIs can only be called through endpoints.
        if (context.Type == PolicyType.Trust || StatementActions.AreAllOf(statement.Action, "execute-api")) return;
        bool lacksForwarded = !found.ExemptsForwarded;
        bool lacksServices = ReachesServices(context.Type, statement.Principal) && !found.ExemptsServices;
        if (!lacksForwarded && !lacksServices) return;
        string keys = lacksForwarded && lacksServices ? "aws:ViaAWSService and aws:PrincipalIsAWSService" : lacksForwarded ? "aws:ViaAWSService" : "aws:PrincipalIsAWSService";
        string calls = lacksForwarded && lacksServices ? "calls that AWS services make for a caller or by themselves"
            : lacksForwarded ? "calls that AWS services make for a caller"
            : "calls that AWS services make by themselves";
        context.ReportEntry(Descriptors.PinnedDenyHitsServices, DiagnosticSeverity.Warning, found.Pin!.Value.Op, found.Pin.Value.Entry, keys, calls);
    }

    /// <summary>Whether the statement is evaluated for AWS services as callers: policies of principals are not.</summary>
    private static bool ReachesServices(PolicyType type, PrincipalElement? principal)
    {
        if (type == PolicyType.ResourceControl) return true;
        if (type != PolicyType.Resource || principal is null) return false;
        bool namesServices = false;
        foreach (PrincipalGroup group in principal.Groups) namesServices |= group.Type == PrincipalType.Service;
        return principal.IsNegated != (principal.IsEveryone || namesServices || HasWildcard(principal));
    }

    private static bool HasWildcard(PrincipalElement principal)
    {
        foreach (PrincipalGroup group in principal.Groups)
        {
            foreach (TextValue value in group.Values)
            {
                if (value.Text == "*") return true;
            }
        }

        return false;
    }
}
