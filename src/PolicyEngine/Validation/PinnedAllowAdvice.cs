using PolicyEngine.Diagnostics;
using PolicyEngine.Facts;
using PolicyEngine.Language;
using PolicyEngine.Syntax;
using PolicyEngine.Syntax.Drafts;

namespace PolicyEngine.Validation;

/// <summary>Advises on an Allow of a resource policy that names an endpoint or VPC as if it kept others out.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/secretsmanager/latest/userguide/vpc-endpoint-overview.html">Using an AWS Secrets Manager VPC endpoint</see>.</remarks>
internal static class PinnedAllowAdvice
{
    internal static void Check(ParseContext context, List<StatementDraft> statements)
    {
        PinnedDenies? denies = null;
        foreach (StatementDraft statement in statements)
        {
            if (statement is not { Effect: Effect.Allow, Condition: { } condition, Principal: { } principal }) continue;

            // AWS: a key policy is the root authority of its key, so that its Allow does restrict; private APIs need theirs.
            if (StatementActions.AreAllOf(statement.Action, "kms", "execute-api")) continue;
            if (FindPin(condition) is not { } pin || !ReachesIdentities(principal) || IsForOtherAccounts(principal, statement.Resource)) continue;
            denies ??= PinnedDenies.Find(statements);
            if (denies.Cover(statement.Action)) continue;
            if (statement.Index >= 0) context.Path.Push(statement.Index);
            context.ReportEntry(Descriptors.AllowRestrictsNobody, DiagnosticSeverity.Warning, pin.Op, pin.Entry);
            if (statement.Index >= 0) context.Path.Pop();
        }
    }

    private static ConditionTest? FindPin(ConditionBlock condition)
    {
        foreach (ConditionClause clause in condition.Clauses)
        {
            foreach (ConditionEntry entry in clause.Entries)
            {
                if (NetworkKeys.IsOfEndpoint(entry.Key) && MissingKey.IsFalse(clause.Operator, entry)) return new ConditionTest(clause.Operator, entry);
            }
        }

        return null;
    }

    /// <summary>Whether callers that have identity policies are meant.</summary>
    private static bool ReachesIdentities(PrincipalElement principal)
    {
        if (principal.IsEveryone) return true;
        foreach (PrincipalGroup group in principal.Groups)
        {
            if (group.Type == PrincipalType.Aws) return true;
        }

        return false;
    }

    /// <summary>Whether all principals are known to be of other accounts than the resources, so that they need this Allow.</summary>
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
