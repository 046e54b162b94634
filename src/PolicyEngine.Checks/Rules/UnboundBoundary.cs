using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of permissions boundaries by which who is bounded can make someone who is not.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions boundaries for IAM entities</see>.</remarks>
internal static class UnboundBoundary
{
    private const string Key = "iam:PermissionsBoundary";

    private static readonly string[] Actions =
    [
        "iam:CreateUser", "iam:CreateRole", "iam:PutUserPermissionsBoundary", "iam:PutRolePermissionsBoundary", "iam:DeleteUserPermissionsBoundary", "iam:DeleteRolePermissionsBoundary",
    ];

    private static readonly DiagnosticDescriptor Unbound = new(
        "PE6107", "C-70", DiagnosticSeverity.Warning, "Boundary that can be left",
        "The boundary allows {0} without a condition on iam:PermissionsBoundary, so that who is bounded can make someone who is not",
        "Add a condition on iam:PermissionsBoundary, or deny the actions without it.");

    internal static CheckRule Rule { get; } = new(Unbound) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type != PolicyType.PermissionsBoundary) return;
        CheckedStatements statements = new(document);
        CheckedStatement[] denies = [.. Enumerable.Range(0, statements.Count).Select(i => statements[i]).Where(static own => own.Denies && (own.Condition is not { Clauses.Count: > 0 } || own.Tests.Exists(IsOfBoundary)))];
        context.ForEach(statements, (own, statement) =>
        {
            if (!statement.Allows || statement.Tests.Exists(static test => test.IsOfValue && IsOfBoundary(test))) return;
            string[] open = [.. Actions.Where(action => ActionCoverage.Covers(statement.Action, action) && !Array.Exists(denies, deny => ActionCoverage.Covers(deny.Action, action)))];
            if (open.Length > 0) own.Find(Unbound, statement.Span, default, string.Join(", ", open));
        });
    }

    private static bool IsOfBoundary(ConditionTest test) => test.IsOn(Key);
}
