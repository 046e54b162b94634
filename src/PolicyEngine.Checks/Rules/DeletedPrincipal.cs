using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of principals that are unique ids, as AWS leaves them behind when a user or role is deleted.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class DeletedPrincipal
{
    private static readonly DiagnosticDescriptor Deleted = new(
        "PE6006", "C-20, L-108", DiagnosticSeverity.Warning, "Unique id as principal",
        "'{0}' is the unique id of a {1}, which stands here when the {1} was deleted, and then names nobody",
        "Name the user or role by its ARN, or remove the principal.");

    internal static CheckRule Rule { get; } = new(Deleted) { Statement = static (context, statement) => PrincipalNames.CheckEach(context, statement.Principal, Check) };

    private static void Check(AdviceContext context, PrincipalGroup group, TextValue value)
    {
        bool isRole = value.Text.StartsWith("AROA", StringComparison.Ordinal);
        bool isUser = value.Text.StartsWith("AIDA", StringComparison.Ordinal);
        if (group.Type != PrincipalType.Aws || !(isRole || isUser)) return;
        context.Find(Deleted, value.Span, isRole ? "INVALID_ROLE_REFERENCE" : "INVALID_USER_REFERENCE", value.Text, isRole ? "role" : "user");
    }
}
