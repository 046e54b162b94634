using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks;

/// <summary>Advises on an Allow of a resource policy that names an endpoint or VPC as if it kept others out.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html">Using an AWS Secrets Manager VPC endpoint</see>.</remarks>
internal static class PinnedAllowAdvice
{
    internal static void Check(AdviceContext context, CheckedStatement statement, PinnedDenies denies)
    {
        if (statement is not { Effect: Effect.Allow, Principal: { } principal }) return;

        // AWS: a key policy is the root authority of its key, so that its Allow does restrict; private APIs need theirs.
        if (ActionAdvice.AreAllOf(statement.Action, "kms", "execute-api")) return;
        ConditionTest[] pins = statement.Tests.FindAll(static test => ConditionKeys.IsOfEndpoint(test.Entry.Key) && test.IsFalseWhenMissing);
        if (pins.Length == 0 || !ReachesIdentities(principal) || IsForOtherAccounts(principal, statement.Resource)) return;
        if (!denies.Cover(statement.Action)) context.Report(AdviceDescriptors.AllowRestrictsNobody, DiagnosticSeverity.Warning, pins[0]);
    }

    /// <summary>Tells whether callers that have identity policies are meant.</summary>
    private static bool ReachesIdentities(PrincipalElement principal) => principal.IsEveryone || principal.Groups.Any(static group => group.Type == PrincipalType.Aws);

    /// <summary>Tells whether all principals are known to be of other accounts than the resources, so that they need this Allow.</summary>
    private static bool IsForOtherAccounts(PrincipalElement principal, ResourceElement? resource)
    {
        if (principal.IsNegated || principal.IsEveryone || resource is not { IsNegated: false }) return false;
        HashSet<string> owners = new(StringComparer.Ordinal);
        foreach (TextValue pattern in resource.Patterns)
        {
            if (!ArnParts.TrySplit(pattern.Text, out ArnParts parts) || !AccountId.IsValid(parts.Of(pattern.Text, 4))) return false;
            owners.Add(parts.Of(pattern.Text, 4).ToString());
        }

        foreach (PrincipalGroup group in principal.Groups)
        {
            foreach (TextValue value in group.Values)
            {
                string account = AccountId.IsValid(value.Text) ? value.Text : Arn.TryParse(value.Text, out Arn? arn) ? arn.Account.ToString() : "";
                if (group.Type == PrincipalType.Aws && (account.Length == 0 || owners.Contains(account))) return false;
            }
        }

        return true;
    }
}
