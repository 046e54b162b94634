using PolicyEngine.Language;
using PolicyEngine.Syntax;

namespace PolicyEngine.Checks.Rules;

/// <summary>Tells of Allows of everything, and of ways by which a caller can give itself more.</summary>
/// <remarks>AWS: <see href="https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html">Security best practices in IAM</see>.</remarks>
internal static class BroadGrant
{
    private const string PassRole = "iam:PassRole";

    /// <summary>Each alone is enough.</summary>
    private static readonly string[] Alone =
    [
        "iam:CreatePolicyVersion", "iam:SetDefaultPolicyVersion", "iam:AttachUserPolicy", "iam:AttachGroupPolicy", "iam:AttachRolePolicy", "iam:PutUserPolicy", "iam:PutGroupPolicy",
        "iam:PutRolePolicy", "iam:AddUserToGroup", "iam:CreateAccessKey", "iam:CreateLoginProfile", "iam:UpdateLoginProfile", "iam:UpdateAssumeRolePolicy",
    ];

    /// <summary>All of a row, with iam:PassRole.</summary>
    private static readonly string[][] WithRole =
    [
        ["ec2:RunInstances"], ["lambda:CreateFunction", "lambda:InvokeFunction"], ["cloudformation:CreateStack"], ["glue:CreateDevEndpoint"], ["glue:CreateJob", "glue:StartJobRun"],
        ["ecs:RegisterTaskDefinition", "ecs:RunTask"], ["sagemaker:CreateNotebookInstance"], ["codebuild:CreateProject", "codebuild:StartBuild"],
        ["datapipeline:CreatePipeline", "datapipeline:PutPipelineDefinition", "datapipeline:ActivatePipeline"],
    ];

    private static readonly string[] OfData = ["s3:GetObject", "secretsmanager:GetSecretValue", "ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath", "dynamodb:Scan", "rds:CopyDBSnapshot"];

    /// <summary>Actions that return credentials, of the catalogue of September 2026.</summary>
    private static readonly string[] OfCredentials =
    [
        "cognito-identity:GetCredentialsForIdentity", "cognito-identity:GetOpenIdToken", "ecr:GetAuthorizationToken", "iam:CreateAccessKey", "iam:CreateServiceSpecificCredential", "redshift:GetClusterCredentials",
        "redshift:GetClusterCredentialsWithIAM", "redshift-serverless:GetCredentials", "sso:GetRoleCredentials", "sts:AssumeRole", "sts:GetFederationToken", "sts:GetSessionToken",
    ];

    private static readonly DiagnosticDescriptor Everything = new(
        "PE6101", "C-70", DiagnosticSeverity.Warning, "Everything is allowed",
        "The statement allows every action on every resource",
        "List what is needed, or add a condition.");

    private static readonly DiagnosticDescriptor Escalation = new(
        "PE6102", "C-70", DiagnosticSeverity.Warning, "The caller can give itself more",
        "What the document allows on all resources is enough to take more permissions: {0}",
        "Name the users, roles and policies that are meant.");

    private static readonly DiagnosticDescriptor Data = new(
        "PE6103", "C-70", DiagnosticSeverity.Information, "Data of all resources can be read",
        "The document allows on all resources: {0}",
        "Name the resources.");

    private static readonly DiagnosticDescriptor WholeService = new(
        "PE6110", "C-70", DiagnosticSeverity.Information, "A whole service is allowed",
        "'{0}' allows every action of the service on every resource",
        "List the actions, or the resources.");

    private static readonly DiagnosticDescriptor Credentials = new(
        "PE6111", "C-70", DiagnosticSeverity.Information, "Credentials can be had of all resources",
        "The document allows on all resources, of the actions that return credentials: {0}",
        "Name the resources.");

    internal static CheckRule Rule { get; } = new(Everything, Escalation, Data, WholeService, Credentials) { Document = Check };

    private static void Check(AdviceContext context, PolicyDocument document)
    {
        if (context.Type is not (PolicyType.Identity or PolicyType.Managed)) return;
        CheckedStatements statements = new(document);
        bool isEverything = false;
        context.ForEach(statements, (own, statement) =>
        {
            bool isOpen = statement is { Allows: true, Action.IsNegated: false, Resource: { IsNegated: false } resource } && statement.Condition is not { Clauses.Count: > 0 } && resource.Patterns.Any(static pattern => ValueText.IsStars(pattern.Text));
            if (!isOpen) return;
            if (statement.Action!.Patterns.Any(static pattern => ActionAdvice.IsAny(pattern.Text)))
            {
                isEverything = true;
                own.Find(Everything, statement.Span, default);
            }
            else if (statement.Action.Patterns.FirstOrDefault(static pattern => pattern.Text.EndsWith(":*", StringComparison.Ordinal)) is { } whole)
            {
                own.FindAt("Action", WholeService, whole.Span, default, whole.Text);
            }
        });
        GrantedEverywhere granted = new(statements);
        if (!isEverything) Report(context, granted, Escalation, FindWays(granted));
        Report(context, granted, Data, OfData.Where(action => granted.Find(action) is not null).Select(static action => (action, action)));
        Report(context, granted, Credentials, OfCredentials.Where(action => granted.Find(action) is not null).Select(static action => (action, action)));
    }

    private static IEnumerable<(string Way, string Action)> FindWays(GrantedEverywhere granted)
    {
        foreach (string action in Alone.Where(action => granted.Find(action) is not null)) yield return (action, action);
        if (granted.Find(PassRole) is null) yield break;
        foreach (string[] row in WithRole.Where(row => Array.TrueForAll(row, action => granted.Find(action) is not null))) yield return ($"{PassRole} with {string.Join(" and ", row)}", row[0]);
    }

    /// <summary>One finding, at the statement that grants the first.</summary>
    private static void Report(AdviceContext context, GrantedEverywhere granted, DiagnosticDescriptor descriptor, IEnumerable<(string Way, string Action)> ways)
    {
        (string Way, string Action)[] all = [.. ways];
        if (all.Length == 0 || granted.Find(all[0].Action) is not { } statement) return;
        context.Path.Push("Statement");
        if (statement.Index >= 0) context.Path.Push(statement.Index);
        context.Find(descriptor, statement.Span, default, string.Join(", ", all.Select(static own => own.Way)));
        if (statement.Index >= 0) context.Path.Pop();
        context.Path.Pop();
    }
}
