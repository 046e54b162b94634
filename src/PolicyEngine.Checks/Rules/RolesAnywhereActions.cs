using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of roles for IAM Roles Anywhere that lack an action which it calls.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-reference-policy-checks.html">Access Analyzer policy check reference</see>.</remarks>
internal static class RolesAnywhereActions
{
    private const string Service = "rolesanywhere.amazonaws.com";

    private static readonly string[] Needed = ["sts:AssumeRole", "sts:SetSourceIdentity", "sts:TagSession"];

    private static readonly DiagnosticDescriptor Lacking = new(
        "PE6054", "C-20", DiagnosticSeverity.Warning, "Action that Roles Anywhere needs",
        "The statement lets rolesanywhere.amazonaws.com assume the role without {0}, which every sign-in needs",
        "Allow sts:AssumeRole, sts:SetSourceIdentity and sts:TagSession.");

    internal static CheckRule Rule { get; } = new(Lacking) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type != PolicyType.Trust) return;
        Statement[] own = [.. document.Statements.Where(static statement => statement.Effect == Effect.Allow && PrincipalNames.HasService(statement.Principal, Service))];
        string[] lacking = [.. Needed.Where(action => !Array.Exists(own, statement => ActionCoverage.Covers(statement.Action, action)))];
        if (own.Length == 0 || lacking.Length == 0) return;
        context.ForEach(new CheckedStatements(document), (at, statement) =>
        {
            if (statement.Action is { } action && ReferenceEquals(action, own[0].Action)) at.FindAt(action.Name, Lacking, action.Span, "MISSING_ACTION_FOR_ROLES_ANYWHERE_TRUST_POLICY", string.Join(" and ", lacking));
        });
    }
}
