using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of sessions that are named beside their role, whose sessions are all let in.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class SessionBesideRole
{
    private static readonly DiagnosticDescriptor Beside = new(
        "PE6059", "C-20, L-107", DiagnosticSeverity.Information, "Session beside its role",
        "'{0}' is a session of '{1}', which stands in the same list and lets in all its sessions",
        "Remove the session, or the role.");

    internal static CheckRule Rule { get; } = new(Beside) { Statement = Check };

    private static void Check(AdviceContext context, CheckedStatement statement)
    {
        if (context.Type != PolicyType.Trust || statement.Principal is not { IsNegated: false } principal) return;
        PrincipalNames.CheckEach(context, principal, static (own, group, value) =>
        {
            if (RoleOf(value.Text) is not { } role || group.Values.FirstOrDefault(other => IsRole(other.Text, role)) is not { } named) return;
            own.Find(Beside, value.Span, new FindingDetail { Code = "REDUNDANT_PRINCIPAL_IN_ROLE_TRUST_POLICY", Fix = TextEdits.Remove(own.Source, value.Span) }, value.Text, named.Text);
        });
    }

    /// <summary>The partition, account and name of the role of a session; null for what is no session.</summary>
    private static (string Partition, string Account, string Name)? RoleOf(string text)
    {
        string[] parts = text.Split(':');
        return parts is ["arn", var partition, "sts", "", var account, var session] && session.Split('/') is ["assumed-role", var name, _] ? (partition, account, name) : null;
    }

    private static bool IsRole(string text, (string Partition, string Account, string Name) role) =>
        text.StartsWith($"arn:{role.Partition}:iam::{role.Account}:role/", StringComparison.Ordinal) && text.EndsWith($"/{role.Name}", StringComparison.Ordinal);
}
